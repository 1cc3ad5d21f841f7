import { type FileStakeholder, STAKEHOLDER_KINDS, type StakeholderKind } from '@/negotiation/file/model';
import { workedOut } from '@/negotiation/worked-out';

/** Some stakeholders who bargain as one: all of a kind, or those who were picked. */
export interface Bloc {
  /** As an address holds it: a kind after this sign, or ids. */
  readonly text: string;
  readonly kind: StakeholderKind | null;
  readonly members: readonly string[];
}

/** No id begins with it. */
const KIND = ':';

function kindBloc(kind: StakeholderKind, stakeholders: readonly FileStakeholder[]): Bloc {
  const members = stakeholders.filter((each) => each.kind === kind).map(({ id }) => id);
  return { text: `${KIND}${kind}`, kind, members };
}

/** The kinds that have members, the largest first. */
export const kindBlocs = workedOut((stakeholders: readonly FileStakeholder[]): readonly Bloc[] =>
  STAKEHOLDER_KINDS.map((kind) => kindBloc(kind, stakeholders))
    .filter(({ members }) => members.length > 0)
    .sort((a, b) => b.members.length - a.members.length),
);

/** `null` where the text names nobody. */
export function blocOf(text: string | null, stakeholders: readonly FileStakeholder[]): Bloc | null {
  if (text === null) return null;
  const named = kindBlocs(stakeholders).find((bloc) => bloc.text === text);
  if (named !== undefined) return named;
  const ids = new Set(text.split(','));
  const members = stakeholders.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  return members.length === 0 ? null : { text: members.join(','), kind: null, members };
}

/** The two largest kinds; of one kind alone, its first member against the others. */
export function usualBlocs(stakeholders: readonly FileStakeholder[]): readonly [Bloc, Bloc] | null {
  const [first, second] = usual(stakeholders);
  return first === undefined || second === undefined ? null : [first, second];
}

const usual = workedOut((stakeholders: readonly FileStakeholder[]): readonly Bloc[] => {
  const kinds = kindBlocs(stakeholders);
  if (kinds.length > 1) return kinds.slice(0, 2);
  const [one, ...others] = stakeholders.map(({ id }) => id);
  const blocs = [blocOf(one ?? null, stakeholders), blocOf(others.join(','), stakeholders)];
  return blocs.filter((bloc) => bloc !== null);
});
