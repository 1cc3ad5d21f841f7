/** Who sits at the table, and who stands in for whom. */
import type { Member } from '@/negotiation/roles';
import type { Deputy } from '@/negotiation/state';
import type { NegotiationScope } from '../../auth/scope';
import { namesIn } from '../../db/pseudonyms';

/** `null` for somebody who has left the installation: the pseudonym stays, the person goes. */
interface Named {
  readonly name: string | null;
}

interface MemberList {
  /** One entry a seat, in the order in which they were taken. */
  readonly members: readonly (Member & Named)[];
  readonly deputies: readonly (Deputy & Named)[];
  /** The reader's own pseudonym. */
  readonly me: string | null;
}

/** Members see one another's names; the log itself holds pseudonyms alone (ledger.md §1). */
export async function listMembers({
  store,
  log,
  pseudonym,
  known: { state },
}: NegotiationScope<'member.list'>): Promise<MemberList> {
  const names = await namesIn(store, log);
  const named = <T extends { readonly pseudonym: string }>(entry: T): T & Named => ({
    ...entry,
    name: names.get(entry.pseudonym) ?? null,
  });
  return { members: state.members.map(named), deputies: state.deputies.map(named), me: pseudonym };
}
