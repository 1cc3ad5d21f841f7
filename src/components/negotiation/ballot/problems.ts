import type { BallotFrame, Form } from './form';
import { readTriple, type TripleText } from './score-text';

/** Where a problem is: a profile, and within it a guarantee or a criterion; or a weight; or the whole ballot. */
export interface Place {
  readonly profile?: string;
  readonly guarantee?: string;
  readonly criterion?: string;
}

/** What the format refuses (negotiation-file.md), so that it cannot be cast. */
export type Problem = Place &
  (
    | { readonly kind: 'number' | 'weight' | 'noWeight' | 'nothing' }
    | { readonly kind: 'lowAboveBest' | 'bestAboveHigh'; readonly triple: readonly [number, number, number] }
  );

/** Criterion weights are integers 0 … 1000 (aggregation.md §1). */
export function readWeight(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,4}$/.test(trimmed)) return null;
  const weight = Number(trimmed);
  return weight <= 1000 ? weight : null;
}

/** Everything that stands against casting the form, in the order of the page. */
export function problemsOf(form: Form, frame: BallotFrame): readonly Problem[] {
  if (form.kind === 'abstain') return [];
  const problems: Problem[] = [];
  const weighed: string[] = [];
  if (form.kind === 'criteria') {
    for (const { id } of frame.criteria ?? []) {
      const weight = readWeight(form.weights[id] ?? '');
      if (weight === null) problems.push({ kind: 'weight', criterion: id });
      else if (weight > 0) weighed.push(id);
    }
    if (weighed.length === 0 && problems.length === 0) problems.push({ kind: 'noWeight' });
  }
  const covered = frame.profiles.filter(({ id }) => form.rows[id]?.covered === true);
  if (covered.length === 0) problems.push({ kind: 'nothing' });
  for (const { id: profile } of covered) {
    const row = form.rows[profile];
    if (row === undefined) continue;
    if (form.kind === 'scores') problems.push(...tripleProblems(row.score, { profile }));
    for (const criterion of weighed)
      problems.push(...tripleProblems(row.criteria[criterion], { profile, criterion }));
    for (const [guarantee, text] of Object.entries(row.without)) {
      problems.push(...tripleProblems(text, { profile, guarantee }));
    }
  }
  return problems;
}

function tripleProblems(text: TripleText | undefined, place: Place): readonly Problem[] {
  const triple = text === undefined ? null : readTriple(text);
  if (triple === null) return [{ kind: 'number', ...place }];
  const [low, best, high] = triple;
  return [
    ...(low > best ? [{ kind: 'lowAboveBest' as const, triple, ...place }] : []),
    ...(best > high ? [{ kind: 'bestAboveHigh' as const, triple, ...place }] : []),
  ];
}
