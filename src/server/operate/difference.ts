/** What `parley fsck` found: one place where the database is not what its own log says. */
export interface Difference {
  readonly log: string;
  readonly table: string;
  /** Of the row, without the log: `17`, `0/17`, `u_8f3k delegate lab-aurora`. */
  readonly key: string;
  /** What is stored and what it should be. Never the content of a sealed ballot or of a text. */
  readonly sentence: string;
  /**
   * `projection`, `node` (one that is missing) and `head` follow from the events and can be put right; `never`: the
   * events, what was signed, and what lies beside the log have no second source.
   */
  readonly mend: 'projection' | 'node' | 'head' | 'never';
}

/** As many are told of one table and log; the rest is counted. */
export const MOST_TOLD = 100;

/** Values are quoted up to this many characters. */
const LONGEST = 80;

export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${text.length} characters)`;
}
