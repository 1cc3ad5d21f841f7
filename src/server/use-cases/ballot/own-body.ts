/** What the newest ballot of a stakeholder says, to its own delegates, sealed or not. */
import type { BallotBody } from '@/negotiation/file/model';
import type { Procedure } from '@/negotiation/permissions';
import { own } from '@/negotiation/state';
import type { NegotiationScope } from '../../auth/scope';
import { sealedBallotAt } from '../../db/sealed-ballots';

/** `null` where there is none, or where the reader does not speak for the stakeholder. */
export async function ownBody(
  { viewer, known, log, store }: NegotiationScope<Procedure>,
  stakeholder: string,
): Promise<BallotBody | null> {
  const vote = own(known.state.votes, stakeholder);
  if (vote === undefined || !viewer.stakeholders.includes(stakeholder)) return null;
  if (vote.kind === 'revealed') return vote.ballot;
  const sealed = await sealedBallotAt(store.pool, log, stakeholder, vote.sealed);
  return sealed?.ballot ?? null;
}

/** The reader's own, by stakeholder. */
export async function ownBodies(
  scope: NegotiationScope<Procedure>,
): Promise<ReadonlyMap<string, BallotBody | null>> {
  const { stakeholders } = scope.viewer;
  return new Map(await Promise.all(stakeholders.map(async (id) => [id, await ownBody(scope, id)] as const)));
}
