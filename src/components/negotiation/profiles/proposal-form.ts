import type { FileProfile, NegotiationFile, RuleNode } from '@/negotiation/file/model';
import { idFrom } from '../session/id-from';

/** A profile as it is being proposed: new, or an amendment that starts from what it amends. */
export interface ProposalForm {
  readonly title: string;
  readonly summary: string;
  /** Its id; empty: a profile of its own. */
  readonly amends: string;
  readonly adoptable: boolean;
  readonly relies: readonly string[];
  /** `null`: it needs nobody in particular. */
  readonly needs: RuleNode | null;
  /** By stakeholder, as typed. */
  readonly strategies: Readonly<Record<string, string>>;
}

type Frame = Pick<NegotiationFile, 'profiles' | 'stakeholders' | 'guarantees' | 'dimensions'>;

/** The form as it starts: empty, or as the profile that it amends. What the default does is no default here. */
export function startProposal(frame: Frame, amends: string): ProposalForm {
  const base = frame.profiles.find(({ id }) => id === amends);
  return {
    title: '',
    summary: base?.summary ?? '',
    amends: base === undefined ? '' : amends,
    adoptable: base?.adoptable !== false,
    relies: base?.relies ?? [],
    needs: base?.needs ?? null,
    strategies: { ...base?.strategies },
  };
}

/** The profile that is proposed; `null` while it has no title. Its id is taken neither here nor among proposals. */
export function proposalOf(form: ProposalForm, frame: Frame, taken: readonly string[]): FileProfile | null {
  const title = form.title.trim();
  if (title === '') return null;
  const summary = form.summary.trim();
  const strategies = Object.fromEntries(
    frame.stakeholders.flatMap(({ id }) => {
      const strategy = form.strategies[id]?.trim() ?? '';
      return strategy === '' ? [] : [[id, strategy]];
    }),
  );
  const known = (frame.guarantees ?? []).filter(({ id }) => form.relies.includes(id)).map(({ id }) => id);
  return {
    id: idFrom(title, new Set([...frame.profiles.map(({ id }) => id), ...taken])),
    title,
    ...(summary !== '' && { summary }),
    ...(form.amends !== '' && { amends: form.amends }),
    ...(!form.adoptable && { adoptable: false }),
    ...(known.length > 0 && { relies: known }),
    ...(form.needs !== null && { needs: form.needs }),
    ...(Object.keys(strategies).length > 0 && { strategies }),
  };
}
