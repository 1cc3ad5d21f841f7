'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { LiveMessage, LiveState } from './live/live-message';
import { useLiveRefresh } from './live/use-live-refresh';

/** As many as the rail has room for. */
const MOST_SENTENCES = 3;

/**
 * Keeps the page at the newest standing: on a message of the live stream it asks the server for the page again, at
 * most once a second, and says in a sentence which verdict changed. The space for the sentence is kept.
 */
export function LiveStanding({
  negotiation,
  reader,
  position,
  live,
  titles,
}: {
  readonly negotiation: string;
  /** Who reads: tabs share a stream only with tabs of the same account. */
  readonly reader: string;
  readonly position: number;
  readonly live: boolean;
  readonly titles: Readonly<Record<string, string>>;
}) {
  const t = useTranslations('live');
  const b = useTranslations('common.basis');
  const [state, setState] = useState<LiveState>('connecting');
  const [message, setMessage] = useState<LiveMessage | null>(null);
  useLiveRefresh(
    { negotiation, reader, position, on: live },
    { state: setState, message: (next) => setMessage((before) => merged(before, next)) },
  );

  if (!live) return null;
  const sentences =
    message === null
      ? []
      : message.changed.flatMap(({ basis, profile, from, to }) =>
          // What had no verdict before has not changed: it is new on the page itself.
          from === null || to === null
            ? []
            : t('was', {
                basis: b(basis),
                profile: titles[profile] ?? profile,
                verdict: t(`verdictNow.${to}`),
                before: t(`verdictNow.${from}`),
              }),
        );
  const more = sentences.length - MOST_SENTENCES;
  if (more > 0) sentences.splice(MOST_SENTENCES, more, t('more', { count: more }));
  if (message !== null && sentences.length === 0) sentences.push(t('unchanged'));
  return (
    <aside aria-label={t('label')} className="min-h-12 px-4 pt-1 pb-2 text-note lg:mt-4 lg:min-h-36 lg:px-5">
      <p className="flex items-center gap-2 text-muted" data-live={state}>
        <span
          aria-hidden="true"
          className={
            state === 'on' ? 'size-2 rounded-full bg-clears' : 'size-2 rounded-full border border-strong'
          }
        />
        {t(state)} · {t('position', { position: Math.max(position, message?.position ?? 0) })}
      </p>
      <div aria-live="polite" data-testid="live-sentence" className="mt-1">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </aside>
  );
}

/** A message that changed no verdict does not wipe the sentence about the last change. */
function merged(before: LiveMessage | null, next: LiveMessage): LiveMessage {
  if (before === null || next.changed.length > 0 || before.changed.length === 0) return next;
  return { position: next.position, changed: before.changed };
}
