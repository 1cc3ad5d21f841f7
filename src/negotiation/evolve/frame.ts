import type { EventData } from '../events/catalogue';
import { namesDimension, namesStakeholder } from '../rule-names';
import { drop, type Kernel, put, removeWhere, retire } from './kernel';

/** Dimensions, stakeholders, criteria, guarantees: what the events do to the state (product.md §2). */

export function dimensionAdded(kernel: Kernel, { dimension, weights }: EventData<'dimension.added'>): void {
  kernel.dimensions.push(dimension);
  for (const [id, weight] of Object.entries(weights)) {
    const index = kernel.stakeholderIndex[id];
    const stakeholder = index === undefined ? undefined : kernel.stakeholders[index];
    if (index === undefined || stakeholder === undefined) continue;
    kernel.stakeholders[index] = {
      ...stakeholder,
      weights: { ...stakeholder.weights, [dimension.id]: weight },
    };
  }
}

/** Pledges whose condition counts the dimension go with it: what they ask for no longer exists. */
export function dimensionRemoved(kernel: Kernel, { id }: EventData<'dimension.removed'>): void {
  drop(kernel.dimensions, id);
  for (const [index, stakeholder] of kernel.stakeholders.entries()) {
    if (stakeholder.weights === undefined || !Object.hasOwn(stakeholder.weights, id)) continue;
    const { [id]: _gone, ...weights } = stakeholder.weights;
    kernel.stakeholders[index] = { ...stakeholder, weights };
  }
  removeWhere(kernel.pledges, ({ now }) => now?.condition != null && namesDimension(now.condition, id));
}

export function stakeholderPut(kernel: Kernel, { stakeholder }: EventData<'stakeholder.added'>): void {
  put(kernel.stakeholders, stakeholder);
  if (!Object.hasOwn(kernel.stakeholderIndex, stakeholder.id)) {
    kernel.stakeholderIndex[stakeholder.id] = kernel.stakeholders.length - 1;
  }
}

/**
 * Who is removed takes along ballots, pledges and assessments (product.md §2), its delegates' seats and its
 * strategies; and so do pledges of others whose condition names it. The history keeps all of it.
 */
export function stakeholderRemoved(kernel: Kernel, { id }: EventData<'stakeholder.removed'>): void {
  drop(kernel.stakeholders, id);
  kernel.stakeholderIndex = Object.fromEntries(kernel.stakeholders.map((entry, index) => [entry.id, index]));
  retire(kernel, 'stakeholder', id);
  kernel.ballots = kernel.ballots.map((run) => run.filter(({ stakeholder }) => stakeholder !== id));
  delete kernel.votes[id];
  delete kernel.entered[id];
  const its = (_: unknown, key: string) => key.startsWith(`${id} `);
  removeWhere(kernel.threatAssessments, its);
  removeWhere(kernel.acuteRisks, its);
  removeWhere(kernel.pledges, its);
  removeWhere(kernel.pledges, ({ now }) => now?.condition != null && namesStakeholder(now.condition, id));
  removeWhere(kernel.acknowledged, its);
  kernel.acknowledgements = kernel.acknowledgements.filter(({ stakeholder }) => stakeholder !== id);
  kernel.members = kernel.members.filter(({ stakeholder }) => stakeholder !== id);
  kernel.deputies = kernel.deputies.filter(({ stakeholder }) => stakeholder !== id);
  for (const [name, invitation] of Object.entries(kernel.invitations)) {
    if (invitation.stakeholder === id && invitation.status === 'open') {
      kernel.invitations[name] = { ...invitation, status: 'revoked' };
    }
  }
  kernel.moves = kernel.moves?.filter(({ stakeholder }) => stakeholder !== id) ?? null;
  kernel.profiles = kernel.profiles.map((entry) => withoutStrategyOf(entry, id));
}

function withoutStrategyOf(entry: Kernel['profiles'][number], id: string): Kernel['profiles'][number] {
  const { strategies } = entry.profile;
  if (strategies === undefined || !Object.hasOwn(strategies, id)) return entry;
  const { [id]: _gone, ...left } = strategies;
  return { ...entry, profile: { ...entry.profile, strategies: left } };
}

export function criterionRemoved(kernel: Kernel, { id }: EventData<'criterion.removed'>): void {
  drop(kernel.criteria, id);
  retire(kernel, 'criterion', id);
}

export function guaranteeChanged(kernel: Kernel, data: EventData<'guarantee.changed'>): void {
  put(kernel.guarantees, data.guarantee);
  if (data.evidence !== null) kernel.deliveries[data.guarantee.id] = data.evidence;
  else delete kernel.deliveries[data.guarantee.id];
}

export function guaranteeRemoved(kernel: Kernel, { id }: EventData<'guarantee.removed'>): void {
  drop(kernel.guarantees, id);
  delete kernel.deliveries[id];
  retire(kernel, 'guarantee', id);
}
