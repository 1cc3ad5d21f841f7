import type { Fault, RuleNode } from '@/negotiation/file/model';
import { type Segment, showPath } from '@/negotiation/file/show';
import { kindOf, nodesOf } from './tree';

/** Where a node stands, as faults name it (negotiation-file.md): `allOf[0].anyOf[1]`, the root being `$`. */
export function placeOf(segments: readonly Segment[]): string {
  return showPath('', segments);
}

/** The faults of a node itself, not of the nodes inside it. */
export function faultsAt(
  faults: readonly Fault[],
  node: RuleNode,
  segments: readonly Segment[],
): readonly Fault[] {
  if (nodesOf(node) === null) return faults.filter(({ path }) => isWithin(path, placeOf(segments)));
  const own = [placeOf(segments), placeOf([...segments, kindOf(node)])];
  return faults.filter(({ path }) => own.includes(path));
}

function isWithin(path: string, place: string): boolean {
  return place === '$' || path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}
