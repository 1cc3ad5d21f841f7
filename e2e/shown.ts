import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { FileProfile, FileStakeholder, NegotiationFile } from '@/negotiation/file/model';
import { STAKEHOLDER_KINDS } from '@/negotiation/file/model';

/** Negotiations to look at that the demonstration is not: large, empty, hopeless and going round in circles. */

/** Read as a file: Playwright imports no JSON. */
const CATALOGUE_FORMS = z
  .object({ threats: z.array(z.object({ forms: z.array(z.object({ id: z.string() })) })) })
  .parse(JSON.parse(readFileSync('src/negotiation/threats.json', 'utf8')))
  .threats.flatMap(({ forms }) => forms.map(({ id }) => id));

const AT = '2026-01-05T10:00:00.000Z';
const DELEGATIONS = 30;
/** Six decisions of two each: every profile of the large negotiation is one way to take them all. */
const DECISIONS = 6;
const COUNTRIES = ['Arden', 'Brisa', 'Cala', 'Dovra', 'Elm', 'Ferro', 'Galt', 'Hale', 'Ivor', 'Jura'];
const DECIDERS = ['Aurora', 'Borealis', 'Cirrus', 'Deneb', 'Arden', 'Brisa'];

/** Numbers that look scattered and are always the same: 0 … below − 1. */
function scattered(seed: number, below: number): number {
  return ((seed * 2_654_435_761) >>> 8) % below;
}

function delegations(): FileStakeholder[] {
  return Array.from({ length: DELEGATIONS }, (_, i) => ({
    id: `d${i}`,
    name:
      i < DECISIONS
        ? `${DECIDERS[i]} delegation`
        : `${COUNTRIES[i % 10]} ${['Labs', 'Institute', 'Republic'][i % 3]} ${i}`,
    kind: STAKEHOLDER_KINDS[i % STAKEHOLDER_KINDS.length] ?? 'other',
    weights: {
      compute: i < DECISIONS ? 900 - 100 * i : 10 + scattered(i, 120),
      population: scattered(i + 50, 1_500),
    },
  }));
}

/** 64 profiles and 30 delegations, moves along every edge of a hypercube, threats judged all over. */
export function large(): NegotiationFile {
  const stakeholders = delegations();
  const profiles = Array.from({ length: 2 ** DECISIONS }, (_, x): FileProfile => {
    const stops = DECIDERS.filter((_, k) => (x >> k) % 2 === 1);
    return {
      id: `x${x}`,
      title:
        x === 0
          ? 'Everyone carries on'
          : stops.length === DECISIONS
            ? 'Everyone stops at the threshold'
            : `${stops.join(', ')} ${stops.length === 1 ? 'stops' : 'stop'} at the threshold`,
      default: x === 0,
      strategies: Object.fromEntries(
        DECIDERS.map((name, k) => [`d${k}`, stops.includes(name) ? 'Stop' : 'Go on']),
      ),
      ...(x > 40 ? { relies: ['shutdown', 'audit'] } : {}),
    };
  });
  const stopping = (x: number) => x.toString(2).replaceAll('0', '').length;
  return {
    format: 'parley-negotiation/1',
    title: 'Sixty-four ways to stop',
    description: 'Which of six decision-makers should stop training at the threshold?',
    dimensions: [
      { id: 'compute', label: 'Compute, in thousandths' },
      { id: 'population', label: 'Population, in millions' },
    ],
    rule: {
      allOf: [{ quota: { dimension: 'compute', moreThan: '1/2' } }, { members: { atLeast: '1/2' } }],
    },
    stakeholders,
    guarantees: [
      { id: 'shutdown', title: 'Shutdown within the hour', kind: 'shutdown-bound', holds: 'instance' },
      { id: 'audit', title: 'Audit of every large run', kind: 'other', holds: 'training' },
    ],
    profiles,
    ballots: stakeholders.slice(0, DELEGATIONS - 2).map(({ id }, i) => ({
      stakeholder: id,
      at: AT,
      scores: Object.fromEntries(
        profiles.map((profile, x) => {
          const own = i < DECISIONS && (x >> i) % 2 === 1 ? 9 : 0;
          const best = Math.min(
            95,
            35 + stopping(x) * (3 + scattered(i, 6)) - own + scattered(i * 64 + x, 9),
          );
          const spread = scattered(i, 5);
          return [profile.id, [Math.max(0, best - spread), best, Math.min(100, best + spread)] as const];
        }),
      ),
    })),
    threatAssessments: profiles.slice(1).flatMap(({ id }, x) =>
      CATALOGUE_FORMS.flatMap((threat, k) => {
        const best = scattered(x * 31 + k, 5) - 3;
        return scattered(x + k * 7, 4) === 0
          ? []
          : [
              {
                stakeholder: `d${k % DECISIONS}`,
                profile: id,
                threat,
                change: [best, best, Math.min(3, best + 1)] as const,
              },
            ];
      }),
    ),
  };
}

type Row = readonly [name: string, kind: FileStakeholder['kind'], ...scores: readonly number[]];

function small(title: string, titles: readonly string[], rows: readonly Row[], vote = true): NegotiationFile {
  const profiles = titles.map((name, x) => ({ id: `x${x}`, title: name, default: x === 0 }));
  const stakeholders = rows.map(([name, kind], i) => ({
    id: `d${i}`,
    name,
    kind,
    weights: { compute: 100 },
  }));
  return {
    format: 'parley-negotiation/1',
    title,
    dimensions: [{ id: 'compute', label: 'Compute, in thousandths' }],
    rule: { quota: { dimension: 'compute', moreThan: '1/2' } },
    stakeholders,
    profiles,
    ballots: vote
      ? rows.map(([, , ...scores], i) => ({
          stakeholder: `d${i}`,
          at: AT,
          scores: Object.fromEntries(
            profiles.map(({ id }, x) => {
              const best = scores[x] ?? 50;
              return [id, [Math.max(0, best - 8), best, Math.min(100, best + 8)] as const];
            }),
          ),
        }))
      : [],
  };
}

const THREE: readonly Row[] = [
  ['Aurora Labs', 'lab', 40, 60, 52, 46],
  ['Borealis AI', 'lab', 40, 46, 60, 52],
  ['Republic of Arden', 'government', 40, 52, 46, 60],
];

const TITLES = ['Carry on', 'Licences first', 'Joint facility', 'Verified pause'];

/** Nobody has voted. */
export const unvoted = (): NegotiationFile => small('Before the first ballot', TITLES, THREE, false);

/** Everybody holds the default to be the best. */
export const hopeless = (): NegotiationFile =>
  small(
    'Nothing that can clear',
    TITLES,
    THREE.map(([name, kind, ...scores]) => [name, kind, 99, ...scores.slice(1)]),
  );

/** Three profiles, each of which may be better than the next for everyone. */
export const circular = (): NegotiationFile => small('Round in circles', TITLES, THREE);
