import { NumberText } from '@/negotiation/file/number-text';
import { AT, STAKEHOLDER } from './layout';

/** A number of JSON (RFC 8259). */
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
/** Decimals of so many characters survive a double unharmed. */
const LONGEST_EXACT = 15;

/** What a cell of text says in a column of this role, as the negotiation file would hold it; nothing where it is empty. */
export function valueIn(cell: string, role: number): unknown {
  if (cell === '') return undefined;
  // An id may be `1` or `true`.
  if (role === STAKEHOLDER || role === AT) return cell;
  if (role < 0) return cell === 'true' || cell === 'false' ? cell === 'true' : cell;
  if (!NUMBER.test(cell)) return cell;
  return cell.length <= LONGEST_EXACT && !/e/i.test(cell) ? Number(cell) : new NumberText(cell);
}
