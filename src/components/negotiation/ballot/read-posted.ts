import { type BallotFrame, type Form, KINDS, startForm } from './form';
import { criterionField, scoreField, weightField, withoutField } from './posted';
import { BLANK, ENDS, type End, type TripleText } from './score-text';

/** No field holds more, and no score is longer. */
const LONGEST = 16;

/**
 * The form as a page without script sends it: its number fields are all it has, so a profile, guarantee or criterion
 * whose three are left empty is left out, and a best guess alone is a single number (aggregation.md §1).
 */
export function readPosted(posted: (name: string) => string | null, frame: BallotFrame): Form {
  const start = startForm(frame, null);
  const text = (name: string) => (posted(name) ?? '').trim().slice(0, LONGEST);
  const triple = (name: (end: End) => string): TripleText | null => {
    const [low = '', best = '', high = ''] = ENDS.map((end) => text(name(end)));
    if (low === '' && high === '') return best === '' ? null : { low: best, best, high: best };
    return { low, best, high };
  };
  const kind = KINDS.find((each) => each === posted('kind')) ?? 'scores';
  const rows = frame.profiles.map((profile) => {
    const fresh = start.rows[profile.id];
    const score = triple((end) => scoreField(profile.id, end));
    const criteria = (frame.criteria ?? []).map(
      ({ id }) => [id, triple((end) => criterionField(profile.id, id, end))] as const,
    );
    const isCovered = kind === 'criteria' ? criteria.some(([, said]) => said !== null) : score !== null;
    return [
      profile.id,
      {
        covered: isCovered,
        score: score ?? fresh?.score ?? BLANK,
        without: Object.fromEntries(
          (profile.relies ?? []).flatMap((id) => {
            const said = triple((end) => withoutField(profile.id, id, end));
            return said === null ? [] : [[id, said]];
          }),
        ),
        criteria: Object.fromEntries(
          criteria.map(([id, said]) => [id, said ?? (isCovered ? BLANK : (fresh?.criteria[id] ?? BLANK))]),
        ),
      },
    ] as const;
  });
  return {
    kind,
    provisional: posted('provisional') !== null,
    pinned: posted('pinned') !== null,
    weights: Object.fromEntries(
      (frame.criteria ?? []).map(({ id }) => [id, text(weightField(id)) || (start.weights[id] ?? '')]),
    ),
    rows: Object.fromEntries(rows),
  };
}
