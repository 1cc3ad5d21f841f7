import { type MemberSet, memberSet } from '../coalition';
import { satisfies } from '../rule';
import { isCritical, type RuleGame } from './game';

/**
 * Who holds a veto, and who can never matter (is a dummy player). `seen`: who is in some minimal coalition; `all`:
 * whether every one of them was looked at.
 */
export function whoMatters(game: RuleGame, seen: ReadonlySet<number>, all: boolean) {
  const everyone = [...game.stakeholders.keys()];
  const set = memberSet(game.stakeholders, game.dimensions, everyone);
  const adequate = satisfies(game.rule, set);
  const vetoes = adequate ? everyone.filter((member) => isCritical(game.rule, set, member)) : [];
  const unseen = everyone.filter((member) => !seen.has(member));
  if (all) return { vetoes, dummies: unseen, undecided: [] };
  return { vetoes, dummies: [], undecided: unseen.filter((member) => !isNeededSomewhere(game, member)) };
}

/** Whether the member stays in a coalition that others leave while it stays adequate: lightest first, then heaviest. */
function isNeededSomewhere(game: RuleGame, member: number): boolean {
  const others = [...game.stakeholders.keys()].filter((other) => other !== member);
  const weight = (other: number) => Math.max(0, ...(game.stakeholders[other]?.weights ?? []));
  const ascending = others.toSorted((a, b) => weight(a) - weight(b));
  return [ascending, ascending.toReversed()].some((order) => {
    const set: MemberSet = memberSet(game.stakeholders, game.dimensions, [...others, member]);
    for (const other of order) {
      if (isCritical(game.rule, set, member)) return true;
      if (!isCritical(game.rule, set, other)) set.remove(other);
    }
    return isCritical(game.rule, set, member);
  });
}
