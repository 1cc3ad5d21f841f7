'use client';

import clsx from 'clsx';
import { type KeyboardEvent, useRef, useState } from 'react';
import { besideThreshold } from './beside-threshold';
import type { Segment } from './segments';
import { SEGMENTS_AT, TrackPicture } from './track-picture';
import type { TrackNode } from './use-member-words';
import type { Looking } from './use-out';

/** Names stand in segments of at least this part of the track, where the track is wide. */
const NAMED = 0.11;

/** A track whose segments can be looked at and taken out: one stop of the Tab key, arrow keys along it. */
export function TrackBar({
  node,
  label,
  threshold,
  segments,
  critical,
  looking,
  wordsOf,
  nameOf,
}: {
  readonly node: TrackNode;
  readonly label: string;
  readonly threshold: string;
  readonly segments: readonly Segment[];
  readonly critical: ReadonlySet<number>;
  readonly looking: Looking;
  readonly wordsOf: (segment: Segment) => string;
  readonly nameOf: (segment: Segment) => string;
}) {
  const { total } = node.track;
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const last = segments.length - 1;
  const move = (event: KeyboardEvent, from: number) => {
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(last, Math.max(0, to));
    setStop(next);
    const button = bar.current?.children.item(next);
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div className="@container relative">
      <TrackPicture
        track={node.track}
        threshold={threshold}
        segments={segments}
        critical={critical}
        active={looking.active}
      />
      <div ref={bar} role="toolbar" aria-label={label} className="absolute inset-x-0" style={SEGMENTS_AT}>
        {segments.map((segment, index) => {
          const { members, from, to, level, out } = segment;
          const isLookedAt = members.every((member) => looking.active.includes(member));
          return (
            <button
              key={members[0] ?? from}
              type="button"
              tabIndex={index === Math.min(stop, last) ? 0 : -1}
              aria-pressed={out}
              aria-label={wordsOf(segment)}
              className="absolute inset-y-0 overflow-hidden px-1 text-left text-note"
              style={{ left: `${(100 * from) / total}%`, width: `${(100 * (to - from)) / total}%` }}
              onPointerEnter={(event) => event.pointerType === 'mouse' && looking.look(members, false)}
              onPointerLeave={(event) => event.pointerType === 'mouse' && looking.look([], false)}
              onFocus={() => setStop(index)}
              onKeyUp={() => looking.look(members, false)}
              onBlur={() => looking.look([], false)}
              onKeyDown={(event) => move(event, index)}
              onClick={(event) => {
                const byTouch =
                  event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch';
                if (!byTouch || isLookedAt) looking.toggle(members);
                looking.look(members, byTouch);
              }}
            >
              {members.length === 1 && (to - from) / total >= NAMED ? (
                <span
                  aria-hidden="true"
                  className={clsx(
                    'relative hidden truncate @min-[30rem]:block',
                    level >= 2 ? 'text-paper' : 'text-ink',
                    level === 1 && 'w-fit max-w-full bg-paper px-1',
                    out && 'line-through',
                  )}
                  style={besideThreshold(node.track, segment)}
                >
                  {nameOf(segment)}
                </span>
              ) : null}
            </button>
          );
        })}
      </div>
    </div>
  );
}
