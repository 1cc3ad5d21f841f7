'use client';

import { IntervalNumbers } from './interval-numbers';
import { IntervalSlider } from './interval-slider';
import { ScaleLines } from './scale-lines';
import type { End, TripleText } from './score-text';

/** One interval on a scale of its own: handles, and the numbers beside them. */
export function IntervalField({
  value,
  nameOf,
  onTriple,
  onEnd,
}: {
  readonly value: TripleText;
  /** The accessible name of a handle or a number, or of the bar. */
  readonly nameOf: (end: End | 'whole') => string;
  readonly onTriple: (to: TripleText) => void;
  readonly onEnd: (end: End, to: string) => void;
}) {
  return (
    <div className="grid items-center gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="relative h-16">
        <ScaleLines today={null} />
        <IntervalSlider value={value} nameOf={nameOf} onTriple={onTriple} />
      </div>
      <IntervalNumbers value={value} nameOf={nameOf} onEnd={onEnd} />
    </div>
  );
}
