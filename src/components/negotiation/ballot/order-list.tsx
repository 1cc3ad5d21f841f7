'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { profileTitle } from '../labels';
import { type Extent, spotAt } from './drop-spot';
import type { BallotFrame } from './form';
import { OrderedRow, UnplacedRow } from './order-row';
import { place, type Ranking, type Spot, step, tiersOf } from './ranking';
import type { Triple } from './score-text';

/** The order as a list: better than today, today, worse, and what is left out; with the numbers that follow from it. */
export function OrderList({
  ranking,
  scores,
  frame,
  base,
  onChange,
}: {
  readonly ranking: Ranking;
  readonly scores: ReadonlyMap<string, Triple>;
  readonly frame: BallotFrame;
  readonly base: string;
  readonly onChange: (to: Ranking) => void;
}) {
  const t = useTranslations('ballot.quick');
  const format = useFormatter();
  const list = useRef<HTMLDivElement>(null);
  /** The button that moved a row: the row's place in the document has changed with it, and the focus is lost. */
  const pressed = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  const [drag, setDrag] = useState<{ readonly profile: string; readonly spot: Spot } | null>(null);
  const { tiers, at } = tiersOf(ranking);
  const titleOf = (id: string) => profileTitle(id, frame);
  const unplaced = frame.profiles.filter(({ id }) => !scores.has(id));

  useEffect(() => {
    const id = pressed.current;
    pressed.current = null;
    if (id !== null) list.current?.querySelector<HTMLElement>(`[data-press="${id}"]`)?.focus();
  });

  const put = (to: Ranking, profile: string, button: string | null) => {
    pressed.current = button;
    const now = tiersOf(to);
    const index = now.tiers.findIndex((tier) => tier.includes(profile));
    const others = now.tiers[index]?.filter((id) => id !== profile).map(titleOf) ?? [];
    setSaid(
      index < 0
        ? t('isOut', { profile: titleOf(profile) })
        : t('place', {
            profile: titleOf(profile),
            place: index + 1,
            count: now.tiers.length,
            side: index < now.at ? 'better' : index > now.at ? 'worse' : 'today',
            tied: others.length,
            names: format.list(others),
          }),
    );
    onChange(to);
  };
  const spotOf = (event: PointerEvent) => {
    const { extents, out } = measured(list.current, tiers.length);
    return spotAt(event.clientY, extents, out);
  };
  const dragOf = (profile: string) => ({
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ profile, spot: spotOf(event) });
    },
    onPointerMove: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) setDrag({ profile, spot: spotOf(event) });
    },
    onPointerUp: (event: PointerEvent<HTMLButtonElement>) => {
      if (drag !== null) put(place(ranking, profile, spotOf(event), base), profile, `${profile} drag`);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
  });
  const stepOf = (profile: string) => (by: -1 | 1, button: string) =>
    put(step(ranking, profile, by, base), profile, button);

  const rows = tiers.flatMap((tier, index) =>
    // The default leads its tier: it is what the others are compared with.
    [...tier]
      .sort((a, b) => Number(b === base) - Number(a === base))
      .map((profile, k) => (
        <OrderedRow
          key={profile}
          profile={{ id: profile, title: titleOf(profile) }}
          score={scores.get(profile) ?? null}
          tier={index}
          isTied={k > 0}
          isDefault={profile === base}
          dragging={drag?.profile === profile}
          line={lineOf(drag?.spot, index, k === 0, k === tier.length - 1, tiers.length)}
          drag={dragOf(profile)}
          onStep={stepOf(profile)}
          onLeave={() => put(place(ranking, profile, { kind: 'out' }, base), profile, `${profile} better`)}
        />
      )),
  );
  const before = tiers.slice(0, at).flat().length;
  const todays = tiers[at]?.length ?? 0;
  return (
    <div ref={list} className="pb-4">
      <p role="status" className="sr-only">
        {said}
      </p>
      <Zone title={t('better')} empty={before === 0 ? t('noneBetter') : null} rows={rows.slice(0, before)} />
      <Zone title={t('today')} empty={null} rows={rows.slice(before, before + todays)} />
      <Zone
        title={t('worse')}
        empty={before + todays === rows.length ? t('noneWorse') : null}
        rows={rows.slice(before + todays)}
      />
      {/* There even where it is empty, so that nothing moves under a drag. */}
      <div data-out="" className={drag?.spot.kind === 'out' ? 'outline-2 outline-accent' : undefined}>
        <Zone
          title={t('out')}
          empty={unplaced.length === 0 ? t('noneOut') : null}
          rows={unplaced.map(({ id, title }) => (
            <UnplacedRow
              key={id}
              profile={{ id, title }}
              dragging={drag?.profile === id}
              drag={dragOf(id)}
              onPlace={(side) =>
                put(
                  place(
                    ranking,
                    id,
                    side === 'today'
                      ? { kind: 'with', tier: at }
                      : { kind: 'before', tier: side === 'better' ? at : at + 1 },
                    base,
                  ),
                  id,
                  `${id} up`,
                )
              }
            />
          ))}
        />
      </div>
    </div>
  );
}

function Zone({
  title,
  empty,
  rows,
}: {
  readonly title: string;
  readonly empty: string | null;
  readonly rows: ReactNode;
}) {
  return (
    <section aria-label={title} className="border-t border-strong pt-1 pb-2">
      <h3 className="font-sans text-note font-semibold text-muted">{title}</h3>
      {empty === null ? null : <p className="py-2 text-note text-muted">{empty}</p>}
      <ul>{rows}</ul>
    </section>
  );
}

/** Where a row shows that a dragged one would come to: above it, below it, or with it. */
function lineOf(
  spot: Spot | undefined,
  tier: number,
  isFirst: boolean,
  isLast: boolean,
  count: number,
): 'above' | 'below' | 'with' | null {
  if (spot === undefined || spot.kind === 'out') return null;
  if (spot.kind === 'with') return spot.tier === tier ? 'with' : null;
  if (spot.tier === tier && isFirst) return 'above';
  return spot.tier >= count && tier === count - 1 && isLast ? 'below' : null;
}

/** Where the tiers stand on the screen, and where what is left out begins. */
function measured(list: HTMLElement | null, count: number): { extents: readonly Extent[]; out: number } {
  const rects = Array.from({ length: count }, (_, tier) =>
    [...(list?.querySelectorAll(`[data-tier="${tier}"]`) ?? [])].map((row) => row.getBoundingClientRect()),
  );
  return {
    extents: rects.map((rows) => ({
      top: Math.min(...rows.map(({ top }) => top)),
      bottom: Math.max(...rows.map(({ bottom }) => bottom)),
    })),
    out: list?.querySelector('[data-out]')?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY,
  };
}
