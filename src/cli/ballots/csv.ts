import { CsvError, parse } from 'csv-parse/sync';
import { linesIn } from '@/audit/lines';
import { valueIn } from './cell';
import { judgeRow } from './judge-row';
import { ABSTAIN, AT, type Layout, layoutOf, POINTS, STAKEHOLDER } from './layout';
import { Cursor } from './plain-points';
import type { RowFaults } from './row-faults';
import type { TableReader } from './table-reader';
import type { Target } from './target';

const COMMA = 0x2c;
const QUOTE = 0x22;
const RETURN = 0x0d;
/** The longest record of several lines: an unclosed quote must not swallow the file. */
const LONGEST_RECORD = 1_000_000;

/** Reads a table of comma-separated values (RFC 4180), its first record naming the columns. */
export class CsvReader implements TableReader {
  private layout: Layout | null = null;
  private line = 0;
  /** Lines of a record whose quotes are still open, and where it began. */
  private open: {
    readonly lines: Uint8Array[];
    readonly from: number;
    quotes: number;
    bytes: number;
  } | null = null;
  private readonly cursor = new Cursor();

  constructor(
    private readonly target: Target,
    private readonly faults: RowFaults,
  ) {}

  take(block: Uint8Array): void {
    const unquoted = !block.includes(QUOTE);
    for (const line of linesIn(block)) {
      if (this.faults.full) return;
      this.line += 1;
      if (this.open === null && (unquoted || !line.includes(QUOTE))) this.takeLine(line);
      else this.takeQuoted(line);
    }
  }

  end(): void {
    this.close();
    if (this.line === 0 || (this.layout === null && !this.faults.any))
      this.faults.add('line 1', 'has no columns');
  }

  private takeLine(line: Uint8Array): void {
    const length = line.at(-1) === RETURN ? line.length - 1 : line.length;
    if (length === 0) return;
    if (this.layout !== null && this.quick(line, length, this.layout)) return;
    this.takeRecord([line], this.line);
  }

  private takeQuoted(line: Uint8Array): void {
    this.open ??= { lines: [], from: this.line, quotes: 0, bytes: 0 };
    const { open } = this;
    open.lines.push(line);
    open.bytes += line.length;
    for (const byte of line) if (byte === QUOTE) open.quotes += 1;
    if (open.quotes % 2 === 0 || open.bytes > LONGEST_RECORD) this.close();
  }

  private close(): void {
    const { open } = this;
    this.open = null;
    if (open !== null) this.takeRecord(open.lines, open.from);
  }

  /** The slow way: what csv-parse makes of a record, value by value. */
  private takeRecord(lines: readonly Uint8Array[], from: number): void {
    const where = `line ${from}`;
    const { layout, faults } = this;
    const cells = cellsOf(lines, layout === null);
    if (typeof cells === 'string') {
      faults.add(where, cells);
    } else if (layout === null) {
      this.layout = layoutOf(cells, this.target.profiles, faults.at(where));
      if (this.layout === null) faults.stop();
    } else if (cells.length !== layout.names.length) {
      faults.add(where, `has ${cells.length} cells, not ${layout.names.length} as the first line`);
    } else {
      const value = (column: number) => valueIn(cells[column] ?? '', layout.roles[column]!);
      judgeRow(layout, value, this.target, faults.at(where));
    }
  }

  /** A record of plain cells from its bytes; false where it takes a closer look. */
  private quick(line: Uint8Array, length: number, { roles }: Layout): boolean {
    const { cursor, target } = this;
    const { row } = target;
    cursor.bytes = Buffer.from(line.buffer, line.byteOffset, length);
    cursor.at = 0;
    row.clear();
    let [stakeholder, instant] = [-1, ''];
    for (let column = 0; column < roles.length; column++) {
      const role = roles[column]!;
      const empty = cursor.at === length || cursor.bytes[cursor.at] === COMMA;
      if (role >= 0) {
        if (!empty) {
          const points = cursor.points();
          if (points < 0) return false;
          row.put(role >> 2, role & POINTS, points);
        }
      } else {
        const text = cursor.text(COMMA);
        if (text === null) return false;
        if (role === STAKEHOLDER) stakeholder = target.stakeholders.get(text) ?? -1;
        else if (role === AT) instant = text;
        else if (!empty && text !== 'false') {
          if (role === ABSTAIN || text !== 'true') return false;
          row.provisional = true;
        }
      }
      const last = column === roles.length - 1;
      if (last ? cursor.at !== length : cursor.bytes[cursor.at] !== COMMA) return false;
      cursor.at += 1;
    }
    if (stakeholder < 0 || !target.isInstant(instant) || row.close() <= 0) return false;
    target.castRow(stakeholder, instant);
    return true;
  }
}

/** The cells of one record, or what is wrong with it. A byte order mark may stand before the first. */
function cellsOf(lines: readonly Uint8Array[], first: boolean): readonly string[] | string {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text: string;
  try {
    text = lines.map((line) => utf8.decode(line)).join('\n');
  } catch {
    return 'is not UTF-8';
  }
  try {
    const records = parse(text.replace(/\r$/, ''), { bom: first, relax_column_count: true });
    return records.length === 1 && records[0] !== undefined ? records[0] : 'is not one record';
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return `quotes are amiss (${error.code}): a cell with a quote in it is quoted as a whole, each quote given twice`;
  }
}
