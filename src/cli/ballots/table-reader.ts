/** What reads a table of ballots from its bytes, in blocks of whole lines, and casts them. Faults are noted, not thrown. */
export interface TableReader {
  take(block: Uint8Array): void;
  end(): void;
}
