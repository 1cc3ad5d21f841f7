import type { BallotBody, ScoresByProfile, WithoutScores } from './file/model';
import type { NegotiationState } from './state';

/**
 * What a ballot says of what there is now. Withdrawn profiles and removed criteria and guarantees are not counted
 * (aggregation.md §1), though the ballot named them when it was cast; criteria that came later weigh nothing in it.
 * A ballot all of whose weighed criteria are gone covers no profile.
 */
export function fitBallot(state: NegotiationState): (ballot: BallotBody) => BallotBody {
  const relied = new Map(
    state.profiles
      .filter(({ status }) => status === 'admitted')
      .map(({ profile }) => [profile.id, new Set(profile.relies)]),
  );
  const criteria = new Set(state.criteria.map(({ id }) => id));
  const guarantees = new Set(state.guarantees.map(({ id }) => id));
  const fits = (profile: string, guarantee: string) =>
    guarantees.has(guarantee) && relied.get(profile)?.has(guarantee) === true;

  const fitWithout = (without: WithoutScores) =>
    picked(
      mapped(without, (scores, profile) => picked(scores, (guarantee) => fits(profile, guarantee))),
      (profile) => relied.has(profile),
    );

  return (ballot) => {
    if ('abstain' in ballot) return ballot;
    const { provisional } = ballot;
    const rest = {
      ...(ballot.without && { without: fitWithout(ballot.without) }),
      ...(provisional !== undefined && { provisional }),
    };
    if ('scores' in ballot) return { scores: picked(ballot.scores, (id) => relied.has(id)), ...rest };
    const weights = picked(ballot.criteria.weights, (id) => criteria.has(id));
    if (!Object.values(weights).some((weight) => weight > 0)) {
      return { scores: {}, ...(provisional !== undefined && { provisional }) };
    }
    const byProfile: Readonly<Record<string, ScoresByProfile>> = picked(ballot.criteria.scores, (id) =>
      relied.has(id),
    );
    const scores = mapped(byProfile, (scored) => picked(scored, (id) => criteria.has(id)));
    return { criteria: { weights, scores }, ...rest };
  };
}

/** The record itself where all of it stays. */
function picked<T>(
  record: Readonly<Record<string, T>>,
  stays: (key: string) => boolean,
): Readonly<Record<string, T>> {
  const keys = Object.keys(record);
  if (keys.every(stays)) return record;
  return Object.fromEntries(Object.entries(record).filter(([key]) => stays(key)));
}

function mapped<T>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
