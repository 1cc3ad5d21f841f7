/**
 * A function of something that is never written to, worked out once for as long as that lives: a result and its frame
 * are shared by everyone who reads a page of them.
 */
export function workedOut<Of extends object, Made extends object>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new WeakMap<Of, Made>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined) return found;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}
