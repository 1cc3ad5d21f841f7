import type { CommandOf } from '@/negotiation/command';
import { client } from '../client';

/** One edit of a set-up: the commands of a facilitator before round 1, and of what may change between rounds. */
export type Edit =
  | { readonly kind: 'frame'; readonly change: CommandOf<'changeFrame'>['change'] }
  | { readonly kind: 'terms'; readonly change: CommandOf<'changeTerms'>['change'] }
  | { readonly kind: 'profile'; readonly profile: CommandOf<'proposeProfile'>['profile'] }
  | { readonly kind: 'default'; readonly profile: string }
  | { readonly kind: 'withdraw'; readonly profile: string }
  | ({ readonly kind: 'describe' } & Data<'describe'>)
  | ({ readonly kind: 'mode' } & Data<'setMode'>)
  | ({ readonly kind: 'briefing' } & Data<'publishBriefing'>);

type Data<K extends 'describe' | 'setMode' | 'publishBriefing'> = Omit<CommandOf<K>, 'kind'>;

/** Sends one edit through its procedure. Rejects with the sentence of the refusal. */
export async function sendEdit(negotiation: string, edit: Edit, idempotencyKey: string): Promise<void> {
  const place = { negotiation, idempotencyKey };
  switch (edit.kind) {
    case 'frame':
      await client.frame.change.mutate({ ...place, change: edit.change });
      return;
    case 'terms':
      await client.terms.change.mutate({ ...place, change: edit.change });
      return;
    case 'profile':
      await client.profile.propose.mutate({
        ...place,
        profile: edit.profile,
        stakeholder: null,
        admit: true,
      });
      return;
    case 'default':
      await client.profile.admit.mutate({ ...place, profile: edit.profile, asDefault: true });
      return;
    case 'withdraw':
      await client.profile.withdraw.mutate({ ...place, profile: edit.profile, reason: null });
      return;
    case 'describe': {
      const { kind: _kind, ...data } = edit;
      await client.negotiation.describe.mutate({ ...place, ...data });
      return;
    }
    case 'mode': {
      const { kind: _kind, ...data } = edit;
      await client.negotiation.setMode.mutate({ ...place, ...data });
      return;
    }
    case 'briefing': {
      const { kind: _kind, ...data } = edit;
      await client.briefing.publish.mutate({ ...place, ...data });
      return;
    }
  }
}
