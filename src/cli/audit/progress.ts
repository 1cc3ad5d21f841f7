const EVERY_MS = 200;

/** Counts events on the terminal, where standard error is one; says nothing anywhere else. */
export class Progress {
  private shown = 0;
  private readonly live = process.stderr.isTTY;

  constructor(private readonly what: string) {}

  readonly at = (events: number): void => {
    // A look at the clock costs more than the count: every 256 events is often enough.
    if (!this.live || events % 256 !== 0) return;
    const now = Date.now();
    if (now - this.shown < EVERY_MS) return;
    this.shown = now;
    process.stderr.write(`\r${this.what}: ${events.toLocaleString('en')} events`);
  };

  end(): void {
    if (this.shown > 0) process.stderr.write('\r\u001b[K');
  }
}
