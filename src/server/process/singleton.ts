/**
 * Things of which a process may hold only one. Pages run in this process but in another copy of these modules
 * (Next bundles its own), so they hang on globalThis, not on a module.
 */
const registry: Map<string, unknown> = findRegistry();

/** The one value under `name` in this process, made at first use. `isMine` guards against another build's value. */
export function processWide<T>(name: string, isMine: (value: unknown) => value is T, make: () => T): T {
  const found = registry.get(name);
  if (isMine(found)) return found;
  const made = make();
  registry.set(name, made);
  return made;
}

export function isObject<T extends object>(value: unknown): value is T {
  return typeof value === 'object' && value !== null;
}

function findRegistry(): Map<string, unknown> {
  const key = Symbol.for('parley.process');
  const found: unknown = Reflect.get(globalThis, key);
  if (found instanceof Map) return found;
  const made = new Map<string, unknown>();
  Reflect.set(globalThis, key, made);
  return made;
}
