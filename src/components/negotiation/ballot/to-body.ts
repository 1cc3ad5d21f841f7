import type { BallotBody, ScoresByProfile, WithoutScores } from '@/negotiation/file/model';
import type { BallotFrame, Form } from './form';
import { type Problem, problemsOf, readWeight } from './problems';
import { readTriple, scoreEntry, type TripleText } from './score-text';

export type Read =
  | { readonly ok: true; readonly body: BallotBody }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The ballot that the form states, exactly as it would be recorded; or all that stands against casting it. */
export function toBody(form: Form, frame: BallotFrame): Read {
  const provisional = form.provisional ? { provisional: true } : {};
  if (form.kind === 'abstain') return { ok: true, body: { abstain: true, ...provisional } };
  const problems = problemsOf(form, frame);
  if (problems.length > 0) return { ok: false, problems };

  const covered = frame.profiles.filter(({ id }) => form.rows[id]?.covered === true);
  const without: WithoutScores = Object.fromEntries(
    covered.flatMap(({ id }) => {
      const said = Object.entries(form.rows[id]?.without ?? {});
      return said.length === 0 ? [] : [[id, entries(said)]];
    }),
  );
  const rest = { ...(Object.keys(without).length > 0 ? { without } : {}), ...provisional };
  if (form.kind === 'scores') {
    return {
      ok: true,
      body: { scores: entries(covered.map(({ id }) => [id, form.rows[id]?.score])), ...rest },
    };
  }
  const criteria = (frame.criteria ?? []).map(({ id }) => ({
    id,
    weight: readWeight(form.weights[id] ?? '') ?? 0,
  }));
  return {
    ok: true,
    body: {
      criteria: {
        weights: Object.fromEntries(criteria.map(({ id, weight }) => [id, weight])),
        scores: Object.fromEntries(
          covered.map((profile) => [
            profile.id,
            // A criterion that weighs nothing is ignored (aggregation.md §1), so it is left out.
            entries(
              criteria
                .filter(({ weight }) => weight > 0)
                .map(({ id }) => [id, form.rows[profile.id]?.criteria[id]]),
            ),
          ]),
        ),
      },
      ...rest,
    },
  };
}

/** Only what can be read: `problemsOf` has seen to it that everything can. */
function entries(pairs: readonly (readonly [string, TripleText | undefined])[]): ScoresByProfile {
  return Object.fromEntries(
    pairs.flatMap(([id, text]) => {
      const triple = text === undefined ? null : readTriple(text);
      return triple === null ? [] : [[id, scoreEntry(triple)]];
    }),
  );
}
