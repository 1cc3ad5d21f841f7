import type { RuleNode } from '@/negotiation/file/model';

export type MembersBound = 'moreThan' | 'atLeast' | 'count' | 'allBut';
type Members = Extract<RuleNode, { readonly members: unknown }>;

/** The bound of a node on the number of stakeholders, and its number or share as text. */
export function membersBoundOf({ members }: Members): {
  readonly bound: MembersBound;
  readonly text: string;
} {
  if ('allBut' in members) return { bound: 'allBut', text: String(members.allBut) };
  if ('moreThan' in members) return { bound: 'moreThan', text: members.moreThan };
  const { atLeast } = members;
  return typeof atLeast === 'number'
    ? { bound: 'count', text: String(atLeast) }
    : { bound: 'atLeast', text: atLeast };
}

/** The node of a bound; `null`: with what it starts from. */
export function membersNode(bound: MembersBound, text: string | null): Members {
  switch (bound) {
    case 'moreThan':
      return { members: { moreThan: text ?? '1/2' } };
    case 'atLeast':
      return { members: { atLeast: text ?? '1/2' } };
    case 'count':
      return { members: { atLeast: Number(text ?? 1) } };
    case 'allBut':
      return { members: { allBut: Number(text ?? 1) } };
  }
}

/** The digits of what was typed: what is left empty is 0, which the check then refuses where it must. */
export function countFrom(text: string): string {
  return String(Number(text.replaceAll(/\D/g, '').slice(0, 7)));
}
