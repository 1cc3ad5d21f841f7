import type { ThreatChange } from '@/negotiation/threat-view';
import type { CellKey, Said } from './cell';

/** What was written and not recorded, kept in this tab. */

export function readWritten(place: string): ReadonlyMap<CellKey, Said> {
  const text = sessionStorage.getItem(slotOf(place));
  const read = text === null ? null : parsed(text);
  return new Map(Array.isArray(read) && read.every(isEntry) ? read : []);
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

// By hand, since zod would be a third of the script of the page, for what this very tab has written.

function isEntry(entry: unknown): entry is readonly [CellKey, Said] {
  return Array.isArray(entry) && entry.length === 2 && isKey(entry[0]) && isSaid(entry[1]);
}

function isKey(key: unknown): key is CellKey {
  return typeof key === 'string' && /^\S+ \S+$/.test(key);
}

function isSaid(said: unknown): said is Said {
  return (
    typeof said === 'object' &&
    said !== null &&
    'change' in said &&
    isChange(said.change) &&
    'reason' in said &&
    isText(said.reason) &&
    'evidence' in said &&
    isText(said.evidence)
  );
}

function isChange(change: unknown): change is ThreatChange {
  return Array.isArray(change) && change.length === 3 && change.every(isStep);
}

function isStep(step: unknown): boolean {
  return typeof step === 'number' && Number.isInteger(step) && step >= -3 && step <= 3;
}

function isText(text: unknown): boolean {
  return text === null || typeof text === 'string';
}
