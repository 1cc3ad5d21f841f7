import type { ReactNode } from 'react';
import { ArrowPicture } from './arrow-picture';
import type { Diagram } from './diagram';
import type { Arrow } from './layout';

/** Boxes where the layout has them, over the arrows between them. */
export function Layers({
  diagram: { layout, strictest },
  faded,
  box,
}: {
  readonly diagram: Pick<Diagram, 'layout' | 'strictest'>;
  /** Whether an arrow is of others than the profile that is looked at. */
  readonly faded: (arrow: Arrow) => boolean;
  /** What stands in the box of these profiles: one, or a cycle. */
  readonly box: (members: readonly number[]) => ReactNode;
}) {
  return (
    <>
      <svg
        width={layout.width}
        height={layout.height}
        aria-hidden="true"
        className="absolute inset-0 overflow-visible"
      >
        {layout.arrows.map((arrow, k) => (
          <ArrowPicture
            key={`${arrow.from} ${arrow.to}`}
            arrow={arrow}
            stance={strictest[k] ?? 'possible'}
            faded={faded(arrow)}
          />
        ))}
      </svg>
      <ul>
        {layout.boxes.map(({ members, x, y, width, height }) => (
          <li key={members[0]} className="absolute" style={{ left: x - width / 2, top: y, width, height }}>
            {box(members)}
          </li>
        ))}
      </ul>
    </>
  );
}
