import * as z from 'zod/mini';
import type { CellKey, Said } from './cell';

/** What was written and not recorded, kept in this tab. */

// The whole of zod would be a third of the page's script (performance.md §3).
const step = z.int().check(z.minimum(-3), z.maximum(3));
const kept = z.array(
  z.tuple([
    z.custom<CellKey>((key) => typeof key === 'string' && /^\S+ \S+$/.test(key)),
    z.object({
      change: z.tuple([step, step, step]),
      reason: z.nullable(z.string()),
      evidence: z.nullable(z.string()),
    }),
  ]),
);

export function readWritten(place: string): ReadonlyMap<CellKey, Said> {
  const text = sessionStorage.getItem(slotOf(place));
  if (text === null) return new Map();
  const read = kept.safeParse(parsed(text));
  return new Map(read.success ? read.data : []);
}

export function keepWritten(place: string, cells: ReadonlyMap<CellKey, Said>): void {
  sessionStorage.setItem(slotOf(place), JSON.stringify([...cells]));
}

export function forgetWritten(place: string): void {
  sessionStorage.removeItem(slotOf(place));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function slotOf(place: string): string {
  return `parley-written/${place}`;
}
