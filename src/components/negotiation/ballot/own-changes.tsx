'use client';

import { useTranslations } from 'next-intl';
import type { BallotBody } from '@/negotiation/file/model';
import { type BallotFrame, startForm } from './form';
import { ownScore, type Reading, readingOf } from './own-score';

/** How the writer's own stance on each profile changes against the ballot that counts: all that can be told while others' are sealed. */
export function OwnChanges({
  body,
  counting,
  frame,
}: {
  readonly body: BallotBody | null;
  readonly counting: BallotBody | null;
  readonly frame: BallotFrame;
}) {
  const t = useTranslations('ballot.preview');
  const r = useTranslations('ballot.reading');
  if (body === null) return <p className="mt-2 text-muted">{t('unready')}</p>;
  const [was, is] = [readingsOf(counting, frame), readingsOf(body, frame)];
  const changed = frame.profiles.filter(({ id }) => was.get(id) !== is.get(id));
  if (changed.length === 0) return <p className="mt-2">{t('ownSame')}</p>;
  const words = (reading: Reading | undefined) => (reading === undefined ? t('unknown') : r(reading));
  return (
    <ul className="mt-2 space-y-1">
      {changed.map(({ id, title }) => (
        <li key={id}>
          {t('own', { profile: title, now: words(is.get(id)) })}{' '}
          <span className="text-muted">{t('ownBefore', { before: words(was.get(id)) })}</span>
        </li>
      ))}
    </ul>
  );
}

/** How a ballot holds each profile against the default; absent where it says nothing of one of the two. */
function readingsOf(body: BallotBody | null, frame: BallotFrame): ReadonlyMap<string, Reading> {
  if (body === null || 'abstain' in body) return new Map();
  const form = startForm(frame, body);
  const scoreOf = (id: string) => {
    const row = form.rows[id];
    return row === undefined ? null : ownScore(row, form);
  };
  const base = frame.profiles.find((profile) => profile.default === true);
  const today = base === undefined ? null : scoreOf(base.id);
  return new Map(
    frame.profiles.flatMap(({ id }) => {
      const own = id === base?.id ? null : scoreOf(id);
      return own === null || today === null ? [] : [[id, readingOf(own, today)] as const];
    }),
  );
}
