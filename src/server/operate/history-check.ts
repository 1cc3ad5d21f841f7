/**
 * The events of a log and what is stored of its tree, page by page: bytes, places, columns, rules and results (by the
 * auditor's own walk, ledger.md §4), nodes, checkpoints, texts and sealed ballots. Memory: the state, the tree's
 * right edge, a page; in private mode also the openings, without which results cannot be computed again.
 */
import { parseOpeningLine, parseTextLine } from '@/audit/bundle';
import { Walk } from '@/audit/walk';
import { canonicalJson } from '@/ledger/canonical';
import { parseCheckpoint } from '@/ledger/checkpoint';
import { equalBytes, toHex, utf8 } from '@/ledger/hash';
import { parseNote, underName, type VerifierKey, verifyNote } from '@/ledger/note';
import { originOf } from '@/ledger/origin';
import { emptyTreeHash, leafHash, nodeHash, type TreeNode } from '@/ledger/tree';
import type { Openings } from '@/negotiation/decide/decision';
import { type Event, isJson } from '@/negotiation/events/event';
import { hashOfResults } from '@/negotiation/result';
import { sealOf } from '@/negotiation/seal';
import type { NegotiationState } from '@/negotiation/state';
import type { StoredCheckpoint, StoredEvent, StoredPage, StoredSeal, StoredText } from '../db/stored-log';
import type { Difference } from './difference';

interface EdgeNode {
  readonly level: number;
  readonly hash: Uint8Array;
  /** A leaf below it is not what was stored: what differs above it follows from that. */
  readonly tainted: boolean;
}

export interface HistoryCheckParts {
  readonly log: string;
  readonly host: string;
  /** Every verifier key of the log, of before a rotation too; their names do not matter. */
  readonly keys: readonly VerifierKey[];
  /** Sizes whose tree hash is wanted afterwards. */
  readonly marks: ReadonlySet<number>;
  readonly report: (difference: Difference) => void;
  /** Told of each state that was reached, after everything of its event was checked. */
  readonly reached: (state: NegotiationState, event: Event) => Promise<void>;
}

export class HistoryCheck {
  readonly roots = new Map<number, Uint8Array>();
  /** Nodes that are to be there and are not. */
  readonly missing: TreeNode[] = [];
  /** No event was found changed, nothing signed contradicts them: what follows from them can be trusted. */
  sound = true;
  /** Number of events read. */
  size = 0;
  readonly #parts: HistoryCheckParts;
  /** It keeps every revealed ballot, as a snapshot's state does; results are therefore computed again here. */
  readonly #walk = new Walk({
    recompute: false,
    before: (state, event, openings) => this.#result(state, event, openings),
  });
  readonly #edge: EdgeNode[] = [];
  /** The walk ended at an event that is none, or was not permitted. */
  #ended = false;

  constructor(parts: HistoryCheckParts) {
    this.#parts = parts;
  }

  /** `null` before the first event, and once the walk has ended: no state can be trusted then. */
  get state(): NegotiationState | null {
    return this.#ended ? null : this.#walk.state;
  }

  async page(page: StoredPage): Promise<void> {
    const nodes = new Map(page.nodes.map((node) => [`${node.level}/${node.index}`, node.hash]));
    const texts = grouped(page.texts);
    const seals = grouped(page.seals);
    const checkpoints = grouped(page.checkpoints.map((kept) => ({ ...kept, position: kept.size })));
    for (const row of page.events) {
      if (row.position !== this.size && !this.#ended) {
        this.#changed(
          'event',
          String(this.size),
          `the event is missing: the next one stored is ${row.position}`,
        );
        this.#ended = true;
      }
      const event = this.#ended ? null : this.#event(row);
      this.#append(row, nodes);
      for (const text of texts.get(row.position) ?? []) this.#text(text);
      if (event !== null) this.#seals(event, seals.get(row.position) ?? []);
      for (const kept of checkpoints.get(this.size) ?? []) this.#checkpoint(kept);
      if (this.#parts.marks.has(this.size)) this.roots.set(this.size, this.root());
      const { state } = this.#walk;
      if (event !== null && state !== null) await this.#parts.reached(state, event);
    }
  }

  root(): Uint8Array {
    const hashes = this.#edge.map(({ hash }) => hash);
    return hashes.length === 0 ? emptyTreeHash() : hashes.reduceRight((right, left) => nodeHash(left, right));
  }

  #event(row: StoredEvent): Event | null {
    const event = this.#walk.event(utf8(row.bytes));
    if ('step' in event) {
      const { step, expected, found } = event;
      this.#changed('event', String(row.position), `(${step}) it should be ${expected}; found: ${found}`);
      this.#ended = true;
      return null;
    }
    for (const column of ['type', 'actor', 'at'] as const) {
      if (row[column] === event[column]) continue;
      const [stored, should] = [JSON.stringify(row[column]), JSON.stringify(event[column])];
      this.#never(
        'event',
        String(row.position),
        `the column ${column} is ${stored}; its bytes say ${should}`,
      );
    }
    return event;
  }

  #result(before: NegotiationState, event: Event, openings: Openings): void {
    if (event.type !== 'result.computed') return;
    const { position, sha256 } = event.data;
    const computed = hashOfResults(position, before, openings);
    if (computed === sha256) return;
    const sentence = `it says that the results as of ${position} hash to ${sha256}; they hash to ${computed}`;
    this.#changed('event', String(event.position), sentence);
  }

  /** Adds the leaf, and compares every node that it completes with the stored one. */
  #append(row: StoredEvent, stored: ReadonlyMap<string, Uint8Array>): void {
    let index = this.size;
    let node = this.#compared({ level: 0, index, hash: leafHash(utf8(row.bytes)) }, false, stored);
    for (let left = this.#edge.at(-1); left?.level === node.level; left = this.#edge.at(-1)) {
      this.#edge.pop();
      index = (index - 1) / 2;
      const hash = nodeHash(left.hash, node.hash);
      node = this.#compared({ level: node.level + 1, index, hash }, left.tainted || node.tainted, stored);
    }
    this.#edge.push(node);
    this.size += 1;
  }

  #compared(node: TreeNode, tainted: boolean, stored: ReadonlyMap<string, Uint8Array>): EdgeNode {
    const { level, index, hash } = node;
    const key = `${level}/${index}`;
    const found = stored.get(key);
    if (found === undefined) {
      this.missing.push(node);
      this.#report('tree_node', key, `the node is missing; it should be ${toHex(hash)}`, 'node');
      return { level, hash, tainted };
    }
    if (tainted || equalBytes(found, hash)) return { level, hash, tainted };
    const [is, should] = [toHex(found), toHex(hash)];
    if (level === 0) {
      const what = `its bytes hash to ${should}, and the tree was built on ${is}: the event was changed, or the node`;
      this.#changed('event', String(index), what);
    } else this.#changed('tree_node', key, `the hash is ${is}; from the nodes below it should be ${should}`);
    return { level, hash, tainted: true };
  }

  #text({ position, hash, salt, text }: StoredText): void {
    if (this.#ended) return;
    const read = parseTextLine(utf8(canonicalJson({ salt, text })));
    const checked = this.#walk.text(read);
    const fits = !('step' in checked) && checked.hash === hash;
    if (!fits)
      this.#never(
        'event_text',
        `${position} ${hash}`,
        'the text and its salt do not have the hash that the event holds',
      );
  }

  #seals(event: Event, rows: readonly StoredSeal[]): void {
    const { data, position } = event;
    const isSeal = event.type === 'ballot.sealed' || event.type === 'ballot.entered';
    const commitment = isSeal && 'commitment' in data ? (data.commitment ?? undefined) : undefined;
    for (const row of rows) {
      const ballot = jsonOf(row.ballot);
      const line = isJson(ballot) ? { ballot, salt: row.salt, stakeholder: row.stakeholder } : null;
      const read = line === null ? null : parseOpeningLine(utf8(canonicalJson(line)));
      const value = read?.ok ? read.value : null;
      const fits =
        value !== null &&
        commitment === row.commitment &&
        sealOf(event.log, value.stakeholder, value.salt, value.ballot) === commitment;
      if (!fits) {
        this.#never(
          'sealed_ballot',
          String(position),
          'the ballot and its salt do not open what the event sealed',
        );
      } else if (read !== null && this.#walk.state?.mode === 'private') {
        const opened = this.#walk.opening(read);
        if ('step' in opened)
          this.#never('sealed_ballot', String(position), `it should be ${opened.expected}`);
      }
    }
    if (commitment !== undefined && rows.length === 0) {
      this.#never(
        'sealed_ballot',
        String(position),
        'the row is missing: what was sealed cannot be opened any more',
      );
    }
  }

  #checkpoint({ epoch, size, note }: StoredCheckpoint): void {
    const key = `${epoch}/${size}`;
    const parsed = parseNote(note);
    const checkpoint = parsed && parseCheckpoint(parsed.text);
    const origin = originOf(this.#parts.host, this.#parts.log, epoch);
    if (parsed === null || checkpoint === null || checkpoint.origin !== origin || checkpoint.size !== size) {
      this.#never('checkpoint', key, `the note is no checkpoint of ${origin} at size ${size}`);
    } else if (!this.#parts.keys.some((known) => verifyNote(parsed, underName(known, origin)))) {
      this.#never('checkpoint', key, "the signature is by none of the log's keys");
    } else if (!equalBytes(checkpoint.root, this.root())) {
      const [is, should] = [toHex(checkpoint.root), toHex(this.root())];
      this.#changed('checkpoint', key, `it signs the tree hash ${is}; the events have ${should}`);
    }
  }

  #changed(table: string, key: string, sentence: string): void {
    this.sound = false;
    this.#report(table, key, sentence, 'never');
  }

  #never(table: string, key: string, sentence: string): void {
    this.#report(table, key, sentence, 'never');
  }

  #report(table: string, key: string, sentence: string, mend: Difference['mend']): void {
    this.#parts.report({ log: this.#parts.log, table, key, sentence, mend });
  }
}

function grouped<T extends { readonly position: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) groups.set(row.position, [...(groups.get(row.position) ?? []), row]);
  return groups;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
