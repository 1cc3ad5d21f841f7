import type { AggregationResult, ByStance, Gap, Joiners, Members, ProfileResult } from '@/core/model';
import type { Viewer } from './roles';
import type { NegotiationState } from './state';
import type { NegotiationView } from './views';
import { columnOf, hasConcluded } from './visibility';

/** product.md §2: rows "standing" and "who is in a coalition, gains by stakeholder". */

export type StandingAccess = NegotiationView['standing'];

/** Whether there is enough to aggregate. In draft, what was imported may be edited into something that is not. */
export function isAggregatable(state: NegotiationState): boolean {
  const admitted = state.profiles.filter(({ status }) => status === 'admitted');
  return (
    state.rule !== null &&
    state.stakeholders.length > 0 &&
    admitted.length >= 2 &&
    admitted.some(({ profile }) => profile.default === true)
  );
}

/** What of the standing the viewer may see now: as it moves, as of a position, or nothing yet. */
export function standingAccess(state: NegotiationState, viewer: Viewer): StandingAccess {
  const column = columnOf(state, viewer);
  if (column === null) return { kind: 'none', reason: 'public-later' };
  const begun = state.rounds.length > 0 || state.imported;
  if (!begun || !isAggregatable(state)) return { kind: 'none', reason: 'not-opened' };
  if (column === 'anyone') {
    const concluded = hasConcluded(state) ? state.conclusion : null;
    return concluded === null
      ? { kind: 'none', reason: 'public-later' }
      : { kind: 'at', position: concluded.position };
  }
  if (state.mode === 'open' || state.phase.kind !== 'open') return { kind: 'live' };
  const revealed = state.rounds.findLast(({ closed }) => closed !== null)?.closed;
  return revealed ? { kind: 'at', position: revealed.position } : { kind: 'none', reason: 'sealed' };
}

/**
 * The result as the viewer may see it. In `private` mode nobody is ever told who is in a coalition: lists of ids
 * become their lengths, as the format has it above 10,000 stakeholders. Otherwise lists are seen with the standing.
 */
export function redactResult(
  result: AggregationResult,
  state: Pick<NegotiationState, 'mode'>,
  _viewer: Viewer,
): AggregationResult {
  if (state.mode !== 'private') return result;
  return {
    ...result,
    silent: length(result.silent),
    provisional: length(result.provisional),
    profiles: result.profiles.map(redactProfile),
  };
}

function length(members: Members): number {
  return typeof members === 'number' ? members : members.length;
}

function each<T, U>(by: ByStance<T>, change: (value: T) => U): ByStance<U> {
  return {
    necessary: change(by.necessary),
    expected: change(by.expected),
    possible: change(by.possible),
  };
}

function redactProfile(profile: ProfileResult): ProfileResult {
  const { gap } = profile;
  return {
    ...profile,
    coalition: profile.coalition && each(profile.coalition, length),
    worseOff: profile.worseOff && each(profile.worseOff, length),
    criticalMembers:
      profile.criticalMembers && each(profile.criticalMembers, (ids) => (ids === null ? null : length(ids))),
    gap: gap && { necessary: redactGap(gap.necessary), expected: redactGap(gap.expected) },
    ratifiers: length(profile.ratifiers),
    stability: each(profile.stability, (row) => ({
      ...row,
      temptations: typeof row.temptations === 'number' ? row.temptations : row.temptations.length,
    })),
  };
}

function redactGap(gap: Gap | null): Gap | null {
  return (
    gap && {
      ...gap,
      leastShift: redactJoiners(gap.leastShift),
      fewestJoiners: redactJoiners(gap.fewestJoiners),
    }
  );
}

function redactJoiners(joiners: Joiners | null): Joiners | null {
  return joiners && { ...joiners, joiners: length(joiners.joiners) };
}
