import type { BallotBody, NegotiationFile, ScoreEntry } from '@/negotiation/file/model';
import { BLANK, type TripleText, tripleText } from './score-text';

/** The parts of a negotiation that a ballot is about. */
export type BallotFrame = Pick<NegotiationFile, 'profiles' | 'guarantees' | 'criteria'>;

export const KINDS = ['scores', 'criteria', 'abstain'] as const;
export type Kind = (typeof KINDS)[number];

/** One profile's row of the form. Absent guarantees were left out. */
export interface Row {
  readonly covered: boolean;
  readonly score: TripleText;
  readonly without: Readonly<Record<string, TripleText>>;
  readonly criteria: Readonly<Record<string, TripleText>>;
}

/** What the form holds; kept as it is in the draft, so that another device goes on where this one stopped. */
export interface Form {
  readonly kind: Kind;
  readonly provisional: boolean;
  /** The default is one point, and the rest is read against it. */
  readonly pinned: boolean;
  readonly weights: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, Row>>;
}

/** Where the pinned default stands in a ballot that begins: half-way, as much room above as below. */
const START = 50;

/** The form as it starts: from a ballot, or with the default pinned and everything else left out. */
export function startForm(frame: BallotFrame, ballot: BallotBody | null): Form {
  const base = frame.profiles.find((profile) => profile.default === true)?.id;
  const scored = ballot !== null && !('abstain' in ballot) ? ballot : null;
  const scores = scored !== null && 'scores' in scored ? scored.scores : {};
  // Where no ballot has weights, all criteria weigh alike.
  const weighted = scored !== null && 'criteria' in scored ? scored.criteria : null;
  const entry = base === undefined ? undefined : scores[base];
  return {
    kind:
      ballot === null
        ? 'scores'
        : 'abstain' in ballot
          ? 'abstain'
          : 'scores' in ballot
            ? 'scores'
            : 'criteria',
    provisional: ballot?.provisional === true,
    pinned: scored === null || (entry !== undefined && isPoint(entry)),
    weights: Object.fromEntries(
      (frame.criteria ?? []).map(({ id }) => [
        id,
        String(weighted === null ? 1 : (weighted.weights[id] ?? 0)),
      ]),
    ),
    rows: Object.fromEntries(
      frame.profiles.map((profile) => {
        const own = scores[profile.id];
        const byCriterion = weighted?.scores[profile.id];
        const without = scored?.without?.[profile.id] ?? {};
        return [
          profile.id,
          {
            covered:
              own !== undefined || byCriterion !== undefined || (scored === null && profile.id === base),
            score: own === undefined ? tripleText(START) : entryText(own),
            without: Object.fromEntries(
              (profile.relies ?? []).flatMap((id) => {
                const said = without[id];
                return said === undefined ? [] : [[id, entryText(said)]];
              }),
            ),
            criteria: Object.fromEntries(
              (frame.criteria ?? []).map(({ id }) => {
                const said = byCriterion?.[id];
                return [id, said === undefined ? tripleText(START) : entryText(said)];
              }),
            ),
          },
        ];
      }),
    ),
  };
}

/** The form of what stands on paper: nothing is covered, and no number stands anywhere before it is typed. */
export function blankForm(frame: BallotFrame): Form {
  const form = startForm(frame, null);
  const blank = (texts: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.keys(texts).map((id) => [id, BLANK]));
  return {
    ...form,
    weights: Object.fromEntries(Object.keys(form.weights).map((id) => [id, ''])),
    rows: Object.fromEntries(
      Object.entries(form.rows).map(([id, { criteria }]) => [
        id,
        { covered: false, score: BLANK, without: {}, criteria: blank(criteria) },
      ]),
    ),
  };
}

function isPoint(entry: ScoreEntry): boolean {
  return typeof entry === 'number' || (entry[0] === entry[1] && entry[1] === entry[2]);
}

export function entryText(entry: ScoreEntry): TripleText {
  return typeof entry === 'number' ? tripleText(entry) : tripleText(...entry);
}
