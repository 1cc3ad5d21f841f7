import type { NegotiationView } from '@/negotiation/views';
import type { Edit } from './edit';

type Description = Extract<Edit, { readonly kind: 'describe' }>;

/** What a negotiation is called, what it is about and which threats it adds, with these of them changed. */
export function described(
  { frame, simulated }: Pick<NegotiationView, 'frame' | 'simulated'>,
  changed: Partial<Pick<Description, 'title' | 'description' | 'threats'>>,
): Description {
  return {
    kind: 'describe',
    title: frame.title,
    description: frame.description ?? null,
    simulated,
    threats: frame.threats ?? [],
    ...changed,
  };
}
