import type { Negotiation, Rule } from '../model';

/**
 * A coalition as a bit mask: bit i says that stakeholder i is in it. Everything below enumerates 2ⁿ of them, so
 * n ≤ 16.
 */
export type Coalition = number;

export const NOBODY: Coalition = 0;

export function isIn(member: number, coalition: Coalition): boolean {
  return (coalition >> member) % 2 === 1;
}

export function coalitionOf(members: readonly number[]): Coalition {
  return members.reduce((coalition, member) => coalition | (1 << member), NOBODY);
}

export function membersOf(coalition: Coalition): readonly number[] {
  const members: number[] = [];
  for (let i = 0; coalition >> i > 0; i += 1) if (isIn(i, coalition)) members.push(i);
  return members;
}

export function sizeOf(coalition: Coalition): number {
  return membersOf(coalition).length;
}

/** Every subset, the empty one and the coalition itself included. */
export function subsetsOf(coalition: Coalition): readonly Coalition[] {
  let subsets: Coalition[] = [NOBODY];
  for (const member of membersOf(coalition)) {
    subsets = subsets.flatMap((subset) => [subset, subset | (1 << member)]);
  }
  return subsets;
}

export function everyone(negotiation: Negotiation): Coalition {
  return coalitionOf(negotiation.stakeholders.map((_, i) => i));
}

/** w(S) in one dimension. */
export function weightOf(negotiation: Negotiation, coalition: Coalition, dimension: number): bigint {
  return membersOf(coalition).reduce(
    (total, i) => total + BigInt(negotiation.stakeholders[i]?.weights[dimension] ?? 0),
    0n,
  );
}

function passes(amount: bigint, total: bigint, share: { a: number; b: number }, strict: boolean): boolean {
  const left = amount * BigInt(share.b);
  const right = total * BigInt(share.a);
  return strict ? left > right : left >= right;
}

/** The table of §2, a row a case. */
export function satisfies(negotiation: Negotiation, rule: Rule, coalition: Coalition): boolean {
  const n = negotiation.stakeholders.length;
  switch (rule.kind) {
    case 'quota':
      return passes(
        weightOf(negotiation, coalition, rule.dimension),
        weightOf(negotiation, everyone(negotiation), rule.dimension),
        rule.share,
        rule.strict,
      );
    case 'members':
      return passes(BigInt(sizeOf(coalition)), BigInt(n), rule.share, rule.strict);
    case 'count':
      return sizeOf(coalition) >= rule.atLeast;
    case 'allBut':
      return sizeOf(coalition) >= n - rule.allBut;
    case 'includes':
      return rule.stakeholders.every((i) => isIn(i, coalition));
    case 'allOf':
      return rule.nodes.every((node) => satisfies(negotiation, node, coalition));
    case 'anyOf':
      return rule.nodes.some((node) => satisfies(negotiation, node, coalition));
  }
}

export type Adequacy = (coalition: Coalition) => boolean;

/** A(S), or A_x(S) with the needs of a profile, remembered by coalition. */
export function adequacy(negotiation: Negotiation, needs: Rule | null): Adequacy {
  const known = new Map<Coalition, boolean>();
  return (coalition) => {
    const answer =
      known.get(coalition) ??
      (satisfies(negotiation, negotiation.rule, coalition) &&
        (needs === null || satisfies(negotiation, needs, coalition)));
    known.set(coalition, answer);
    return answer;
  };
}
