/**
 * A thing that is edited part by part while earlier edits of it are still on their way: each edit is made upon the one
 * before, so that none takes another back.
 */
export class PendingEdits<T> {
  private newest: T;
  private known: string;
  /** What was sent and has not come back, oldest first. */
  private sent: string[] = [];

  constructor(value: T) {
    this.newest = value;
    this.known = keyOf(value);
  }

  /** What the server has now. What it has of ours is no longer pending; what is of another's making counts anew. */
  saw(value: T): void {
    const key = keyOf(value);
    if (key === this.known) return;
    this.known = key;
    const at = this.sent.indexOf(key);
    this.sent = at < 0 ? [] : this.sent.slice(at + 1);
    if (this.sent.length === 0) this.newest = value;
  }

  /** The thing with one more edit, to be sent. */
  edited(change: (newest: T) => T): T {
    this.newest = change(this.newest);
    this.sent.push(keyOf(this.newest));
    return this.newest;
  }
}

/** The same for the same content, whatever the order of its keys. */
function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
