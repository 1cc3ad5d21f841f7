'use client';

import { useTranslations } from 'next-intl';
import { memo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { FlipList } from './flip-list';
import type { Overview } from './orders';
import type { Ask, RoomState } from './use-room';

/** Which ballots flipped which verdict, over the whole log: asked for, since it may take a while, and then kept. */
export const FlipsView = memo(function FlipsView({
  negotiation,
  overview,
  flips,
  ask,
  onPosition,
}: {
  readonly negotiation: string;
  readonly overview: Overview;
  readonly flips: RoomState['flips'];
  readonly ask: Ask;
  readonly onPosition: (position: number) => void;
}) {
  const t = useTranslations('room.flips');
  const [ballotsAlone, setBallotsAlone] = useState(true);
  const last = overview.size - 1;
  const all = flips.kind === 'idle' ? [] : flips.found;
  const found = all.filter(({ event }) => !ballotsAlone || event.type.startsWith('ballot.'));
  return (
    <Section id="flips" title={t('title')}>
      <p className="prose-column">{t('says')}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        {flips.kind === 'running' ? (
          <Button onClick={() => ask({ kind: 'stop-flips' })}>{t('stop')}</Button>
        ) : (
          <Button disabled={flips.kind === 'done'} onClick={() => ask({ kind: 'flips' })}>
            {t('start')}
          </Button>
        )}
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            checked={ballotsAlone}
            onChange={(event) => setBallotsAlone(event.currentTarget.checked)}
            className="size-4 accent-accent"
          />
          {t('ballots')}
        </label>
      </div>
      <div className="mt-3 min-h-8" data-testid="flips" data-state={flips.kind}>
        {flips.kind === 'running' ? (
          <label className="block text-note">
            {t('progress', { position: flips.position, last })}
            <progress max={Math.max(1, last)} value={flips.position} className="mt-1 block w-full max-w-80" />
          </label>
        ) : null}
        <p role="status">
          {flips.kind === 'stopped' ? t('stopped', { position: flips.position }) : null}
          {flips.kind === 'done' ? t('found', { events: found.length }) : null}
        </p>
      </div>
      {found.length === 0 ? null : (
        <div className="mt-3">
          <FlipList found={found} frame={overview.frame} negotiation={negotiation} onPosition={onPosition} />
        </div>
      )}
    </Section>
  );
});
