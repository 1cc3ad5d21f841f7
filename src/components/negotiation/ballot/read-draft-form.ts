import { type BallotFrame, type Form, KINDS, type Row, startForm } from './form';
import { ENDS, type TripleText } from './score-text';

/**
 * The form of a kept draft, as far as it fits the negotiation of today: profiles and criteria may have come or gone
 * since. `null` where the draft holds nothing of the kind.
 */
export function readDraftForm(kept: unknown, frame: BallotFrame): Form | null {
  if (!isRecord(kept) || !isRecord(kept['rows'])) return null;
  const kind = KINDS.find((each) => each === kept['kind']);
  if (kind === undefined) return null;
  const fresh = startForm(frame, null);
  const { rows } = kept;
  const weights = isRecord(kept['weights']) ? kept['weights'] : {};
  return {
    kind,
    provisional: kept['provisional'] === true,
    pinned: kept['pinned'] === true,
    weights: mapRecord(fresh.weights, (start, id) => textOf(weights[id]) ?? start),
    rows: mapRecord(fresh.rows, (start, id) => readRow(rows[id], start, frame, id)),
  };
}

function readRow(kept: unknown, start: Row, frame: BallotFrame, id: string): Row {
  if (!isRecord(kept)) return { ...start, covered: false };
  const without = isRecord(kept['without']) ? kept['without'] : {};
  const criteria = isRecord(kept['criteria']) ? kept['criteria'] : {};
  const relies = frame.profiles.find((profile) => profile.id === id)?.relies ?? [];
  return {
    covered: kept['covered'] === true,
    score: tripleOf(kept['score']) ?? start.score,
    without: Object.fromEntries(
      relies.flatMap((guarantee) => {
        const said = tripleOf(without[guarantee]);
        return said === null ? [] : [[guarantee, said]];
      }),
    ),
    criteria: mapRecord(start.criteria, (fresh, criterion) => tripleOf(criteria[criterion]) ?? fresh),
  };
}

function tripleOf(kept: unknown): TripleText | null {
  if (!isRecord(kept)) return null;
  const [low, best, high] = ENDS.map((end) => textOf(kept[end]));
  return low == null || best == null || high == null ? null : { low, best, high };
}

/** What a person typed into one field; no longer than any score is. */
function textOf(kept: unknown): string | null {
  return typeof kept === 'string' && kept.length <= 16 ? kept : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapRecord<A, B>(
  record: Readonly<Record<string, A>>,
  map: (value: A, key: string) => B,
): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}
