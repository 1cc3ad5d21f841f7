import type { Negotiation } from '../model';

/** Stakeholder `mover` can take the negotiation from profile `from` to profile `to` (aggregation.md §6). */
export interface Move {
  readonly mover: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The moves of §6 by mover ascending, then from, then to: those that are listed, or else those that follow from
 * the strategies. Cost without a list: O(Σ strategies + m²·k) for k stakeholders named, each pair of profiles
 * being left at its second difference.
 */
export function movesOf(negotiation: Pick<Negotiation, 'profiles' | 'moves'>): readonly Move[] {
  const moves =
    negotiation.moves?.map((m): Move => ({ mover: m.stakeholder, from: m.from, to: m.to })) ??
    movesFromStrategies(negotiation.profiles);
  return moves.sort((p, q) => p.mover - q.mover || p.from - q.from || p.to - q.to);
}

/** Mover → profile → Rᵢ of it. */
export type OwnMoves = ReadonlyMap<number, ReadonlyMap<number, readonly number[]>>;

export function ownMoves(moves: readonly Move[]): OwnMoves {
  const own = new Map<number, Map<number, number[]>>();
  for (const { mover, from, to } of moves) {
    const targets = own.get(mover) ?? new Map<number, number[]>();
    own.set(mover, targets);
    const list = targets.get(from) ?? [];
    targets.set(from, list);
    list.push(to);
  }
  return own;
}

/** Profiles that name strategies for one and the same set of stakeholders, texts as small integers. */
interface Family {
  readonly stakeholders: readonly number[];
  readonly rows: { readonly profile: number; readonly texts: Int32Array }[];
}

function movesFromStrategies(profiles: Negotiation['profiles']): Move[] {
  const moves: Move[] = [];
  for (const { stakeholders, rows } of families(profiles)) {
    for (const [k, x] of rows.entries()) {
      for (const y of rows.slice(k + 1)) {
        const at = onlyDifference(x.texts, y.texts);
        const mover = at === -1 ? undefined : stakeholders[at];
        if (mover === undefined) continue;
        moves.push({ mover, from: x.profile, to: y.profile }, { mover, from: y.profile, to: x.profile });
      }
    }
  }
  return moves;
}

function families(profiles: Negotiation['profiles']): readonly Family[] {
  const numbers = new Map<string, number>();
  const number = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  const found: Family[] = [];
  for (const [profile, { strategies }] of profiles.entries()) {
    const family = found.find(
      ({ stakeholders }) =>
        stakeholders.length === strategies.size && stakeholders.every((i) => strategies.has(i)),
    ) ?? { stakeholders: [...strategies.keys()], rows: [] };
    if (family.rows.length === 0) found.push(family);
    const texts = Int32Array.from(family.stakeholders, (i) => number(strategies.get(i) ?? ''));
    family.rows.push({ profile, texts });
  }
  return found;
}

/** Where two rows differ, if they do in exactly one place; −1 otherwise. */
function onlyDifference(a: Int32Array, b: Int32Array): number {
  let found = -1;
  for (let k = 0; k < a.length; k++) {
    if (a[k] === b[k]) continue;
    if (found !== -1) return -1;
    found = k;
  }
  return found;
}
