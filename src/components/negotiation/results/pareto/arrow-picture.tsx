import clsx from 'clsx';
import type { Stance } from '@/core/model';
import type { Arrow } from './layout';

const LINE = {
  necessary: 'stroke-necessary stroke-[2.5]',
  expected: 'stroke-expected stroke-[1.75]',
  possible: 'stroke-strong stroke-[1.5] [stroke-dasharray:5_4]',
} as const;
const HEAD = { necessary: 'fill-necessary', expected: 'fill-expected', possible: 'fill-strong' } as const;

/** An arrow from what dominates down to what is dominated, drawn by the strictest stance under which it does. */
export function ArrowPicture({
  arrow,
  stance,
  faded,
}: {
  readonly arrow: Arrow;
  readonly stance: Stance;
  /** While another profile than those at its ends is looked at. */
  readonly faded: boolean;
}) {
  const [first, ...others] = arrow.points;
  const last = arrow.points.at(-1);
  if (first === undefined || last === undefined) return null;
  const [x, y] = last;
  let before = first;
  const path = others.map((point, k) => {
    const [[x0, y0], [x1, y1]] = [before, point];
    before = point;
    const end = k === others.length - 1 ? y1 - 8 : y1;
    const middle = (y0 + end) / 2;
    return x0 === x1 ? `L${x1} ${end}` : `C${x0} ${middle} ${x1} ${middle} ${x1} ${end}`;
  });
  return (
    <g className={clsx(faded && 'opacity-20')}>
      <path d={`M${first[0]} ${first[1]} ${path.join(' ')}`} className={clsx('fill-none', LINE[stance])} />
      <path d={`M${x - 5} ${y - 9} L${x} ${y} L${x + 5} ${y - 9} Z`} className={HEAD[stance]} />
    </g>
  );
}
