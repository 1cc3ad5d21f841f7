/** As many faults of a table are told, as of a file. */
const MOST_FAULTS = 100;

/** What is wrong with a table, a line each, in its order. */
export class RowFaults {
  readonly lines: string[] = [];
  private stopped = false;

  constructor(private readonly name: string) {}

  /** Enough has been found, or the rest cannot be judged. */
  get full(): boolean {
    return this.stopped || this.lines.length >= MOST_FAULTS;
  }

  get any(): boolean {
    return this.lines.length > 0;
  }

  /** @param where '' for the table as a whole. */
  add(where: string, message: string): void {
    if (!this.full) this.lines.push([this.name, where, message].filter((part) => part !== '').join(': '));
  }

  /** For what is judged column by column. */
  at(where: string): (column: string, message: string) => void {
    return (column, message) => this.add(`${where}, ${column}`, message);
  }

  stop(): void {
    this.stopped = true;
  }
}
