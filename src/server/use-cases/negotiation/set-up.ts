/** The set-up of a negotiation for its facilitators. */
import { missingParts } from '@/negotiation/checklist';
import type { SetUpView } from '@/negotiation/set-up-view';
import type { NegotiationState } from '@/negotiation/state';
import type { NegotiationScope } from '../../auth/scope';
import { deliveryTexts } from '../../db/delivery-texts';
import { textsOf } from '../../db/texts';

export async function getSetUp(scope: NegotiationScope<'negotiation.setUp'>): Promise<SetUpView> {
  const { known, log, store } = scope;
  const { state } = known;
  const texts = await textsOf(
    store.pool,
    log,
    state.briefings.flatMap(({ text }) => (text === null ? [] : [text])),
  );
  return {
    missing: missingParts(state),
    hasRule: state.rule !== null,
    withoutDelegate: withoutDelegate(state, new Date().toISOString()),
    briefings: state.briefings.map(({ id, title, required = false, version, text }) => ({
      id,
      title,
      required,
      version,
      text: text === null ? null : (texts(text) ?? null),
    })),
    deliveries: await deliveryTexts(store.pool, log, state),
    fixed: state.profiles.filter(({ openedIn }) => openedIn !== null).map(({ profile }) => profile.id),
    succeeds: state.succeeds,
    succeededBy: state.succeededBy,
  };
}

function withoutDelegate(state: NegotiationState, now: string): string[] {
  const spokenFor = new Set([
    ...state.members.map(({ stakeholder }) => stakeholder),
    ...Object.values(state.invitations)
      .filter(({ status, expiresAt }) => status === 'open' && expiresAt > now)
      .map(({ stakeholder }) => stakeholder),
  ]);
  return state.stakeholders.map(({ id }) => id).filter((id) => !spokenFor.has(id));
}
