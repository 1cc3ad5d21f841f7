import { type Adder, adderFor } from './adder';
import type { Game, PlayerType } from './game';
import { type Answers, cellsOf, countSets, type Mover, type Questions } from './leave-one-out';
import { countMixedSets } from './leave-one-out-mixed';
import { exactly, type Modulus, plus } from './modular';
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
  const sizes = bySize ? game.players : 1;
  const jobs = [...groupsOf(game, plan, terms)].flatMap((group) => jobOf(game, plan, group, bySize) ?? []);
  const adder = adderFor(
    Math.max(0, ...jobs.map(({ questions, mixed }) => (mixed ? 0 : cellsOf(questions)))),
  );
  // Of the others' 2ⁿ⁻¹ coalitions at most all.
  const flat = exactly(game.players - 1, (modulus) => {
    const swings = game.types.map(() => new Float64Array(sizes));
    for (const job of jobs) addJob(job, modulus, adder, swings);
    return swings.flatMap((own) => [...own]);
  });
  return game.types.map((_, t) => flat.slice(t * sizes, (t + 1) * sizes));
}

/** Terms that are counted in one pass: the same players forced in, the same coordinates bounded. */
interface Group {
  readonly forced: readonly boolean[];
  readonly coordinates: readonly number[];
  readonly terms: { readonly below: readonly number[]; readonly coefficients: Int32Array }[];
}

const isForced = (type: PlayerType, atoms: readonly number[]): boolean =>
  type.named.some((atom) => atoms.includes(atom));

function groupsOf(game: Game, plan: Plan, terms: readonly Term[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const term of terms) {
    const forced = game.types.map((type) => isForced(type, term.forced));
    const coordinates = plan.coordinates.flatMap((_, k) => (term.below[k] === null ? [] : [k]));
    const key = `${forced.map(Number).join('')}|${coordinates.join(' ')}`;
    const group = groups.get(key) ?? { forced, coordinates, terms: [] };
    groups.set(key, group);
    group.terms.push({
      below: coordinates.map((k) => term.below[k] ?? 0),
      coefficients: term.coefficients,
    });
  }
  return groups.values();
}

/** What is to be counted once, modulo each prime. */
interface Job {
  /** Indices into the types. */
  readonly free: readonly number[];
  readonly forced: readonly number[];
  readonly forcedPlayers: number;
  readonly freePlayers: number;
  /** Those are counted who are not in S. */
  readonly complement: boolean;
  readonly mixed: boolean;
  readonly questions: Questions;
  /** By bounds of the questions. */
  readonly coefficients: readonly Int32Array[];
}

/** `null` where no set of players keeps any of the bounds. */
function jobOf(game: Game, plan: Plan, group: Group, bySize: boolean): Job | null {
  const coordinates = group.coordinates.flatMap((k) => plan.coordinates[k] ?? []);
  const complement = coordinates.length > 0 && coordinates.every(({ out }) => out);
  const whenIn = (t: PlayerType): number[] => coordinates.map((c) => (c.out ? 0 : (t.weights[c.axis] ?? 0)));
  const whenOut = (t: PlayerType): number[] => coordinates.map((c) => (c.out ? (t.weights[c.axis] ?? 0) : 0));
  const indices = [...game.types.keys()];
  const forced = indices.filter((t) => group.forced[t] === true);
  const free = indices.filter((t) => group.forced[t] !== true);
  const count = (some: readonly number[]): number =>
    some.reduce((n, t) => n + game.types[t]!.members.length, 0);
  // Who is forced in weighs on the coordinates of the coalition before anyone is counted.
  const start = coordinates.map((_, c) =>
    forced.reduce((w, t) => w + whenIn(game.types[t]!)[c]! * game.types[t]!.members.length, 0),
  );
  const possible = group.terms
    .map(({ below, coefficients }) => ({ bounds: below.map((b, c) => b - 1 - start[c]!), coefficients }))
    .filter(({ bounds }) => bounds.every((b) => b >= 0));
  if (possible.length === 0) return null;
  const movers = free.map((t): Mover => {
    const type = game.types[t]!;
    const [inside, outside] = [whenIn(type), whenOut(type)];
    return {
      counted: complement ? outside : inside,
      uncounted: complement ? inside : outside,
      players: type.members.length,
    };
  });
  return {
    free,
    forced,
    forcedPlayers: count(forced),
    freePlayers: count(free),
    complement,
    mixed: !complement && coordinates.some(({ out }) => out),
    questions: {
      movers,
      extents: coordinates.map((_, c) => 1 + Math.max(...possible.map(({ bounds }) => bounds[c]!))),
      bySize,
      bounds: possible.map(({ bounds }) => bounds),
      all: forced.length > 0,
    },
    coefficients: possible.map(({ coefficients }) => coefficients),
  };
}

/** Adds what the job's terms contribute to the residues of the swings, by type and size. */
function addJob(job: Job, modulus: Modulus, adder: Adder, swings: readonly Float64Array[]): void {
  const { questions, complement, mixed, forcedPlayers, freePlayers, coefficients } = job;
  const { bySize } = questions;
  const answers: Answers = mixed ? countMixedSets(questions, modulus) : countSets(questions, modulus, adder);
  /** The size of S, i apart, when `row` of the free players (i apart) are counted. */
  const size = (row: number, others: number): number =>
    bySize ? forcedPlayers + (complement ? others - row : row) : 0;
  const addTo = (t: number, s: number, coefficient: number, sets: number): void => {
    if (coefficient !== 0) swings[t]![s] = plus(swings[t]![s]!, coefficient, sets, modulus);
  };
  for (const [k, whole] of answers.all.entries()) {
    for (const [row, sets] of whole.entries()) {
      const s = size(row, freePlayers);
      for (const t of job.forced) addTo(t, bySize ? s - 1 : 0, coefficients[k]![s]!, sets);
    }
  }
  for (const [m, t] of job.free.entries()) {
    for (const [k, { counted, uncounted }] of answers.without[m]!.entries()) {
      const [inside, outside] = complement ? [uncounted, counted] : [counted, uncounted];
      for (const [row, sets] of inside.entries()) {
        const s = size(row, freePlayers - 1);
        addTo(t, s, coefficients[k]![bySize ? s + 1 : 0]!, sets);
      }
      for (const [row, sets] of outside.entries()) {
        const s = size(row, freePlayers - 1);
        addTo(t, s, -coefficients[k]![s]!, sets);
      }
    }
  }
}
