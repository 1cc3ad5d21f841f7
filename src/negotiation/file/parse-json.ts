import type { Fault } from './model';
import { NumberText } from './number-text';
import { type Segment, showPath, showValue } from './show';

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
  | { readonly kind: 'object'; readonly members: Members; key: string };

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /[\p{L}\p{N}_$.+-]+|./suy;
const LONGEST_EXACT = 15;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

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
  return new Parser(text, line).parse();
}

class Parser {
  private at = 0;
  private problem: string | null = null;
  private readonly stack: Open[] = [];
  private readonly duplicates = new WeakMap<object, string[]>();

  constructor(
    private readonly text: string,
    private readonly firstLine: number,
  ) {}

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
    this.stack.push(
      character === '[' ? { kind: 'list', list: [] } : { kind: 'object', members: {}, key: '' },
    );
    return true;
  }

  /** After an opening bracket: the whole empty container, or `undefined` with its first value coming next. */
  private emptyClosed(): unknown {
    const top = this.stack.at(-1);
    if (top === undefined || this.problem !== null) return undefined;
    this.skipSpace();
    if (this.text[this.at] === (top.kind === 'list' ? ']' : '}')) return this.close(top);
    if (top.kind === 'object') this.key(top);
    return undefined;
  }

  private close(top: Open): unknown {
    this.at += 1;
    this.stack.pop();
    // A list grown by push keeps room for 17 elements; a copy of three has room for three.
    return top.kind === 'list' ? top.list.slice() : top.members;
  }

  /** Puts a value where it belongs; gives the container if that ends here, `undefined` if another value follows. */
  private attach(top: Open, value: unknown): unknown {
    if (top.kind === 'list') top.list.push(value);
    else put(top.members, top.key, value);
    this.skipSpace();
    const character = this.text[this.at];
    const end = top.kind === 'list' ? ']' : '}';
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

  private scalar(): unknown {
    const character = this.text[this.at];
    if (character === '"') return this.string();
    if (character === '-' || (character !== undefined && character >= '0' && character <= '9'))
      return this.number();
    const word = this.word();
    if (word === 'true' || word === 'false') {
      this.at += word.length;
      return word === 'true';
    }
    if (word === 'null') {
      this.at += word.length;
      return null;
    }
    this.problem = word === '' ? 'ends where a value should stand' : `${this.found()} is not a JSON value`;
    return undefined;
  }

  private number(): number | NumberText | undefined {
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text)?.[0] ?? '';
    const end = this.at + number.length;
    if (number === '' || !this.delimitedAt(end)) {
      this.problem = `${this.found()} is not a JSON number`;
      return undefined;
    }
    this.at = end;
    const lossless = number.length <= LONGEST_EXACT && !number.includes('e') && !number.includes('E');
    return lossless ? Number(number) : new NumberText(number);
  }

  /** Whether a number may end here; `01`, `5.` and `1x` go on. */
  private delimitedAt(end: number): boolean {
    const code = this.text.charCodeAt(end);
    if (code === 0x2c || code === 0x5d || code === 0x7d || Number.isNaN(code)) return true;
    return this.word().length <= end - this.at;
  }

  private string(): string | undefined {
    let whole = '';
    let from = this.at + 1;
    for (let next = from; ; next += 1) {
      const code = this.text.charCodeAt(next);
      if (code === 0x22) {
        this.at = next + 1;
        return whole + this.text.slice(from, next);
      }
      if (code === 0x5c) {
        const character = this.escape(next);
        if (character === null) return undefined;
        whole += this.text.slice(from, next) + character;
        next += this.text[next + 1] === 'u' ? 5 : 1;
        from = next + 1;
      } else if (!(code >= 0x20)) {
        this.at = next;
        this.problem =
          next < this.text.length ? `an unescaped control character in a text` : 'ends inside a text';
        return undefined;
      }
    }
  }

  private escape(at: number): string | null {
    const letter = this.text[at + 1] ?? '';
    if (letter === 'u') {
      const hex = this.text.slice(at + 2, at + 6);
      if (/^[0-9a-fA-F]{4}$/.test(hex)) return String.fromCharCode(Number.parseInt(hex, 16));
    } else if (Object.hasOwn(ESCAPES, letter)) {
      return ESCAPES[letter] ?? null;
    }
    this.at = at;
    this.problem = `\\${letter === '' || letter < ' ' ? '' : letter} is not an escape of JSON`;
    return null;
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at += 1;
    }
  }

  private word(): string {
    WORD.lastIndex = this.at;
    return WORD.exec(this.text)?.[0] ?? '';
  }

  private found(): string {
    const word = this.word();
    return word === ''
      ? 'the end of the file'
      : /^[\w.+$-]+$/.test(word)
        ? showValue(new NumberText(word))
        : showValue(word);
  }

  private fault(problem: string): Fault {
    const path: Segment[] = this.stack.map((open) => (open.kind === 'list' ? open.list.length : open.key));
    if (path.at(-1) === '') path.pop();
    const before = this.text.slice(0, this.at);
    const line = this.firstLine - 1 + before.split('\n').length;
    const column = this.at - before.lastIndexOf('\n');
    return { path: showPath('', path), message: `${problem} (line ${line}, column ${column})` };
  }
}
