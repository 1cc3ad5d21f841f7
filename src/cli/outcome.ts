/** Exit statuses of the command (negotiation-file.md, ledger.md §4). */
export const DONE = 0;
export const FAILS = 1;
const REFUSED = 2;

/** One line per fault, on standard error. */
export function complain(lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  return REFUSED;
}
