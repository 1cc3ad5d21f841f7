'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { BASES, type Basis } from '@/core/model';
import { StandingPicture } from '../standing-picture';
import { StandingSentence } from '../standing-sentence';
import { EventSentence } from './event-sentence';
import { useMoment } from './moment-text';
import type { Overview } from './orders';
import type { RoomState } from './use-room';

/** A reader who moves on does not have to hear of what they passed. */
const SETTLED_MS = 700;

/** The standing as of the slider's position: its event, its sentence, its picture. The last one stays meanwhile. */
export function StandingThen({
  negotiation,
  overview,
  standing,
  position,
}: {
  readonly negotiation: string;
  readonly overview: Overview;
  readonly standing: NonNullable<RoomState['standing']>;
  readonly position: number;
}) {
  const t = useTranslations('room');
  const c = useTranslations('common.basis');
  const when = useMoment();
  const [basis, setBasis] = useState<Basis>('informed');
  const spoken = useSettled(standing, SETTLED_MS);
  const stale = standing.position !== position;
  const { event, frame, results, sealed } = standing.at;
  const sentence = ({ position: at, at: { frame: then, results: both } }: typeof standing) =>
    both === null ? (
      t('position.none', { position: at })
    ) : (
      <StandingSentence result={both[basis]} frame={then} />
    );
  return (
    <div aria-busy={stale}>
      <p className="mt-4 min-h-6 text-note text-muted">
        {stale ? t('computing') : <time dateTime={event.at}>{when(event.at)}</time>}
      </p>
      <p className="prose-column [overflow-wrap:anywhere]">
        <EventSentence event={event} frame={overview.frame} negotiation={negotiation} />
      </p>
      <fieldset className="mt-4 flex flex-wrap items-center gap-x-4">
        <legend className="sr-only">{c('label')}</legend>
        <span aria-hidden="true" className="text-note text-muted">
          {c('label')}
        </span>
        {BASES.map((each) => (
          <label key={each} className="flex min-h-9 items-center gap-2">
            <input
              type="radio"
              name="room-basis"
              checked={each === basis}
              onChange={() => setBasis(each)}
              className="size-4 accent-accent"
            />
            {c(each)}
          </label>
        ))}
      </fieldset>
      <p
        className={clsx('prose-column mt-2 min-h-16 font-serif text-prose', stale && 'text-muted')}
        data-testid="standing-then"
        data-position={standing.position}
      >
        {sentence(standing)}
      </p>
      <div role="status" className="sr-only">
        {spoken === null ? null : (
          <>
            {t('position.says', { position: spoken.position })} {sentence(spoken)}
          </>
        )}
      </div>
      {sealed > 0 ? (
        <p className="prose-column mt-2 text-note text-muted">{t('position.sealed', { count: sealed })}</p>
      ) : null}
      {results === null ? null : (
        <div className="mt-6">
          <StandingPicture result={results[basis]} frame={frame} />
        </div>
      )}
    </div>
  );
}

/** The value once it has stood for a while; the first is not told. */
function useSettled<T>(value: T, after: number): T | null {
  const [settled, setSettled] = useState<{ readonly first: T; readonly now: T }>({
    first: value,
    now: value,
  });
  useEffect(() => {
    const timer = setTimeout(() => setSettled(({ first }) => ({ first, now: value })), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return settled.now === settled.first ? null : settled.now;
}
