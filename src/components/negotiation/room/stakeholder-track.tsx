'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Field } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { own } from '@/negotiation/state';
import { profileTitle, stakeholderName } from '../labels';
import { IntervalChart, type Span } from './interval-chart';
import type { Overview, Said } from './orders';
import { SaidTable } from './said-table';
import { useScoreWords } from './score-words';
import type { Ask, RoomState } from './use-room';

const AXES = ['position', 'time'] as const;
type Axis = (typeof AXES)[number];

/** One stakeholder's intervals over time: a small chart per profile, all on one scale, and the same as a table. */
export function StakeholderTrack({
  overview,
  state,
  ask,
  onPosition,
}: {
  readonly overview: Overview;
  readonly state: RoomState;
  readonly ask: Ask;
  readonly onPosition: (position: number) => void;
}) {
  const t = useTranslations('room.track');
  const { frame } = overview;
  const [stakeholder, setStakeholder] = useState(frame.stakeholders[0]?.id ?? '');
  const [axis, setAxis] = useState<Axis>('position');
  useEffect(() => ask({ kind: 'words', stakeholder }), [ask, stakeholder]);
  const name = stakeholderName(stakeholder, frame);
  const said = state.words?.stakeholder === stakeholder ? state.words.said : null;
  return (
    <Section id="stakeholder" title={t('title')}>
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <Field label={t('choose')}>
          {(id) => (
            <select
              id={id}
              value={stakeholder}
              onChange={(event) => setStakeholder(event.currentTarget.value)}
              className="field w-64 max-w-full"
            >
              {frame.stakeholders.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <fieldset className="flex flex-wrap items-center gap-x-4">
          <legend className="sr-only">{t('axis')}</legend>
          <span aria-hidden="true" className="text-note text-muted">
            {t('axis')}
          </span>
          {AXES.map((each) => (
            <label key={each} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="room-axis"
                checked={each === axis}
                onChange={() => setAxis(each)}
                className="size-4 accent-accent"
              />
              {t(each)}
            </label>
          ))}
        </fieldset>
      </div>
      {said === null ? null : (
        <figure className="mt-4" data-testid="track" data-stakeholder={stakeholder}>
          <h3 className="font-sans text-base font-semibold">
            {said.length === 0 ? t('none', { name }) : t('finding', { name, count: said.length })}
          </h3>
          <figcaption className="prose-column mt-1 mb-4 text-note text-muted">
            {t('howToRead', { name })}
          </figcaption>
          {said.length === 0 ? null : (
            <>
              <Multiples overview={overview} said={said} stakeholder={stakeholder} axis={axis} />
              <SaidTable name={name} said={said} frame={frame} onPosition={onPosition} />
            </>
          )}
        </figure>
      )}
    </Section>
  );
}

function Multiples({
  overview,
  said,
  stakeholder,
  axis,
}: {
  readonly overview: Overview;
  readonly said: readonly Said[];
  readonly stakeholder: string;
  readonly axis: Axis;
}) {
  const t = useTranslations('room.track');
  const words = useScoreWords();
  const format = useFormatter();
  const { place: x, first: begins, last: ends } = scaleOf(overview, said, axis);
  const end = (at: number) =>
    axis === 'position'
      ? String(at)
      : format.dateTime(new Date(at), { day: 'numeric', month: 'short', year: 'numeric' });
  const marks = overview.marks.map((mark) => ({ x: x(mark), type: mark.type, position: mark.position }));
  const acknowledged = overview.acknowledged
    .filter((each) => each.stakeholder === stakeholder)
    .map((each) => ({ x: x(each), key: `${each.position} ${each.briefing}` }));
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-x-8 gap-y-5">
      {overview.frame.profiles.map(({ id }) => {
        const title = profileTitle(id, overview.frame);
        const spans = spansOf(said, id, x);
        const scored = spans.flatMap(({ score }) => (score === null ? [] : [words(score)]));
        const [first, now] = [scored[0], scored.at(-1)];
        const says =
          first === undefined || now === undefined
            ? t('unscored')
            : scored.every((each) => each === first)
              ? t('unchanged', { now })
              : t('changed', { first, now });
        return (
          <li key={id} className="min-w-0">
            <p className="truncate font-medium">{title}</p>
            <p className="mb-2 text-note text-muted">{says}</p>
            <IntervalChart
              label={t('chart', { profile: title, words: says })}
              ends={[end(begins), end(ends)]}
              spans={spans}
              marks={marks}
              acknowledged={acknowledged}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface Place {
  readonly position: number;
  readonly at: string;
}

/** From 0 to 100: positions from the first to the last; or instants, from the first ballot's or event's on. */
function scaleOf({ size, instants }: Overview, said: readonly Said[], axis: Axis) {
  const last = axis === 'position' ? size - 1 : Date.parse(instants.at(-1) ?? '');
  const first =
    axis === 'position'
      ? 0
      : Math.min(...[instants[0] ?? '', ...said.map(({ at }) => at)].map((at) => Date.parse(at)));
  const value = ({ position, at }: Place) => (axis === 'position' ? position : Date.parse(at));
  // An acknowledgement in an imported file may lie before everything else.
  const place = (of: Place) => Math.max(0, (100 * (value(of) - first)) / Math.max(1, last - first));
  return { place, first, last };
}

function spansOf(said: readonly Said[], profile: string, x: (place: Place) => number): Span[] {
  return said.map((each, index) => {
    const next = said[index + 1];
    const { word } = each;
    return {
      key: `${each.position} ${each.at}`,
      from: x(each),
      to: next === undefined ? 100 : x(next),
      score: word.kind === 'scores' ? (own(word.scores, profile) ?? null) : null,
    };
  });
}
