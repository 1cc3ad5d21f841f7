import { useTranslations } from 'next-intl';
import type { Score, ScoreChange } from '@/audit/scores';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { toNumber } from '../numbers';
import { useScoreWords } from './score-words';

/** What moved of one stakeholder's scores: two intervals on one scale for each profile, the older above. */
export function Dumbbells({
  scores,
  frame,
}: {
  readonly scores: readonly ScoreChange[];
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('room');
  const words = useScoreWords();
  const place = (id: string) => frame.profiles.findIndex((profile) => profile.id === id);
  const ordered = [...scores].sort((a, b) => place(a.profile) - place(b.profile));
  return (
    <ul>
      {ordered.map(({ profile, from, to }) => {
        const title = profileTitle(profile, frame);
        const label = t('rowLabel', { profile: title, from: words(from), to: words(to) });
        return (
          <li key={profile} className="py-1">
            <p className="text-note">{title}</p>
            <svg width="100%" height="30" role="img" aria-label={label} className="block overflow-visible">
              <title>{label}</title>
              {[0, 50, 100].map((at) => (
                <line key={at} x1={`${at}%`} x2={`${at}%`} y1="0" y2="30" className="stroke-line" />
              ))}
              {from === null || to === null ? null : (
                <line
                  x1={percent(from[1])}
                  x2={percent(to[1])}
                  y1="9"
                  y2="22"
                  className="stroke-ink"
                  strokeWidth="1"
                />
              )}
              {from === null ? null : <Interval score={from} y={9} look="hollow" />}
              {to === null ? null : <Interval score={to} y={22} look="solid" />}
            </svg>
          </li>
        );
      })}
      <li aria-hidden="true" className="flex justify-between text-note text-muted tabular-nums">
        <span>0</span>
        <span>50</span>
        <span>100</span>
      </li>
    </ul>
  );
}

function Interval({
  score,
  y,
  look,
}: {
  readonly score: Score;
  readonly y: number;
  readonly look: 'hollow' | 'solid';
}) {
  const [low, best, high] = score;
  const width = `${toNumber(high) - toNumber(low)}%`;
  const solid = look === 'solid';
  return (
    <>
      <rect
        x={percent(low)}
        y={y - 3}
        width={width}
        height="6"
        className={solid ? 'fill-expected stroke-strong' : 'fill-paper stroke-strong'}
      />
      <circle
        cx={percent(best)}
        cy={y}
        r="4.5"
        className={solid ? 'fill-necessary stroke-necessary' : 'fill-paper stroke-ink'}
        strokeWidth="1.5"
      />
    </>
  );
}

function percent(points: string): string {
  return `${toNumber(points)}%`;
}
