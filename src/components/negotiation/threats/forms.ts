import type { NegotiationFile } from '@/negotiation/file/model';
import { THREATS } from '@/negotiation/threats';

export interface FormOfThreat {
  readonly id: string;
  /** “Misuse”; `null` for a threat that the negotiation adds. */
  readonly threat: string | null;
  readonly title: string;
  readonly says: string | null;
}

type Frame = Pick<NegotiationFile, 'threats' | 'guarantees'>;

/** Every form that is assessed: the catalogue's, then the negotiation's own (aggregation.md §5). */
export function formsOf(frame: Frame): readonly FormOfThreat[] {
  return [
    ...THREATS.flatMap((threat) =>
      threat.forms.map((form) => ({
        id: form.id,
        threat: threat.title,
        title: form.title,
        says: `${form.says}. ${threat.says}`,
      })),
    ),
    ...(frame.threats ?? []).map(({ id, title }) => ({ id, threat: null, title, says: null })),
  ];
}

/** The forms that the guarantees of a profile bear on. */
export function bearing(frame: Frame, profile: { readonly relies?: readonly string[] }): ReadonlySet<string> {
  const relied = (frame.guarantees ?? []).filter(({ id }) => profile.relies?.includes(id) === true);
  return new Set(relied.flatMap(({ threats }) => threats ?? []));
}

/** Those that some guarantee of these profiles bears on first, the others after them; each in the catalogue's order. */
export function firstForms(
  frame: Frame,
  profiles: readonly { readonly relies?: readonly string[] }[],
): { readonly first: readonly FormOfThreat[]; readonly others: readonly FormOfThreat[] } {
  const borne = new Set(profiles.flatMap((profile) => [...bearing(frame, profile)]));
  const all = formsOf(frame);
  return {
    first: all.filter(({ id }) => borne.has(id)),
    others: all.filter(({ id }) => !borne.has(id)),
  };
}
