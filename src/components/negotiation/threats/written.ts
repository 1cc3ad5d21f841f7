import { z } from 'zod';
import type { CellKey, Said } from './cell';

/** What was written and not recorded, kept in this tab. */

const step = z.int().min(-3).max(3);
const kept = z.array(
  z.tuple([
    z.custom<CellKey>((key) => typeof key === 'string' && /^\S+ \S+$/.test(key)),
    z.object({
      change: z.tuple([step, step, step]),
      reason: z.string().nullable(),
      evidence: z.string().nullable(),
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
