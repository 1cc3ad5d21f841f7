'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { Section } from '@/components/ui/section';
import { DifferenceView } from './difference-view';
import { FlipsView } from './flips-view';
import { InformationView } from './information-view';
import type { Overview } from './orders';
import { PositionSlider } from './position-slider';
import { StakeholderTrack } from './stakeholder-track';
import { StandingThen } from './standing-then';
import { type Ask, type RoomState, useRoom } from './use-room';

const ADDRESS_AFTER_MS = 500;

/** The auditor's room (product.md §3, history): a history as of any position, computed in the reader's own browser. */
export function Room({
  negotiation,
  size,
  at,
}: {
  readonly negotiation: string;
  /** Events in the log, of which the bundle may hold fewer. */
  readonly size: number;
  /** The position that the address asks for. */
  readonly at: number | null;
}) {
  const { state, ask } = useRoom(negotiation);
  return (
    <>
      <Loading state={state} size={size} />
      {state.bundle.kind === 'open' ? (
        <Opened
          negotiation={negotiation}
          overview={state.bundle.overview}
          state={state}
          ask={ask}
          start={Math.min(at ?? Number.POSITIVE_INFINITY, state.bundle.overview.size - 1)}
        />
      ) : null}
    </>
  );
}

function Loading({ state: { bundle, broken }, size }: { readonly state: RoomState; readonly size: number }) {
  const t = useTranslations('room');
  return (
    <div className="min-h-12" data-testid="room" data-state={broken === null ? bundle.kind : 'broken'}>
      {bundle.kind === 'reading' ? (
        <label className="block">
          {t('reading', { events: bundle.events, size })}
          <progress max={size} value={bundle.events} className="mt-1 block w-full max-w-80" />
        </label>
      ) : null}
      <div role="status">
        {bundle.kind === 'fetching' ? <p>{t('fetching')}</p> : null}
        {bundle.kind === 'no-bundle' ? <p className="text-out-of-reach">{t('noBundle')}</p> : null}
        {bundle.kind === 'open' ? (
          <p className="text-note text-muted">{t('read', { size: bundle.overview.size })}</p>
        ) : null}
        {bundle.kind === 'not-opened' ? <NotOpened why={bundle.why} /> : null}
        {broken === null ? null : <p className="text-out-of-reach">{t('broken', { message: broken })}</p>}
      </div>
    </div>
  );
}

function NotOpened({ why }: { readonly why: Extract<RoomState['bundle'], { kind: 'not-opened' }>['why'] }) {
  const t = useTranslations('room');
  if (why.kind === 'unreadable') {
    return <p className="text-out-of-reach">{t('unreadable', { message: why.message })}</p>;
  }
  const { position, expected, found } = why.failure;
  const where = position === null ? 'log' : 'event';
  return (
    <p className="prose-column text-out-of-reach [overflow-wrap:anywhere]">
      {t('fails', { where, position: position ?? 0, expected, found })}
    </p>
  );
}

function Opened({
  negotiation,
  overview,
  state,
  ask,
  start,
}: {
  readonly negotiation: string;
  readonly overview: Overview;
  readonly state: RoomState;
  readonly ask: Ask;
  readonly start: number;
}) {
  const t = useTranslations('room');
  const [position, setPosition] = useState(start);
  useEffect(() => {
    // The address names the position, without a word to the server, which may be gone. Browsers refuse to have it
    // changed at every step of a drag.
    const timer = setTimeout(
      () => window.history.replaceState(window.history.state, '', `?at=${position}`),
      ADDRESS_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [position]);
  const show = useCallback((to: number) => {
    setPosition(to);
    // To the handle of the slider, above whatever led here: from there the arrow keys go on.
    document.querySelector<HTMLElement>('#position input[type="range"]')?.focus();
  }, []);
  useEffect(() => ask({ kind: 'standing', position }), [ask, position]);
  const common = { negotiation, overview, ask, onPosition: show };
  return (
    <>
      <Section id="position" title={t('position.title')}>
        <PositionSlider overview={overview} position={position} onPosition={setPosition} />
        {state.standing === null ? (
          <p className="mt-4 text-note text-muted">{t('computing')}</p>
        ) : (
          <StandingThen
            negotiation={negotiation}
            overview={overview}
            standing={state.standing}
            position={position}
          />
        )}
      </Section>
      <DifferenceView {...common} state={state} position={position} />
      <StakeholderTrack overview={overview} state={state} ask={ask} onPosition={show} />
      <FlipsView {...common} flips={state.flips} />
      <InformationView information={state.information} frame={overview.frame} ask={ask} />
    </>
  );
}
