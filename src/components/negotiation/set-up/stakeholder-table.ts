import {
  type FileDimension,
  type FileStakeholder,
  STAKEHOLDER_KINDS,
  type StakeholderKind,
} from '@/negotiation/file/model';
import { idFrom } from '../session/id-from';
import { readWeight, weightFault } from './weight';

/** A row as it would be taken in, or what is wrong with it, cell by cell. */
export interface TableRow {
  /** From 1, the headings counted. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly stakeholder: FileStakeholder | null;
  /** Whether it changes one that is there already. */
  readonly known: boolean;
  readonly faults: readonly { readonly column: number; readonly message: string }[];
}

export interface StakeholderTable {
  readonly columns: readonly Column[];
  /** Dimensions that its headings name and that are not there yet. */
  readonly dimensions: readonly FileDimension[];
  readonly rows: readonly TableRow[];
}

export type Column =
  | { readonly kind: 'name' | 'id' | 'kind' }
  | { readonly kind: 'weight'; readonly dimension: string }
  | { readonly kind: 'ignored' };

interface Frame {
  readonly dimensions: readonly FileDimension[];
  readonly stakeholders: readonly FileStakeholder[];
}

const HEADINGS: Readonly<Record<string, Column['kind']>> = {
  name: 'name',
  stakeholder: 'name',
  id: 'id',
  kind: 'kind',
  type: 'kind',
};
const MOST_DIMENSIONS = 8;

/**
 * Stakeholders and weights from the cells of a table. With a heading “name” or “stakeholder” in its first row the
 * headings say what is what, and one that is no dimension yet becomes one; without, the columns are the name, the kind
 * where there is one, then the weights in the order of the dimensions.
 */
export function readStakeholders(cells: readonly (readonly string[])[], frame: Frame): StakeholderTable {
  const [first = []] = cells;
  const headed = first.some((cell) => HEADINGS[cell.toLowerCase()] === 'name');
  const dimensions: FileDimension[] = [];
  const columns = headed ? first.map((cell) => columnOf(cell, frame, dimensions)) : unheaded(cells, frame);
  const rows = cells.slice(headed ? 1 : 0);
  const reader = new RowReader(frame, columns);
  return {
    columns,
    dimensions,
    rows: rows.map((row, index) => reader.read(row, index + (headed ? 2 : 1))),
  };
}

/** What a heading says; `added` takes up the dimensions that are new. */
function columnOf(heading: string, { dimensions }: Frame, added: FileDimension[]): Column {
  const plain = heading.toLowerCase();
  if (plain === '') return { kind: 'ignored' };
  const known = Object.hasOwn(HEADINGS, plain) ? HEADINGS[plain] : undefined;
  if (known === 'name' || known === 'id' || known === 'kind') return { kind: known };
  const all = [...dimensions, ...added];
  const named = all.find(({ id, label }) => id === plain || label.toLowerCase() === plain);
  if (named !== undefined) return { kind: 'weight', dimension: named.id };
  if (all.length >= MOST_DIMENSIONS) return { kind: 'ignored' };
  const id = idFrom(heading, new Set(all.map((each) => each.id)));
  added.push({ id, label: heading });
  return { kind: 'weight', dimension: id };
}

function unheaded(cells: readonly (readonly string[])[], { dimensions }: Frame): Column[] {
  const width = Math.max(0, ...cells.map((row) => row.length));
  const hasKinds = cells.some(([, second]) => second !== undefined && kindFrom(second) !== null);
  return Array.from({ length: width }, (_, index): Column => {
    if (index === 0) return { kind: 'name' };
    if (hasKinds && index === 1) return { kind: 'kind' };
    const dimension = dimensions[index - (hasKinds ? 2 : 1)];
    return dimension === undefined ? { kind: 'ignored' } : { kind: 'weight', dimension: dimension.id };
  });
}

/** The kind that a cell names: “Standards body” and “standards-body” are one. */
function kindFrom(text: string): StakeholderKind | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  return STAKEHOLDER_KINDS.find((kind) => kind === plain) ?? null;
}

const ID = /^[a-z0-9][a-z0-9._-]{0,63}$/;

class RowReader {
  private readonly taken: Set<string>;
  private readonly listed = new Set<string>();
  private readonly named = new Set<string>();

  constructor(
    private readonly frame: Frame,
    private readonly columns: readonly Column[],
  ) {
    this.taken = new Set(frame.stakeholders.map(({ id }) => id));
  }

  read(cells: readonly string[], line: number): TableRow {
    const faults: { column: number; message: string }[] = [];
    const at = (kind: Column['kind']) => this.columns.findIndex((column) => column.kind === kind);
    const cell = (column: number) => cells[column]?.trim() ?? '';
    const name = cell(at('name'));
    if (name === '') faults.push({ column: at('name'), message: 'has no name' });
    const given = cell(at('id'));
    if (given !== '' && !ID.test(given)) {
      faults.push({ column: at('id'), message: 'is no id: small letters, digits, ".", "_" and "-"' });
    }
    const before = this.frame.stakeholders.find((each) =>
      given === '' ? each.name === name : each.id === given,
    );
    const id = before?.id ?? (given === '' ? idFrom(name, this.taken) : given);
    if (this.listed.has(id) || (given === '' && this.named.has(name))) {
      faults.push({ column: Math.max(0, at(given === '' ? 'name' : 'id')), message: 'is listed twice' });
    }
    const kindText = cell(at('kind'));
    const kind = kindText === '' ? (before?.kind ?? 'other') : kindFrom(kindText);
    if (kind === null) {
      faults.push({ column: at('kind'), message: `is none of ${STAKEHOLDER_KINDS.join(', ')}` });
    }
    const weights: Record<string, number> = { ...before?.weights };
    for (const [column, is] of this.columns.entries()) {
      if (is.kind !== 'weight' || cell(column) === '') continue;
      const weight = readWeight(cell(column));
      if (weight === null) faults.push({ column, message: weightFault(cell(column)) });
      else weights[is.dimension] = weight;
    }
    this.taken.add(id);
    this.listed.add(id);
    this.named.add(name);
    const sound = faults.length === 0 && kind !== null;
    return {
      line,
      cells,
      known: before !== undefined,
      stakeholder: sound ? { id, name, kind, weights } : null,
      faults,
    };
  }
}
