import type { Track } from './tracks';

/** A track's threshold: a thin line across its bars with its fraction on it, which keeps within the track at both ends. */
export function ThresholdMark({
  track: { a, b },
  label,
  from,
  to,
}: {
  readonly track: Track;
  readonly label: string;
  /** Where the line begins and ends, in pixels from the top. */
  readonly from: number;
  readonly to: number;
}) {
  const at = (100 * a) / b;
  return (
    <>
      <line x1={`${at}%`} x2={`${at}%`} y1={from} y2={to} className="stroke-paper" strokeWidth="4.5" />
      <line x1={`${at}%`} x2={`${at}%`} y1={from} y2={to} className="stroke-ink" strokeWidth="1.5" />
      <text
        x={`${at}%`}
        y="12"
        textAnchor={at > 85 ? 'end' : at < 15 ? 'start' : 'middle'}
        className="fill-ink text-note"
      >
        {label}
      </text>
    </>
  );
}
