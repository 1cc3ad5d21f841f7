import { useTranslations } from 'next-intl';
import type { Span, Spread } from './spread';

const ROW = 5;
const WIDTH = 400;

/** Every other stakeholder's interval as a bar with a dot at best, the median of the bests, and mine below. */
export function SpreadChart({
  spread,
  mine,
  title,
}: {
  readonly spread: Spread;
  readonly mine: Omit<Span, 'stakeholder'> | null;
  readonly title: string;
}) {
  const t = useTranslations('feedback');
  const x = (points: number) => (points / 100) * WIDTH;
  const rows = spread.spans.length;
  const height = rows * ROW + (mine === null ? 0 : 16);
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${height + 16}`}
        role="img"
        aria-label={title}
        className="block w-full max-w-xl"
      >
        {[0, 50, 100].map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={0} y2={height} className="stroke-line" strokeWidth={1} />
            <text
              x={x(tick)}
              y={height + 12}
              textAnchor={tick === 0 ? 'start' : tick === 100 ? 'end' : 'middle'}
              className="fill-muted text-[10px]"
            >
              {tick}
            </text>
          </g>
        ))}
        {spread.spans.map(({ stakeholder, low, best, high }, index) => {
          const y = index * ROW + ROW / 2;
          return (
            <g key={stakeholder}>
              <line x1={x(low)} x2={x(high)} y1={y} y2={y} className="stroke-expected" strokeWidth={2} />
              <circle cx={x(best)} cy={y} r={1.8} className="fill-ink" />
            </g>
          );
        })}
        <line
          x1={x(spread.median)}
          x2={x(spread.median)}
          y1={0}
          y2={rows * ROW}
          className="stroke-ink"
          strokeWidth={1}
          strokeDasharray="3 2"
        />
        {mine === null ? null : (
          <g>
            <line
              x1={x(mine.low)}
              x2={x(mine.high)}
              y1={height - 6}
              y2={height - 6}
              className="stroke-accent"
              strokeWidth={5}
            />
            <circle cx={x(mine.best)} cy={height - 6} r={3.5} className="fill-paper stroke-accent" />
          </g>
        )}
      </svg>
      <figcaption className="text-note text-muted">{t(mine === null ? 'read' : 'readMine')}</figcaption>
    </figure>
  );
}
