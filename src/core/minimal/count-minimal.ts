import { MemberSet } from '../coalition';
import { type CompiledRule, satisfies } from '../rule';
import { isCritical, type RuleGame } from './game';

export interface Counted {
  readonly count: bigint;
  readonly exact: boolean;
  /** Who is in some minimal coalition of those that were counted. */
  readonly members: ReadonlySet<number>;
}

/**
 * Counts the minimal adequate coalitions. Stakeholders that no rule could tell apart are one class, of which only the
 * number matters: a consortium by heads costs n steps and not 2ⁿ.
 */
export function countMinimal(game: RuleGame, steps: number): Counted {
  const count = new Count(game, steps);
  count.from(0, 1n);
  return { count: count.total, exact: count.left > 0, members: count.members };
}

class Count {
  total = 0n;
  readonly members = new Set<number>();
  private readonly set: MemberSet;
  private readonly rest: MemberSet;
  private readonly classes: readonly (readonly number[])[];
  private readonly taken: number[];

  constructor(
    private readonly game: RuleGame,
    public left: number,
  ) {
    this.set = new MemberSet(game.stakeholders, game.dimensions);
    this.rest = new MemberSet(game.stakeholders, game.dimensions);
    this.classes = classesOf(game);
    this.taken = this.classes.map(() => 0);
    for (const each of game.stakeholders.keys()) this.rest.add(each);
  }

  /** From the `index`th class on; `ways` to choose the members of those before. */
  from(index: number, ways: bigint): void {
    if (this.left <= 0) return;
    this.left -= 1;
    if (satisfies(this.game.rule, this.set)) {
      if (this.isMinimal()) this.tally(ways);
      return;
    }
    const members = this.classes[index];
    if (members === undefined || !satisfies(this.game.rule, this.rest)) return;
    // `rest` is the coalition with everyone who could still join it: here all of the class, then fewer.
    for (let k = members.length; k >= 0; k -= 1) {
      this.take(index, members, k);
      if (satisfies(this.game.rule, this.rest)) this.from(index + 1, ways * binomial(members.length, k));
    }
    for (const member of members) this.rest.add(member);
  }

  private take(index: number, members: readonly number[], k: number): void {
    this.taken[index] = k;
    for (const [rank, member] of members.entries()) {
      if (rank < k) {
        this.set.add(member);
        this.rest.add(member);
      } else {
        this.set.remove(member);
        this.rest.remove(member);
      }
    }
  }

  /** One member of each class stands for the others of it. */
  private isMinimal(): boolean {
    return this.classes.every((members, index) => {
      const taken = this.taken[index] ?? 0;
      const last = members[taken - 1];
      return last === undefined || isCritical(this.game.rule, this.set, last);
    });
  }

  private tally(ways: bigint): void {
    this.total += ways;
    for (const [index, members] of this.classes.entries()) {
      if ((this.taken[index] ?? 0) > 0) for (const member of members) this.members.add(member);
    }
  }
}

/** The heaviest first, since what they decide is decided early. Same weights, and named by the same conditions. */
function classesOf({ rule, stakeholders }: RuleGame): number[][] {
  const named = stakeholders.map((): string[] => []);
  for (const [index, list] of includesOf(rule).entries()) {
    for (const stakeholder of list) named[stakeholder]?.push(String(index));
  }
  const classes = new Map<string, number[]>();
  for (const [index, { weights }] of stakeholders.entries()) {
    const key = `${weights.join(' ')};${named[index]?.join(' ')}`;
    const known = classes.get(key);
    if (known === undefined) classes.set(key, [index]);
    else known.push(index);
  }
  const heaviest = (members: readonly number[]) =>
    Math.max(0, ...(stakeholders[members[0] ?? 0]?.weights ?? []));
  return [...classes.values()].sort((a, b) => heaviest(b) - heaviest(a));
}

function includesOf(rule: CompiledRule): (readonly number[])[] {
  if (rule.kind === 'includes') return [rule.stakeholders];
  return rule.kind === 'allOf' || rule.kind === 'anyOf' ? rule.nodes.flatMap(includesOf) : [];
}

function binomial(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= Math.min(k, n - k); i += 1) result = (result * BigInt(n - i + 1)) / BigInt(i);
  return result;
}
