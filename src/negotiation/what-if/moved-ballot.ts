import type { BallotBody, FileBallot, NegotiationFile, ScoreEntry } from '../file/model';
import { own as entryOf } from '../state';
import type { ScenarioChange } from './scenario';

type BallotChange = Extract<ScenarioChange, { readonly kind: 'score' | 'end' | 'silent' }>;
type ScoreChange = Exclude<BallotChange, { readonly kind: 'silent' }>;
type Points = readonly [low: number, best: number, high: number];

/** Of somebody who has cast none. A sandbox has one ballot of each, so that no order is told by it. */
const HYPOTHETICAL = '2000-01-01T00:00:00.000Z';

/** The file with one stakeholder's ballot changed, or with a hypothetical one where it had none. */
export function withBallot(file: NegotiationFile, change: BallotChange): NegotiationFile {
  const { stakeholder } = change;
  const own = (file.ballots ?? []).find((ballot) => ballot.stakeholder === stakeholder);
  const at = own?.at ?? HYPOTHETICAL;
  const moved: FileBallot = { ...bodyAfter(own, change), stakeholder, at };
  const others = (file.ballots ?? []).filter((ballot) => ballot !== own);
  return { ...file, ballots: [...others, moved] };
}

function bodyAfter(own: FileBallot | undefined, change: BallotChange): BallotBody {
  if (change.kind === 'silent') return { abstain: true };
  const { profile } = change;
  if (own === undefined || 'abstain' in own) return { scores: { [profile]: moved(undefined, change) } };
  const without = own.without === undefined ? {} : { without: own.without };
  if ('scores' in own) {
    const scores = { ...own.scores, [profile]: moved(entryOf(own.scores, profile), change) };
    return { scores, ...without };
  }
  // Weighted criteria that all have the end have it weighted too.
  const { weights, scores } = own.criteria;
  const before = entryOf(scores, profile) ?? {};
  const row = Object.keys(weights).map((criterion) => {
    return [criterion, moved(entryOf(before, criterion), change)] as const;
  });
  return { criteria: { weights, scores: { ...scores, [profile]: Object.fromEntries(row) } }, ...without };
}

function moved(before: ScoreEntry | undefined, change: ScoreChange): Points {
  if (change.kind === 'score') return change.score;
  const { end, to } = change;
  if (before === undefined) return [to, to, to];
  const [low, best, high] = typeof before === 'number' ? [before, before, before] : before;
  if (end === 'low') return [to, Math.max(best, to), Math.max(high, to)];
  if (end === 'high') return [Math.min(low, to), Math.min(best, to), to];
  return [Math.min(low, to), to, Math.max(high, to)];
}
