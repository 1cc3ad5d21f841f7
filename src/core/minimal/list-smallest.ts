import { MemberSet } from '../coalition';
import { satisfies } from '../rule';
import { isMinimal, type RuleGame, widened } from './game';

export interface Smallest {
  readonly coalitions: readonly (readonly number[])[];
  readonly whole: boolean;
}

/**
 * The first minimal adequate coalitions: size by size, and within a size by the order of the stakeholders. What the
 * steps suffice for is always the beginning of that list.
 */
export function listSmallest(game: RuleGame, most: number, steps: number): Smallest {
  const search = new Search(game, most, steps);
  const n = game.stakeholders.length;
  for (let size = 0; size <= n && search.goesOn; size += 1) search.ofSize(size);
  return { coalitions: search.found, whole: search.left > 0 };
}

class Search {
  readonly found: number[][] = [];
  private readonly set: MemberSet;
  private readonly members: number[] = [];
  /** By first stakeholder of the rest, then dimension: the weights of the r heaviest of the rest, r from 0. */
  private readonly heaviest: readonly (readonly Float64Array[])[];

  constructor(
    private readonly game: RuleGame,
    private readonly most: number,
    public left: number,
  ) {
    this.set = new MemberSet(game.stakeholders, game.dimensions);
    this.heaviest = heaviestSums(game);
  }

  get goesOn(): boolean {
    return this.left > 0 && this.found.length < this.most;
  }

  ofSize(size: number): void {
    this.from(0, size);
  }

  /** Adds `wanted` of the stakeholders from `first` on, in every way that could come to a minimal coalition. */
  private from(first: number, wanted: number): void {
    if (!this.goesOn) return;
    this.left -= 1;
    if (wanted === 0) {
      if (isMinimal(this.game, this.set, this.members)) this.found.push([...this.members]);
      return;
    }
    if (!this.canReach(first, wanted)) return;
    // An adequate coalition stays adequate, so that whoever joined it could leave again.
    if (satisfies(this.game.rule, this.set)) return;
    const last = this.game.stakeholders.length - wanted;
    for (let next = first; next <= last && this.goesOn; next += 1) {
      this.set.add(next);
      this.members.push(next);
      this.from(next + 1, wanted - 1);
      this.members.pop();
      this.set.remove(next);
    }
  }

  /** Whether as many more, with the most that so many can weigh in each dimension, could be adequate. */
  private canReach(first: number, wanted: number): boolean {
    const rest = this.heaviest[first] ?? this.heaviest[0];
    const most = widened(
      this.set,
      wanted,
      (dimension) => rest?.[dimension]?.[wanted] ?? 0,
      (stakeholder) => stakeholder >= first,
    );
    return satisfies(this.game.rule, most);
  }
}

/** Above this the heaviest of all stand for the heaviest of the rest, which keeps n² numbers out of memory. */
const MOST_SORTED = 400;

function heaviestSums({ stakeholders, dimensions }: RuleGame): Float64Array[][] {
  const starts = stakeholders.length <= MOST_SORTED ? stakeholders.length + 1 : 1;
  return Array.from({ length: starts }, (_, first) =>
    Array.from({ length: dimensions }, (_, dimension) => {
      const weights = stakeholders.slice(first).map(({ weights: own }) => own[dimension] ?? 0);
      const descending = Float64Array.from(weights).sort().reverse();
      const sums = new Float64Array(descending.length + 1);
      for (const [index, weight] of descending.entries()) sums[index + 1] = (sums[index] ?? 0) + weight;
      return sums;
    }),
  );
}
