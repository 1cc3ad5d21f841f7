import { CsvError, parse } from 'csv-parse/browser/esm/sync';

export type TableText =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly message: string };

/** A megabyte of table is thousands of stakeholders. */
const LONGEST = 4_000_000;

/**
 * The cells of a table out of a spreadsheet's clipboard (tab-separated) or a CSV file (RFC 4180; semicolons too, as
 * many locales write them). Empty lines are left out.
 */
export function readTableText(text: string): TableText {
  if (text.length > LONGEST) return { ok: false, message: 'the table is longer than 4 million characters' };
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return { ok: true, rows: rows.filter((row) => row.some((cell) => cell !== '')) };
  } catch (error) {
    return { ok: false, message: error instanceof CsvError ? error.message : String(error) };
  }
}

/** By the first line, where there is no text in quotation marks to be misled by in most tables. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  if (first.includes('\t')) return '\t';
  return first.split(';').length > first.split(',').length ? ';' : ',';
}
