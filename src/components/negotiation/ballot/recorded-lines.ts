import type { BallotBody, ScoreEntry } from '@/negotiation/file/model';
import type { BallotFrame } from './form';
import { entryText } from './form';
import { readTriple, type Triple } from './score-text';

/** One score of a ballot: a profile's own, or one of its criteria, or without one of its guarantees. */
export interface RecordedLine {
  readonly key: string;
  readonly profile: string;
  readonly part:
    | null
    | { readonly kind: 'criterion'; readonly criterion: string }
    | { readonly kind: 'without'; readonly guarantee: string };
  readonly entry: ScoreEntry;
}

/** Every score that a ballot states, as the negotiation lists them. */
export function linesOf(body: BallotBody, frame: BallotFrame): readonly RecordedLine[] {
  if ('abstain' in body) return [];
  return frame.profiles.flatMap(({ id: profile }) => {
    const direct = 'scores' in body ? body.scores[profile] : undefined;
    const byCriterion = 'criteria' in body ? body.criteria.scores[profile] : undefined;
    const own: readonly RecordedLine[] = [
      ...(direct === undefined ? [] : [{ key: profile, profile, part: null, entry: direct }]),
      ...(frame.criteria ?? []).flatMap(({ id: criterion }) => {
        const entry = byCriterion?.[criterion];
        const part = { kind: 'criterion', criterion } as const;
        return entry === undefined ? [] : [{ key: `${profile} ${criterion}`, profile, part, entry }];
      }),
    ];
    const without = Object.entries(body.without?.[profile] ?? {}).map(([guarantee, entry]) => ({
      key: `${profile} without ${guarantee}`,
      profile,
      part: { kind: 'without', guarantee } as const,
      entry,
    }));
    return [...own, ...without];
  });
}

export interface ChangedLine extends Omit<RecordedLine, 'entry'> {
  /** `null`: left out. */
  readonly before: Triple | null;
  readonly after: Triple | null;
}

export interface BallotChanges {
  readonly lines: readonly ChangedLine[];
  /** How many scores stay as they are. */
  readonly same: number;
  /** Criteria whose weights differ; `null` where a ballot has no weights. */
  readonly weights: readonly {
    readonly criterion: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  /** Whether one of the two abstains, and which. */
  readonly abstains: 'before' | 'after' | null;
  /** Whether the newer one is provisional, where that differs. */
  readonly provisional: boolean | null;
}

/** What a ballot says otherwise than the one before it, score by score. */
export function ballotChanges(before: BallotBody, after: BallotBody, frame: BallotFrame): BallotChanges {
  const [old, now] = [linesOf(before, frame), linesOf(after, frame)];
  const [was, is] = [entriesOf(old), entriesOf(now)];
  const all = [...now, ...old.filter(({ key }) => !is.has(key))];
  const lines = all.flatMap(({ entry: _, ...line }) => {
    const [from, to] = [was.get(line.key) ?? null, is.get(line.key) ?? null];
    return String(from) === String(to) ? [] : [{ ...line, before: from, after: to }];
  });
  const [then, since] = ['abstain' in before, 'abstain' in after];
  return {
    lines,
    same: all.length - lines.length,
    weights: (frame.criteria ?? []).flatMap(({ id }) => {
      const [from, to] = [weightOf(before, id), weightOf(after, id)];
      return from === to ? [] : [{ criterion: id, before: from, after: to }];
    }),
    abstains: then === since ? null : then ? 'before' : 'after',
    provisional:
      (before.provisional === true) === (after.provisional === true) ? null : after.provisional === true,
  };
}

/** Whether the two ballots say the same. */
export function saysTheSame({ lines, weights, abstains, provisional }: BallotChanges): boolean {
  return lines.length === 0 && weights.length === 0 && abstains === null && provisional === null;
}

function entriesOf(lines: readonly RecordedLine[]): ReadonlyMap<string, Triple> {
  return new Map(
    lines.flatMap(({ key, entry }) => {
      const triple = readTriple(entryText(entry));
      return triple === null ? [] : [[key, triple] as const];
    }),
  );
}

function weightOf(body: BallotBody, criterion: string): number | null {
  return 'criteria' in body ? (body.criteria.weights[criterion] ?? 0) : null;
}
