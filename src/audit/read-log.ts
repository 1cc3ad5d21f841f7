import { toHex } from '@/ledger/hash';
import type { Receipt } from '@/ledger/receipt';
import { leafHash } from '@/ledger/tree';
import { kindOf, parseCheckpointLine, parseOpeningLine, parseTextLine } from './bundle';
import type { Seen } from './evidence';
import { GrowingTree } from './growing-tree';
import { KeyChain } from './key-chain';
import { type LostBefore, lostBefore } from './lost-before';
import type { Failure } from './steps';
import { Walk } from './walk';

/** A log that went by, line by line, and of which each event held on its own (steps 1 to 7). */
export interface ReadLog {
  readonly walk: Walk;
  readonly seen: Seen;
  readonly chain: KeyChain;
  readonly lost: readonly LostBefore[];
  readonly note: string;
  readonly root: Uint8Array;
}

/** What is to be compared later, and so has to be kept. */
interface Wanted {
  /** Sizes of which the root is. */
  readonly marks: ReadonlySet<number>;
  readonly receipts: readonly Receipt[];
}

/** Takes the lines after the header, up to the checkpoint. */
export class LogReader {
  /** Events so far. */
  get size(): number {
    return this.tree.size;
  }

  private readonly walk = new Walk();
  private readonly tree = new GrowingTree();
  private readonly chain = new KeyChain();
  private readonly lost: LostBefore[] = [];
  private readonly roots = new Map([[0, this.tree.root()]]);
  private readonly leaves = new Map<number, Uint8Array>();
  private readonly positions: ReadonlySet<number>;
  private note: string | null = null;

  constructor(private readonly wanted: Wanted) {
    this.positions = new Set(wanted.receipts.map(({ position }) => position));
  }

  /** @param found the line's hash, where it has been found sound already (look.ts). */
  take(line: Uint8Array, found: Uint8Array | null): Failure | null {
    if (this.note !== null) return this.misread('nothing after the checkpoint', 'another line');
    const kind = kindOf(line);
    switch (kind) {
      case 'event':
        return this.takeEvent(line, found);
      case 'text':
        return found === null
          ? failureOf(this.walk.text(parseTextLine(line)))
          : this.walk.soundText(toHex(found));
      case 'opening':
        return failureOf(this.walk.opening(parseOpeningLine(line)));
      case 'checkpoint':
        this.note = parseCheckpointLine(line);
        return this.note === null ? this.misread('a line of JSON', 'something else') : null;
    }
  }

  end(): ReadLog | Failure {
    const { walk, chain, lost, note, tree, leaves, roots } = this;
    if (note === null) {
      const found = `the end of the bundle after ${tree.size} events`;
      return { step: 'tree', position: null, expected: 'a checkpoint as the last line', found };
    }
    const root = tree.root();
    const seen: Seen = {
      size: tree.size,
      rootAt: (size) => (size === tree.size ? root : roots.get(size)),
      leafAt: (position) => leaves.get(position),
    };
    return { walk, seen, chain, lost, note, root };
  }

  private takeEvent(line: Uint8Array, found: Uint8Array | null): Failure | null {
    const event = this.walk.event(line, found !== null);
    if ('step' in event) return event;
    this.chain.note(event);
    const loss = lostBefore(event);
    if (loss !== null) this.lost.push(loss);
    const leaf = found ?? leafHash(line);
    if (this.positions.has(event.position)) this.leaves.set(event.position, leaf);
    this.tree.append(leaf);
    if (this.wanted.marks.has(this.tree.size)) this.roots.set(this.tree.size, this.tree.root());
    return null;
  }

  private misread(expected: string, found: string): Failure {
    return { step: 'canonical', position: this.walk.next, expected, found };
  }
}

function failureOf(read: object | Failure): Failure | null {
  return 'step' in read ? read : null;
}
