import { JsonTokens, type Pieces } from './json-tokens';
import type { Fault } from './model';
import { type Segment, showPath } from './show';

/**
 * A strict reader of JSON (RFC 8259) that keeps what JSON.parse drops: which keys were given twice, and the text
 * of numbers that a double would change. It walks with a stack of its own, so no depth overflows anything.
 */
export type Parsed =
  | { readonly ok: true; readonly value: unknown; readonly duplicates: Duplicates }
  | { readonly ok: false; readonly fault: Fault };

/** Keys given twice or more, by the object that they were given in. */
export type Duplicates = WeakMap<object, readonly string[]>;

/** No valid negotiation file comes near: a rule 8 deep in a pledge is 21. */
const DEEPEST = 64;

type Members = Record<string, unknown>;
type Open =
  | { readonly kind: 'list'; readonly list: unknown[] }
  | { readonly kind: 'taken'; count: number }
  | { readonly kind: 'object'; readonly members: Members; key: string };

/** Who takes the elements of one list of the document one by one, so that they need not be in memory together. */
export interface Taker {
  /** The list's key in the document, which is an object. */
  readonly key: string;
  /** The list begins (again, where its key is given twice), after these members of the document. */
  begin(before: Readonly<Record<string, unknown>>): void;
  take(element: unknown, index: number): void;
}

/** Stands in the document where the elements of a list were taken. */
export class TakenList {
  constructor(readonly length: number) {}
}

/** `__proto__` becomes a key like any other. Objects share their shapes this way, which null prototypes would not. */
function put(members: Members, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(members, key, { value, enumerable: true, configurable: true, writable: true });
  else members[key] = value;
}

/**
 * Reads one JSON text; the fault names the path that was being read, and the line and column.
 *
 * @param line the number of its first line, where it is one of several texts of a file.
 */
export function parseJson(text: string, line = 1): Parsed {
  return new Parser(text, line, null, null, new WeakMap()).parse();
}

/**
 * The same of a text that comes in pieces, however it is cut, of which only the last is in memory, and of one list of
 * the document only one element at a time.
 */
export function parseJsonPieces(pieces: Pieces, taker: Taker, duplicates: Duplicates): Parsed {
  return new Parser('', 1, pieces, taker, duplicates).parse();
}

class Parser extends JsonTokens {
  private readonly stack: Open[] = [];

  /** @param duplicates is told of keys given twice as they are met */
  constructor(
    text: string,
    line: number,
    pieces: Pieces | null,
    private readonly taker: Taker | null,
    private readonly duplicates: Duplicates,
  ) {
    super(text, line, pieces);
  }

  parse(): Parsed {
    while (this.problem === null) {
      const opened = this.open();
      let value: unknown = opened ? this.emptyClosed() : this.scalar();
      while (value !== undefined && this.problem === null) {
        const top = this.stack.at(-1);
        if (top === undefined) {
          this.skipSpace();
          if (this.at === this.text.length) return { ok: true, value, duplicates: this.duplicates };
          this.problem = `${this.found()} after the end of the document`;
          break;
        }
        value = this.attach(top, value);
      }
    }
    return { ok: false, fault: this.fault(this.problem) };
  }

  /** Opens a list or an object at the next character, if there is one. */
  private open(): boolean {
    this.skipSpace();
    const character = this.text[this.at];
    if (character !== '{' && character !== '[') return false;
    if (this.stack.length >= DEEPEST) {
      this.problem = `nested more than ${DEEPEST} deep`;
      return true;
    }
    this.at += 1;
    this.stack.push(character === '[' ? this.list() : { kind: 'object', members: {}, key: '' });
    return true;
  }

  /** A list to come: a taken one where it is the document's own under the taker's key. */
  private list(): Open {
    const [document] = this.stack;
    const { taker } = this;
    if (
      taker === null ||
      this.stack.length !== 1 ||
      document?.kind !== 'object' ||
      document.key !== taker.key
    )
      return { kind: 'list', list: [] };
    taker.begin(document.members);
    return { kind: 'taken', count: 0 };
  }

  /** After an opening bracket: the whole empty container, or `undefined` with its first value coming next. */
  private emptyClosed(): unknown {
    const top = this.stack.at(-1);
    if (top === undefined || this.problem !== null) return undefined;
    this.skipSpace();
    if (this.text[this.at] === (top.kind === 'object' ? '}' : ']')) return this.close(top);
    if (top.kind === 'object') this.key(top);
    return undefined;
  }

  private close(top: Open): unknown {
    this.at += 1;
    this.stack.pop();
    if (top.kind === 'taken') return new TakenList(top.count);
    // A list grown by push keeps room for 17 elements; a copy of three has room for three.
    return top.kind === 'list' ? top.list.slice() : top.members;
  }

  /** Puts a value where it belongs; gives the container if that ends here, `undefined` if another value follows. */
  private attach(top: Open, value: unknown): unknown {
    if (top.kind === 'list') top.list.push(value);
    else if (top.kind === 'object') put(top.members, top.key, value);
    else this.taker?.take(value, top.count++);
    this.skipSpace();
    const character = this.text[this.at];
    const end = top.kind === 'object' ? '}' : ']';
    if (character === end) return this.close(top);
    if (character !== ',') {
      this.problem = `${this.found()} where , or ${end} should follow`;
      return undefined;
    }
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === end) this.problem = `a comma before ${end}`;
    else if (top.kind === 'object') this.key(top);
    return undefined;
  }

  private key(top: Open & { kind: 'object' }): void {
    if (this.text[this.at] !== '"') {
      this.problem = `${this.found()} where a key in double quotes should stand`;
      return;
    }
    const key = this.string();
    if (key === undefined) return;
    if (Object.hasOwn(top.members, key)) {
      const twice = this.duplicates.get(top.members) ?? [];
      if (!twice.includes(key)) this.duplicates.set(top.members, [...twice, key]);
    }
    top.key = key;
    this.skipSpace();
    if (this.text[this.at] === ':') this.at += 1;
    else this.problem = `${this.found()} where : should follow the key`;
  }

  private fault(problem: string | null): Fault {
    const path: Segment[] = this.stack.map((open) =>
      open.kind === 'list' ? open.list.length : open.kind === 'taken' ? open.count : open.key,
    );
    if (path.at(-1) === '') path.pop();
    const { line, column } = this.place();
    return { path: showPath('', path), message: `${problem} (line ${line}, column ${column})` };
  }
}
