/** Much data on its way to the browser, as one text: what React sends it looks at part by part, on both sides. */
export interface Packed<T> {
  readonly text: string;
  /** Only the compiler asks for it. */
  readonly of?: T;
}

/** Of plain data, which JSON brings back as it was. */
export function packed<T>(value: T): Packed<T> {
  return { text: JSON.stringify(value) };
}

export function unpacked<T>({ text }: Packed<T>): T {
  return JSON.parse(text);
}
