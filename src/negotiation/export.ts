import type { Openings } from './decide/decision';
import type { FileBallot, FileProfile, NegotiationFile, RuleNode } from './file/model';
import { fitBallot } from './fit-ballot';
import { type NegotiationState, own, type ProfileEntry, type Tracked } from './state';

/** Free texts by their hashes; `null` or `undefined` for those that were redacted or are not at hand. */
export type Texts = (hash: string) => string | null | undefined;

export interface ToFileOptions {
  /** Without it the file has no summaries and no description, other than those of an imported file. */
  readonly texts?: Texts;
  /** Sealed ballots to count as well (private mode, ledger.md §3). */
  readonly openings?: Openings;
  /** `newest`: of each stakeholder alone, which decides both bases. Default `all`. */
  readonly ballots?: 'all' | 'newest' | 'none';
}

/**
 * The negotiation file of a state (negotiation-file.md). Ballots: imported ones in the order of their file, then by
 * position. Acknowledgements: imported ones likewise, then by stakeholder. Scores of profiles, criteria and
 * guarantees that are gone, and strategies and moves that name them, are left out; ballots keep the rest.
 * A draft may lack what a file needs: a rule (a strict majority stands in), profiles, a default.
 */
export function toFile(state: NegotiationState, options: ToFileOptions = {}): NegotiationFile {
  const text = (kept: NegotiationState['description']) =>
    kept === null ? null : 'text' in kept ? kept.text : options.texts?.(kept.hash);
  const description = text(state.description);
  const admitted = state.profiles.filter(({ status }) => status === 'admitted');
  const ids = new Set(admitted.map(({ profile }) => profile.id));
  const listed = <T>(key: string, list: readonly T[]) => list.length > 0 || state.emptyLists.includes(key);
  const acknowledgements = acknowledgementsOf(state);
  const ballots = ballotsOf(state, options);
  const threatAssessments = standing(state.threatAssessments).map(
    ({ stakeholder, profile, threat, change }) => ({ stakeholder, profile, threat, change }),
  );
  const acuteRiskAssessments = standing(state.acuteRisks).map(({ stakeholder, profile, ends }) => ({
    stakeholder,
    profile,
    ends,
  }));
  const pledges = standing(state.pledges).map(({ stakeholder, profile, condition }) => ({
    stakeholder,
    profile,
    ...(condition !== null && { if: condition }),
  }));
  const briefings = state.briefings.map(({ id, title, required }) => ({
    id,
    title,
    ...(required !== undefined && { required }),
  }));
  return {
    format: 'parley-negotiation/1',
    title: state.title,
    ...(description != null && { description }),
    ...(listed('dimensions', state.dimensions) && { dimensions: state.dimensions }),
    rule: state.rule ?? defaultRule(state),
    stakeholders: state.stakeholders,
    ...(listed('threats', state.threats) && { threats: state.threats }),
    ...(listed('guarantees', state.guarantees) && { guarantees: state.guarantees }),
    profiles: admitted.map((entry) => fileProfile(entry, text(entry.summary), ids)),
    ...(listed('criteria', state.criteria) && { criteria: state.criteria }),
    ...(listed('briefings', briefings) && { briefings }),
    ...(listed('acknowledgements', acknowledgements) && { acknowledgements }),
    ...(listed('ballots', ballots) && { ballots }),
    ...(listed('threatAssessments', threatAssessments) && { threatAssessments }),
    ...(listed('acuteRiskAssessments', acuteRiskAssessments) && { acuteRiskAssessments }),
    ...(listed('pledges', pledges) && { pledges }),
    ...(state.moves !== null && { moves: state.moves }),
  };
}

/** aggregation.md §2: the default rule is a strict weighted majority. */
function defaultRule({ dimensions: [first] }: NegotiationState): RuleNode {
  return first ? { quota: { dimension: first.id, moreThan: '1/2' } } : { members: { moreThan: '1/2' } };
}

function fileProfile(
  { profile }: ProfileEntry,
  summary: string | null | undefined,
  ids: ReadonlySet<string>,
): FileProfile {
  const { amends, ...rest } = profile;
  return {
    ...rest,
    ...(amends !== undefined && ids.has(amends) && { amends }),
    ...(summary != null && { summary }),
  };
}

function standing<T>(table: Readonly<Record<string, Tracked<T>>>): T[] {
  return Object.values(table).flatMap(({ now }) => (now === null ? [] : [now]));
}

function acknowledgementsOf(state: NegotiationState) {
  const rank = ({ stakeholder, imported }: NegotiationState['acknowledgements'][number]) =>
    imported ? -1 : (own(state.stakeholderIndex, stakeholder) ?? 0);
  return [...state.acknowledgements]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ stakeholder, briefing, at }) => ({ stakeholder, briefing, at }));
}

function ballotsOf(state: NegotiationState, { ballots = 'all', openings }: ToFileOptions): FileBallot[] {
  if (ballots === 'none') return [];
  const revealed = ballots === 'all' ? state.ballots.flat() : newest(state);
  const opened = openings ? openedBallots(state, openings) : [];
  const fitted = fitBallot(state);
  return [...revealed, ...opened]
    .sort((a, b) => a.position - b.position)
    .map(({ stakeholder, at, ballot }) => ({ stakeholder, at, ...fitted(ballot) }));
}

function newest(state: NegotiationState) {
  return state.stakeholders.flatMap(({ id }) => {
    const vote = own(state.votes, id);
    return vote?.kind === 'revealed' ? [{ ...vote, stakeholder: id }] : [];
  });
}

function openedBallots(state: NegotiationState, openings: Openings) {
  return state.stakeholders.flatMap(({ id }) => {
    const vote = own(state.votes, id);
    const opening = vote?.kind === 'sealed' ? openings(vote.commitment) : undefined;
    return vote && opening ? [{ ...vote, stakeholder: id, ballot: opening.ballot }] : [];
  });
}
