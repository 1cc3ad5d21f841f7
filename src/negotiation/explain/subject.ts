import type { AggregationResult, Members, ProfileResult } from '@/core/model';
import type { NegotiationFile } from '../file/model';
import { workedOut } from '../worked-out';

/** What the sentences are about: a negotiation with its result, its labels at hand by id. */
export interface Subject {
  readonly file: NegotiationFile;
  readonly result: AggregationResult;
  readonly n: number;
  readonly defaultId: string;
  /** Total weight by dimension: at most 10¹⁵, so exact. */
  readonly totals: ReadonlyMap<string, number>;
  profile(id: string): ProfileResult;
  title(profile: string): string;
  name(stakeholder: string): string;
  /** Names of a list of the result; empty where the result gives only its length. */
  names(members: Members): readonly string[];
}

type Labels = Pick<Subject, 'n' | 'defaultId' | 'totals' | 'title' | 'name'>;

/** O(stakeholders): every sentence of a page asks for them. */
const labelsOf = workedOut((file: NegotiationFile): Labels => {
  const stakeholders = new Map(file.stakeholders.map(({ id, name }) => [id, name]));
  const titles = new Map(file.profiles.map(({ id, title }) => [id, title]));
  return {
    n: file.stakeholders.length,
    defaultId: file.profiles.find((profile) => profile.default)?.id ?? '',
    totals: totalsOf(file),
    title: (id) => titles.get(id) ?? id,
    name: (id) => stakeholders.get(id) ?? id,
  };
});

/** A negotiation and its result, ready to be spoken of. */
export function subjectOf(file: NegotiationFile, result: AggregationResult): Subject {
  const labels = labelsOf(file);
  return {
    ...labels,
    file,
    result,
    profile: (id) => {
      const found = result.profiles.find((profile) => profile.id === id);
      if (found === undefined) throw new Error(`no profile ${JSON.stringify(id)} in the result`);
      return found;
    },
    names: (members) => (typeof members === 'number' ? [] : members.map(labels.name)),
  };
}

function totalsOf(file: NegotiationFile): ReadonlyMap<string, number> {
  const totals = new Map((file.dimensions ?? []).map(({ id }) => [id, 0]));
  for (const { weights = {} } of file.stakeholders) {
    for (const [dimension, weight] of Object.entries(weights)) {
      totals.set(dimension, (totals.get(dimension) ?? 0) + weight);
    }
  }
  return totals;
}

export function countOf(members: Members): number {
  return typeof members === 'number' ? members : members.length;
}
