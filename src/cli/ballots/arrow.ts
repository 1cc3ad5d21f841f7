import { type FileHandle, open } from 'node:fs/promises';
import { DataType, type Field, type RecordBatch, RecordBatchReader, type Vector } from 'apache-arrow';
import { NumberText } from '@/negotiation/file/number-text';
import { judgeRow } from './judge-row';
import { ABSTAIN, AT, type Layout, layoutOf, POINTS, PROVISIONAL, STAKEHOLDER } from './layout';
import type { RowFaults } from './row-faults';
import type { Target } from './target';

/**
 * Reads a table in the file or the stream form of Arrow's IPC format, one record batch at a time: as much of it is in
 * memory as its writer put into a batch. Throws what reading a file throws.
 */
export async function readArrow(name: string, target: Target, faults: RowFaults): Promise<void> {
  const handle = await open(name);
  try {
    await new ArrowTable(target, faults).read(handle);
  } finally {
    await handle.close();
  }
}

class ArrowTable {
  private layout: Layout | null = null;
  private row = 0;

  constructor(
    private readonly target: Target,
    private readonly faults: RowFaults,
  ) {}

  async read(handle: FileHandle): Promise<void> {
    try {
      const reader = await (await RecordBatchReader.from(handle)).open();
      this.layout = this.layoutIn(reader.schema.fields);
      if (this.layout === null) return;
      for await (const batch of reader) {
        this.take(batch, this.layout);
        if (this.faults.full) return;
      }
    } catch (error) {
      // The system's own errors have a code; Arrow's, of bytes that it cannot make out, have none.
      if (!(error instanceof Error) || 'code' in error) throw error;
      this.faults.add('', `is not an Arrow table, or one that is compressed or damaged (${error.message})`);
    }
  }

  private layoutIn(fields: readonly Field[]): Layout | null {
    const fault = this.faults.at('columns');
    const layout = layoutOf(
      fields.map(({ name }) => name),
      this.target.profiles,
      fault,
    );
    let sound = layout !== null;
    layout?.roles.forEach((role, column) => {
      const { name, type } = fields[column]!;
      const wanted = unlike(type, role);
      if (wanted === null) return;
      fault(name, `is of type ${type}, not ${wanted}`);
      sound = false;
    });
    return sound ? layout : null;
  }

  private take(batch: RecordBatch, layout: Layout): void {
    const columns = layout.names.map((_, column) => batch.getChildAt(column));
    for (let k = 0; k < batch.numRows && !this.faults.full; k++) {
      this.row += 1;
      if (this.quick(columns, k, layout)) continue;
      const value = (column: number) => jsonOf(columns[column]?.get(k), layout.roles[column]!);
      judgeRow(layout, value, this.target, this.faults.at(`row ${this.row}`));
    }
  }

  /** A row of plain numbers; false where it takes a closer look. */
  private quick(columns: readonly (Vector | null)[], k: number, { roles }: Layout): boolean {
    const { target } = this;
    const { row } = target;
    row.clear();
    let [stakeholder, at] = [-1, ''];
    for (let column = 0; column < roles.length; column++) {
      const role = roles[column]!;
      const value: unknown = columns[column]?.get(k) ?? null;
      if (role >= 0) {
        if (value === null) continue;
        if (typeof value !== 'number' || !(value >= 0 && value <= 100) || Object.is(value, -0)) return false;
        const hundredths = Math.round(value * 100);
        if (hundredths / 100 !== value) return false;
        row.put(role >> 2, role & POINTS, hundredths);
      } else if (role === STAKEHOLDER) {
        stakeholder = typeof value === 'string' ? (target.stakeholders.get(value) ?? -1) : -1;
      } else if (role === AT) {
        at = String(jsonOf(value, AT));
      } else if (role === PROVISIONAL) {
        row.provisional = value === true;
      } else if (role === ABSTAIN && value === true) {
        return false;
      }
    }
    if (stakeholder < 0 || !target.isInstant(at) || row.close() <= 0) return false;
    target.castRow(stakeholder, at);
    return true;
  }
}

/** What type a column of a role should have; `null` where it has one. A column of nothing but nulls may stand anywhere. */
function unlike(type: DataType, role: number): string | null {
  const inner: DataType = DataType.isDictionary(type) ? type.dictionary : type;
  if (DataType.isNull(inner)) return null;
  const isText = DataType.isUtf8(inner) || DataType.isLargeUtf8(inner);
  switch (role) {
    case STAKEHOLDER:
      return isText ? null : 'Utf8';
    case AT:
      return isText || (DataType.isTimestamp(inner) && inner.timezone)
        ? null
        : 'Utf8, or Timestamp with a time zone';
    case PROVISIONAL:
    case ABSTAIN:
      return DataType.isBool(inner) ? null : 'Bool';
    default:
      return DataType.isInt(inner) || DataType.isFloat(inner) ? null : 'Int or Float64';
  }
}

/** A value as the negotiation file would hold it; `undefined` where there is none. */
function jsonOf(value: unknown, role: number): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'bigint') return new NumberText(`${value}`);
  if (role !== AT || typeof value !== 'number') return value;
  // Of years that RFC 3339 can write, in whole milliseconds; anything else is told as it is.
  const isWritable = Number.isInteger(value) && value >= FIRST && value <= LAST;
  return isWritable ? new Date(value).toISOString() : value;
}

const FIRST = Date.parse('0000-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');
