import { NumberText } from './number-text';
import { showValue } from './show';

/** The next piece of a text, not empty and cut between characters; `null` at its end. */
export type Pieces = () => string | null;

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /[\p{L}\p{N}_$.+-]+|./suy;
const LONGEST_EXACT = 15;
const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const COMMA = 0x2c;
const LIST_END = 0x5d;
const OBJECT_END = 0x7d;
/** So much lies ahead wherever a word or number is read, as it is or as a fault tells it: shortened to 60. */
const AHEAD = 80;
/** The longest text or number that comes in pieces. */
const LONGEST_TOKEN = 2 ** 28;
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

/**
 * The tokens of a JSON text, read one after the other from a window on it, which moves on when a token meets its end.
 * The first thing wrong is noted, and nothing read after it counts.
 */
export class JsonTokens {
  protected at = 0;
  protected problem: string | null = null;
  /** Characters of the line in which `text` begins that lie before it. */
  private columnsBefore = 0;

  /**
   * @param text what of the whole text is in memory: all, or from somewhere before `at` on
   * @param line of its first character
   * @param pieces what follows it
   */
  constructor(
    protected text: string,
    private line: number,
    private pieces: Pieces | null,
  ) {}

  protected scalar(): unknown {
    this.lookAhead();
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
    const short = this.shortNumber();
    if (short !== null) return short;
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text)?.[0] ?? '';
    const end = this.at + number.length;
    if (end === this.text.length && this.refill()) return this.number();
    if (number === '' || !this.delimitedAt(end)) {
      this.problem = `${this.found()} is not a JSON number`;
      return undefined;
    }
    this.at = end;
    const lossless = number.length <= LONGEST_EXACT && !number.includes('e') && !number.includes('E');
    return lossless ? Number(number) : new NumberText(number);
  }

  /** Digits, a point and digits before a comma or a bracket, of which a file of ballots has most; `null` for others. */
  private shortNumber(): number | null {
    const { text, at: from } = this;
    let at = from;
    let code = text.charCodeAt(at);
    if (code === ZERO) code = text.charCodeAt(++at);
    else while (code >= ZERO && code <= NINE) code = text.charCodeAt(++at);
    if (at === from) return null;
    if (code === POINT) {
      const point = at;
      code = text.charCodeAt(++at);
      while (code >= ZERO && code <= NINE) code = text.charCodeAt(++at);
      if (at === point + 1) return null;
    }
    if ((code !== COMMA && code !== LIST_END && code !== OBJECT_END) || at - from > LONGEST_EXACT)
      return null;
    this.at = at;
    return Number(text.slice(from, at));
  }

  /** Whether a number may end here; `01`, `5.` and `1x` go on. */
  private delimitedAt(end: number): boolean {
    const code = this.text.charCodeAt(end);
    if (code === COMMA || code === LIST_END || code === OBJECT_END || Number.isNaN(code)) return true;
    return this.word().length <= end - this.at;
  }

  protected string(): string | undefined {
    let whole = '';
    let from = this.at + 1;
    for (let next = from; ; next += 1) {
      const code = this.text.charCodeAt(next);
      if (code === 0x22) {
        this.at = next + 1;
        return whole + this.text.slice(from, next);
      }
      if (code === 0x5c) {
        if (next + 6 > this.text.length && this.refill()) return this.string();
        const character = this.escape(next);
        if (character === null) return undefined;
        whole += this.text.slice(from, next) + character;
        next += this.text[next + 1] === 'u' ? 5 : 1;
        from = next + 1;
      } else if (!(code >= 0x20)) {
        if (next >= this.text.length && this.refill()) return this.string();
        if (this.problem !== null) return undefined;
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

  protected skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) this.at += 1;
      else if (!Number.isNaN(code) || !this.refill()) return;
    }
  }

  /** Brings in what a word or a number may need; at the end of the text there may be less. */
  private lookAhead(): void {
    while (this.text.length - this.at < AHEAD && this.refill());
  }

  /**
   * Lets go of what lies before `at` and brings more in behind, at least as much as is left, so that a long text which
   * is read again from its start costs no more than twice its length. False where there is no more.
   */
  private refill(): boolean {
    if (this.pieces === null) return false;
    const rest = this.text.slice(this.at);
    let more = '';
    while (more.length <= rest.length) {
      const piece = this.pieces();
      if (piece === null) {
        this.pieces = null;
        break;
      }
      more += piece;
    }
    if (more === '') return false;
    if (rest.length > LONGEST_TOKEN) {
      this.problem = `a text or number of more than ${LONGEST_TOKEN} characters`;
      return false;
    }
    const { line, column } = this.place();
    this.line = line;
    this.columnsBefore = column - 1;
    this.text = rest + more;
    this.at = 0;
    return true;
  }

  protected place(): { readonly line: number; readonly column: number } {
    const { text, at } = this;
    let { line } = this;
    let before = -1;
    for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
      line += 1;
      before = next;
    }
    return { line, column: before < 0 ? this.columnsBefore + at + 1 : at - before };
  }

  private word(): string {
    WORD.lastIndex = this.at;
    return WORD.exec(this.text)?.[0] ?? '';
  }

  protected found(): string {
    this.lookAhead();
    const word = this.word();
    return word === ''
      ? 'the end of the file'
      : /^[\w.+$-]+$/.test(word)
        ? showValue(new NumberText(word))
        : showValue(word);
  }
}
