/** The values that were put last, as many as there is room for: a Map keeps the order of insertion. */
export class Newest<V> {
  readonly #room: number;
  readonly #sizeOf: (value: V) => number;
  /** Least recently put first. */
  readonly #kept = new Map<string, V>();
  #size = 0;

  /**
   * @param room what the sizes of all values may come to together.
   * @param sizeOf of a value, always the same; 1 where it is left out, and the room a number of values.
   */
  constructor(room: number, sizeOf: (value: V) => number = () => 1) {
    this.#room = room;
    this.#sizeOf = sizeOf;
  }

  /** To keep what is read in use it has to be put again. */
  get(key: string): V | undefined {
    return this.#kept.get(key);
  }

  /** @returns the keys that had to go, the oldest first: the new one too where it takes more than all the room. */
  put(key: string, value: V): string[] {
    this.delete(key);
    this.#kept.set(key, value);
    this.#size += this.#sizeOf(value);
    const gone: string[] = [];
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#room) break;
      gone.push(oldest);
      this.delete(oldest);
    }
    return gone;
  }

  delete(key: string): void {
    const value = this.#kept.get(key);
    if (value !== undefined && this.#kept.delete(key)) this.#size -= this.#sizeOf(value);
  }

  clear(): void {
    this.#kept.clear();
    this.#size = 0;
  }
}
