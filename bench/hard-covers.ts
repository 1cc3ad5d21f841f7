import type { Cover } from '@/core/covering/cover';
import type { CoverTree } from '@/core/covering/cover-tree';
import { randomNumbers } from './random-numbers';

/** A covering problem (aggregation.md §4 "Gap to the bar"), made to be hard. */
export interface HardCover {
  readonly cover: Cover;
  readonly tree: CoverTree;
}

type Whole = (least: number, most: number) => number;
type Row = readonly [cost: number, ...weights: number[]];

const total = (rows: readonly Row[], column: number) =>
  rows.reduce((sum, row) => sum + (row[column] ?? 0), 0);
const weight = (dimension: number, need: number): CoverTree => ({ kind: 'weight', dimension, need });
const half = (rows: readonly Row[], dimension: number) => Math.floor(total(rows, dimension + 1) / 2);

interface Family {
  readonly name: string;
  readonly rows: (n: number, whole: Whole) => Row[];
  readonly tree: (rows: readonly Row[], whole: Whole) => CoverTree;
}

/** Costs are hundredths of points, as gains of people are: whole points and a hundredth where it is not said. */
const points = (whole: Whole) => 100 * whole(1, 100) + 1;

/** What is hard about covering, and what negotiations make of it. */
export const FAMILIES: readonly Family[] = [
  {
    name: 'equal weights',
    rows: (n, whole) => Array.from({ length: n }, () => [points(whole), 7]),
    tree: (rows) => weight(0, half(rows, 0) + 1),
  },
  {
    name: 'few different weights',
    rows: (n, whole) => Array.from({ length: n }, () => [points(whole), [1, 3, 4, 10][whole(0, 3)] ?? 1]),
    tree: (rows) => weight(0, half(rows, 0) + 1),
  },
  {
    name: 'weights like populations, whole points',
    rows: (n, whole) => Array.from({ length: n }, () => [points(whole), Math.round(1e6 / whole(1, 400))]),
    tree: (rows) => weight(0, half(rows, 0) + 1),
  },
  {
    name: 'weights like populations, any hundredth',
    rows: (n, whole) => Array.from({ length: n }, () => [whole(1, 10_000), Math.round(1e6 / whole(1, 400))]),
    tree: (rows) => weight(0, half(rows, 0) + 1),
  },
  {
    name: 'subset sums, even costs, odd need',
    rows: (n, whole) =>
      Array.from({ length: n }, () => {
        const each = 2 * whole(1500, 4500);
        return [each, each];
      }),
    tree: (rows) => weight(0, half(rows, 0) | 1),
  },
  {
    name: 'cost is weight and a constant, total just above twice the need',
    rows: (n, whole) =>
      Array.from({ length: n }, () => {
        const each = whole(1000, 10_000);
        return [each + 500, each];
      }),
    tree: (rows) => weight(0, half(rows, 0) - 1),
  },
  {
    name: 'each weight twice the one before',
    rows: (n, whole) => Array.from({ length: n }, (_, k) => [points(whole), 2 ** (k % 30)]),
    tree: (rows) => weight(0, half(rows, 0) + 1),
  },
  {
    name: 'two quotas that disagree',
    rows: (n, whole) =>
      Array.from({ length: n }, () => {
        const one = whole(1, 1000);
        return [points(whole), one, 1001 - one];
      }),
    tree: (rows) => ({
      kind: 'allOf',
      nodes: [weight(0, half(rows, 0) + 1), weight(1, half(rows, 1) + 1)],
    }),
  },
  {
    name: 'two quotas and many members nodes, one of several',
    rows: (n, whole) =>
      Array.from({ length: n }, () => [points(whole), whole(1, 1000), Math.round(1e5 / whole(1, 300))]),
    tree: (rows) => ({
      kind: 'anyOf',
      nodes: [0.4, 0.5, 0.6, 0.7].map((share, k) => ({
        kind: 'allOf',
        nodes: [
          weight(k % 2, Math.ceil(total(rows, 1 + (k % 2)) * (1.05 - share))),
          { kind: 'count', need: Math.ceil(rows.length * share) },
        ],
      })),
    }),
  },
  {
    name: 'names, quotas and members nested',
    rows: (n, whole) => Array.from({ length: n }, () => [points(whole), whole(1, 1000), whole(1, 1000)]),
    tree: (rows, whole) => {
      const some = () => Array.from({ length: 3 }, () => whole(0, rows.length - 1)).sort((a, b) => a - b);
      return {
        kind: 'allOf',
        nodes: [
          weight(0, half(rows, 0) + 1),
          {
            kind: 'anyOf',
            nodes: [
              { kind: 'all', elements: [...new Set(some())] },
              {
                kind: 'allOf',
                nodes: [{ kind: 'any', elements: [...new Set(some())] }, weight(1, half(rows, 1))],
              },
            ],
          },
        ],
      };
    },
  },
];

/** The same each time. */
export function hardCover({ rows, tree }: Family, n: number, seed: number): HardCover {
  const random = randomNumbers(seed);
  const whole: Whole = (least, most) => least + Math.floor(random() * (most - least + 1));
  const sorted = rows(n, whole).sort((a, b) => a[0] - b[0]);
  const column = (at: number) => Float64Array.from(sorted, (row) => row[at] ?? 0);
  const dimensions = (sorted[0]?.length ?? 1) - 1;
  return {
    cover: {
      costs: column(0),
      weights: Array.from({ length: dimensions }, (_, d) => column(d + 1)),
      rounding: 0,
      compare: () => 0,
    },
    tree: tree(sorted, whole),
  };
}
