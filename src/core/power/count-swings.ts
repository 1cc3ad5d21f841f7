import type { Game, PlayerType } from './game';
import { adderOf, answerLength, type Bounds, countSets, type Mover, type Questions } from './leave-one-out';
import { countMixedSets } from './leave-one-out-mixed';
import { exactly } from './modular';
import type { Plan } from './plan';
import type { Term } from './terms';

/**
 * Swings of one player of each type, by the size of the coalition joined: entry s counts the S without the player,
 * |S| = s, that are inadequate and become adequate by its joining (aggregation.md §4 "Power"). A single entry, the
 * number of all swings, where the terms are not by size.
 *
 * A is monotone, so swings of i at s = #{adequate T ∋ i, |T| = s + 1} − #{adequate S ∌ i, |S| = s}; each side is a
 * sum of terms.
 */
export function countSwings(game: Game, plan: Plan, terms: readonly Term[], bySize: boolean): bigint[][] {
  const swings = game.types.map(() => new Array<bigint>(bySize ? game.players : 1).fill(0n));
  for (const job of jobsOf(game, plan, terms)) addJob(game, plan, job, bySize, swings);
  return swings;
}

/** Terms that are counted in one pass: the same players forced in, the same coordinates bounded. */
interface Job {
  readonly forced: readonly boolean[];
  readonly coordinates: readonly number[];
  readonly terms: { readonly below: readonly number[]; readonly coefficients: Int32Array }[];
}

const isForced = (type: PlayerType, atoms: readonly number[]): boolean =>
  type.named.some((atom) => atoms.includes(atom));

function jobsOf(game: Game, plan: Plan, terms: readonly Term[]): Iterable<Job> {
  const jobs = new Map<string, Job>();
  for (const term of terms) {
    const forced = game.types.map((type) => isForced(type, term.forced));
    const coordinates = plan.coordinates.flatMap((_, k) => (term.below[k] === null ? [] : [k]));
    const key = `${forced.map(Number).join('')}|${coordinates.join(' ')}`;
    const job = jobs.get(key) ?? { forced, coordinates, terms: [] };
    jobs.set(key, job);
    job.terms.push({
      below: coordinates.map((k) => term.below[k] ?? 0),
      coefficients: term.coefficients,
    });
  }
  return jobs.values();
}

function addJob(game: Game, plan: Plan, job: Job, bySize: boolean, swings: bigint[][]): void {
  const coordinates = job.coordinates.flatMap((k) => plan.coordinates[k] ?? []);
  const complement = coordinates.length > 0 && coordinates.every(({ out }) => out);
  const mixed = !complement && coordinates.some(({ out }) => out);
  const whenIn = (t: PlayerType): number[] => coordinates.map((c) => (c.out ? 0 : (t.weights[c.axis] ?? 0)));
  const whenOut = (t: PlayerType): number[] => coordinates.map((c) => (c.out ? (t.weights[c.axis] ?? 0) : 0));
  const free = game.types.filter((_, t) => job.forced[t] !== true);
  const forced = game.types.filter((_, t) => job.forced[t] === true);
  const swingsOf = new Map(game.types.map((type, t) => [type, swings[t] ?? []]));
  const count = (types: readonly PlayerType[]): number => types.reduce((n, t) => n + t.members.length, 0);
  const forcedPlayers = count(forced);
  const freePlayers = count(free);
  // Who is forced in weighs on the coordinates of the coalition before anyone is counted.
  const start = coordinates.map((_, c) => forced.reduce((w, t) => w + whenIn(t)[c]! * t.members.length, 0));
  const terms = job.terms.map(({ below, coefficients }) => ({
    bounds: below.map((b, c) => b - 1 - start[c]!),
    coefficients,
  }));
  const possible = terms.filter(({ bounds }) => bounds.every((b) => b >= 0));
  if (possible.length === 0) return;

  const minus = (bounds: Bounds, v: readonly number[]): number[] => bounds.map((b, c) => b - v[c]!);
  const questions: Questions = {
    movers: free.map(
      (t): Mover => ({
        counted: complement ? whenOut(t) : whenIn(t),
        uncounted: complement ? whenIn(t) : whenOut(t),
        players: t.members.length,
      }),
    ),
    extents: coordinates.map((_, c) => 1 + Math.max(...possible.map(({ bounds }) => bounds[c]!))),
    bySize,
    all: forced.length === 0 ? [] : possible.map(({ bounds }) => bounds),
    without: free.map((t) =>
      possible.flatMap(({ bounds }) => [minus(bounds, whenIn(t)), minus(bounds, whenOut(t))]),
    ),
  };
  const adder = mixed ? null : adderOf(questions);
  const answers = exactly(freePlayers, (modulus) =>
    adder === null ? countMixedSets(questions, modulus) : countSets(questions, modulus, adder),
  );

  let at = 0;
  const answer = (players: number): bigint[] => {
    const length = answerLength(questions, players);
    at += length;
    return answers.slice(at - length, at);
  };
  /** The size of S, i apart, when `row` of the free players (i apart) are counted. */
  const size = (row: number, others: number): number => forcedPlayers + (complement ? others - row : row);
  const addTo = (type: PlayerType, s: number, coefficient: number, sets: bigint): void => {
    const list = swingsOf.get(type)!;
    if (coefficient !== 0) list[s]! += BigInt(coefficient) * sets;
  };

  if (forced.length > 0) {
    for (const { coefficients } of possible) {
      for (const [row, sets] of answer(freePlayers).entries()) {
        const s = bySize ? size(row, freePlayers) : 0;
        for (const type of forced) addTo(type, bySize ? s - 1 : 0, coefficients[s]!, sets);
      }
    }
  }
  for (const type of free) {
    for (const { coefficients } of possible) {
      for (const [row, sets] of answer(freePlayers - 1).entries()) {
        const s = bySize ? size(row, freePlayers - 1) : 0;
        addTo(type, s, coefficients[bySize ? s + 1 : 0]!, sets);
      }
      for (const [row, sets] of answer(freePlayers - 1).entries()) {
        const s = bySize ? size(row, freePlayers - 1) : 0;
        addTo(type, s, -coefficients[s]!, sets);
      }
    }
  }
}
