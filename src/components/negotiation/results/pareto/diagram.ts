import { type AggregationResult, STANCES, type Stance } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../../labels';
import { VERDICT_SIGN } from '../../verdict';
import { denseLayout } from './dense-layout';
import { type Layout, layout } from './layout';
import { closure, dominance, type Relation } from './relation';

/** A profile as the diagram shows it. */
export interface Pictured {
  readonly id: string;
  readonly title: string;
  readonly sign: string;
  readonly isDefault: boolean;
  readonly adoptable: boolean;
  /** Under which stances it is efficient. */
  readonly efficient: readonly Stance[];
}

/** Dominance under one stance, laid out; with each arrow the strictest stance under which it holds. */
export interface Diagram {
  readonly layout: Layout;
  /** Whether profiles are marks in it, without their titles. */
  readonly dense: boolean;
  readonly strictest: readonly Stance[];
  /** By profile, those that dominate it, by index. */
  readonly dominatedBy: readonly (readonly number[])[];
  /** Whether a way along arrows always is a dominance: not so for cycles, nor where best scores are missing (§4). */
  readonly transitive: boolean;
}

const ALONE = { width: 140, height: 72 } as const;
/** Where there are more, each is a mark, and its title stands beside the drawing. */
const MANY = 16;
const TOGETHER = { width: 200, line: 28, around: 36 } as const;

function sizeOf(members: readonly number[]) {
  if (members.length === 1) return ALONE;
  return { width: TOGETHER.width, height: TOGETHER.around + TOGETHER.line * members.length };
}

export function pictured(result: AggregationResult, frame: NegotiationFile): readonly Pictured[] {
  return result.profiles.map(({ id, verdict, efficient }) => ({
    id,
    title: profileTitle(id, frame),
    sign: VERDICT_SIGN[verdict],
    isDefault: verdict === 'default',
    adoptable: frame.profiles.find((each) => each.id === id)?.adoptable !== false,
    efficient: STANCES.filter((stance) => efficient[stance]),
  }));
}

export function diagramOf(result: AggregationResult, stance: Stance): Diagram {
  const relation = dominance(result, stance);
  const dense = relation.length > MANY;
  const drawn = dense ? denseLayout(relation) : layout(relation, sizeOf);
  const holds = STANCES.map((each) => [each, dominance(result, each)] as const);
  return {
    layout: drawn,
    dense,
    strictest: drawn.arrows.map(({ from, to }) => {
      const [above, below] = [drawn.boxes[from]?.members ?? [], drawn.boxes[to]?.members ?? []];
      const strictest = holds.find(([, each]) => above.some((y) => below.some((x) => each[y]?.[x])));
      return strictest?.[0] ?? stance;
    }),
    dominatedBy: relation.map((_, x) => relation.flatMap((row, y) => (row[x] === true ? [y] : []))),
    transitive: same(relation, closure(relation)),
  };
}

function same(a: Relation, b: Relation): boolean {
  return a.every((row, y) => row.every((is, x) => is === b[y]?.[x]));
}
