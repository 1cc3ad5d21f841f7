'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { FileProfile } from '@/negotiation/file/model';
import { BLANK, ENDS, inOrder, readTriple, type Triple, tripleText } from '../ballot/score-text';

/** One profile's score as an interval on the scale and as three numbers; what can be read counts as it is typed. */
export function ScoreRow({
  profile,
  score,
  onScore,
}: {
  readonly profile: FileProfile;
  /** `null`: nothing is said of it. */
  readonly score: Triple | null;
  readonly onScore: (score: Triple) => void;
}) {
  const t = useTranslations('whatIf.scores');
  const b = useTranslations('ballot');
  const known = score === null ? BLANK : tripleText(...score);
  const [text, setText] = useState(known);
  const [low, best, high] = [known.low, known.best, known.high];
  // What has become of the score elsewhere: a change was taken back, or came with an address.
  useEffect(() => setText({ low, best, high }), [low, best, high]);
  const read = inOrder(readTriple(text));
  return (
    <li className="grid items-end gap-x-6 gap-y-1 border-b border-line py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
      <p className="leading-5">{profile.title}</p>
      <Interval score={score} />
      <div className="flex gap-2">
        {ENDS.map((end) => (
          <label key={end} className="text-note text-muted">
            <span className="block leading-4">{b(end)}</span>
            <input
              type="text"
              inputMode="decimal"
              autoComplete="off"
              aria-label={b('handle', { profile: profile.title, which: b(end) })}
              aria-invalid={read === null && text[end] !== ''}
              value={text[end]}
              onChange={({ currentTarget: { value } }) => {
                const next = { ...text, [end]: value };
                setText(next);
                const triple = inOrder(readTriple(next));
                if (triple !== null) onScore(triple);
              }}
              className="field min-h-9 w-[4.5rem] px-2 text-right text-base text-ink tabular-nums"
            />
          </label>
        ))}
      </div>
      {read === null && (text.low !== '' || text.best !== '' || text.high !== '') ? (
        <p className="text-note text-out-of-reach sm:col-span-3">{t('threeInOrder')}</p>
      ) : null}
    </li>
  );
}

/** Where the score lies between 0 and 100; the whole scale where nothing is said. */
function Interval({ score }: { readonly score: Triple | null }) {
  const [low, best, high] = score ?? [0, null, 100];
  return (
    <svg width="100%" height="24" aria-hidden="true" className="hidden overflow-visible sm:block">
      <line x1="0" x2="100%" y1="12" y2="12" className="stroke-line" />
      <rect
        x={`${low}%`}
        width={`${high - low}%`}
        y="7"
        height="10"
        fill={score === null ? 'url(#hatch)' : undefined}
        className={score === null ? 'stroke-strong' : 'fill-possible stroke-strong'}
      />
      {best === null ? null : <circle cx={`${best}%`} cy="12" r="4.5" className="fill-necessary" />}
    </svg>
  );
}
