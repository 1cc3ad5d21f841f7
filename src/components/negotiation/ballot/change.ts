import type { BallotBody } from '@/negotiation/file/model';
import type { BallotFrame, Form, Kind, Row } from './form';
import { startForm } from './form';
import { type End, type Triple, type TripleText, tripleText } from './score-text';

/** Everything that a person can do to the form. `at`: the profile's own score, or one of its parts. */
export type Change =
  | { readonly kind: 'setKind'; readonly to: Kind }
  | { readonly kind: 'setProvisional'; readonly to: boolean }
  | { readonly kind: 'setPinned'; readonly to: boolean; readonly base: string }
  | { readonly kind: 'setWeight'; readonly criterion: string; readonly to: string }
  | { readonly kind: 'cover'; readonly profile: string; readonly to: boolean }
  | {
      readonly kind: 'coverWithout';
      readonly profile: string;
      readonly guarantee: string;
      readonly to: boolean;
    }
  | { readonly kind: 'setTriple'; readonly profile: string; readonly at: At; readonly to: TripleText }
  | {
      readonly kind: 'setEnd';
      readonly profile: string;
      readonly at: At;
      readonly end: End;
      readonly to: string;
    }
  | { readonly kind: 'takeOver'; readonly profile: string; readonly from: string }
  /** Scores of all that the ballot covers from now on, as an order gives them. */
  | { readonly kind: 'setScores'; readonly scores: ReadonlyMap<string, Triple> }
  | { readonly kind: 'startAgain'; readonly frame: BallotFrame; readonly ballot: BallotBody | null };

export type At =
  | { readonly kind: 'score' }
  | { readonly kind: 'without'; readonly guarantee: string }
  | { readonly kind: 'criterion'; readonly criterion: string };

export function change(form: Form, change: Change): Form {
  switch (change.kind) {
    case 'setKind':
      return { ...form, kind: change.to };
    case 'setProvisional':
      return { ...form, provisional: change.to };
    case 'setPinned':
      return pin({ ...form, pinned: change.to }, change.base);
    case 'setWeight':
      return { ...form, weights: { ...form.weights, [change.criterion]: change.to } };
    case 'cover':
      return onRow(form, change.profile, (row) => ({ ...row, covered: change.to }));
    case 'coverWithout':
      return onRow(form, change.profile, (row) => {
        const { [change.guarantee]: _, ...others } = row.without;
        return { ...row, without: change.to ? { ...others, [change.guarantee]: row.score } : others };
      });
    case 'setTriple':
      return onRow(form, change.profile, (row) => withTriple(row, change.at, change.to));
    case 'setEnd':
      return onRow(form, change.profile, (row) =>
        withTriple(row, change.at, { ...tripleAt(row, change.at), [change.end]: change.to }),
      );
    case 'takeOver': {
      const from = form.rows[change.from];
      return from === undefined ? form : onRow(form, change.profile, () => ({ ...from, without: {} }));
    }
    case 'setScores':
      return { ...form, rows: withScores(form.rows, change.scores) };
    case 'startAgain':
      return startForm(change.frame, change.ballot);
  }
}

function tripleAt(row: Row, at: At): TripleText {
  if (at.kind === 'score') return row.score;
  const found = at.kind === 'without' ? row.without[at.guarantee] : row.criteria[at.criterion];
  return found ?? tripleText(0);
}

function withTriple(row: Row, at: At, to: TripleText): Row {
  switch (at.kind) {
    case 'score':
      return { ...row, score: to };
    case 'without':
      return { ...row, without: { ...row.without, [at.guarantee]: to } };
    case 'criterion':
      return { ...row, criteria: { ...row.criteria, [at.criterion]: to } };
  }
}

function onRow(form: Form, profile: string, edit: (row: Row) => Row): Form {
  const row = form.rows[profile];
  return row === undefined ? form : { ...form, rows: { ...form.rows, [profile]: edit(row) } };
}

function withScores(rows: Form['rows'], scores: ReadonlyMap<string, Triple>): Form['rows'] {
  return Object.fromEntries(
    Object.entries(rows).map(([profile, row]) => {
      const triple = scores.get(profile);
      const changed =
        triple === undefined ? { covered: false } : { covered: true, score: tripleText(...triple) };
      return [profile, { ...row, ...changed }];
    }),
  );
}

/** A pinned default is one point, its best guess. */
function pin(form: Form, base: string): Form {
  if (!form.pinned) return form;
  return onRow(form, base, (row) => ({
    ...row,
    score: { low: row.score.best, best: row.score.best, high: row.score.best },
  }));
}
