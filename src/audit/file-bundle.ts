import type { SigningKey } from '@/ledger/note';
import { partsOfOrigin } from '@/ledger/origin';
import { playFile } from '@/negotiation/demo/play';
import { playThrough } from '@/negotiation/demo/play-through';
import type { NegotiationFile } from '@/negotiation/file/model';
import { writeBundle } from './bundle';

export interface FileBundlePorts {
  readonly key: SigningKey;
  /** 32 random bytes, hex. */
  readonly salt: () => string;
  /** A random pseudonym for each person of the history. */
  readonly pseudonym: () => string;
}

export type FileBundle =
  | { readonly ok: true; readonly lines: Generator<string> }
  | { readonly ok: false; readonly message: string };

/**
 * The bundle of a log whose history would have led to the file, at the file's own instants (ledger.md §1 and §4).
 * The log is the one that the key's name says, and is in its first epoch.
 */
export function bundleOfFile(file: NegotiationFile, { key, salt, pseudonym }: FileBundlePorts): FileBundle {
  const parts = partsOfOrigin(key.name);
  if (parts !== null && parts.epoch !== 1) {
    return { ok: false, message: `the key ${key.name} is for epoch ${parts.epoch}; a new log begins with 1` };
  }
  const people = new Map<string, string>();
  const pseudonymOf = (actor: string): string => {
    const known = people.get(actor) ?? pseudonym();
    people.set(actor, known);
    return known;
  };
  const log = parts?.log ?? idOf(key.name);
  const played = playThrough(playFile(file), { log, salt, pseudonymOf });
  if (!played.ok) {
    const { step, error } = played;
    return { ok: false, message: `${step.at}: ${step.command.kind}: ${error.message.text}` };
  }
  const { events, texts, openings } = played.value;
  const byHash = new Map(texts.map((text) => [text.hash, text]));
  const bySeal = new Map(openings.map((opening) => [opening.commitment, opening]));
  const text = (hash: string) => byHash.get(hash);
  const opening = (commitment: string) => bySeal.get(commitment);
  return { ok: true, lines: writeBundle({ events, text, opening }, key) };
}

/** A log's id made from a name that is no origin of the form of ledger.md §2. */
function idOf(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 64);
  return id === '' ? 'negotiation' : id;
}
