import type { Rule, Share } from '../model';
import type { Draw } from './draw';

const SHARES: readonly Share[] = [
  { a: 1, b: 2 },
  { a: 2, b: 4 },
  { a: 1, b: 3 },
  { a: 2, b: 3 },
  { a: 3, b: 4 },
  { a: 55, b: 100 },
  { a: 65, b: 100 },
  { a: 0, b: 1 },
  { a: 1, b: 1 },
  { a: 499_999_999, b: 1_000_000_000 },
  { a: 1, b: 1_000_000_000 },
];

function share(draw: Draw): Share {
  if (draw.onceIn(5)) {
    const b = draw.integer(1, 1_000_000_000);
    return { a: draw.integer(0, b), b };
  }
  return draw.from(SHARES);
}

/** Any rule tree of §2 over n stakeholders, with no regard to who satisfies it. */
export function anyRule(draw: Draw, n: number, dimensions: number, depth = 3): Rule {
  const leaves = ['members', 'count', 'allBut', 'includes'] as const;
  const withQuota = dimensions === 0 ? leaves : (['quota', 'quota', 'quota', ...leaves] as const);
  const kind = draw.from(depth === 0 ? withQuota : ([...withQuota, 'allOf', 'anyOf'] as const));
  switch (kind) {
    case 'quota':
      return {
        kind,
        dimension: draw.integer(0, dimensions - 1),
        share: share(draw),
        strict: draw.butOnceIn(2),
      };
    case 'members':
      return { kind, share: share(draw), strict: draw.onceIn(2) };
    case 'count':
      return { kind, atLeast: draw.integer(1, n) };
    case 'allBut':
      return { kind, allBut: draw.integer(0, n - 1) };
    case 'includes':
      return {
        kind,
        stakeholders: draw
          .shuffled(Array.from({ length: n }, (_, i) => i))
          .slice(0, draw.integer(1, Math.min(n, 2))),
      };
    case 'allOf':
    case 'anyOf':
      return {
        kind,
        nodes: draw.list(draw.integer(1, 3), () => anyRule(draw, n, dimensions, depth - 1)),
      };
  }
}
