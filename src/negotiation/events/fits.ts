import { core } from 'zod';

/**
 * A quick yes for schemas of the catalogue. zod copies what it reads and keeps account of what is wrong, and whoever
 * reads a log of a million sound events needs neither. The schema stays the one definition: it is walked once, and
 * its own patterns and refinements are called. What is not known here is left to zod.
 */

type Schema = core.$ZodType;
/** Of a value of JSON. True only where the schema accepts it; false only says that zod is to be asked. */
export type Fits = (value: unknown) => boolean;

const never: Fits = () => false;

export function quickly(schema: Schema): Fits {
  const kind = kindOf(schema);
  // Some kinds, whole numbers among them, are a check as well.
  const own = schema instanceof core.$ZodCheck ? [schema] : [];
  const given = [...own, ...(schema._zod.def.checks ?? [])];
  if (schema instanceof core.$ZodNumber) return numberOf(given);
  const [first, ...more] = given.map(checkOf);
  if (first === undefined) return kind;
  if (more.length === 0) return (value) => kind(value) && first(value);
  return allOf([kind, first, ...more]);
}

function kindOf(schema: Schema): Fits {
  if (schema instanceof core.$ZodString) return (value) => typeof value === 'string';
  if (schema instanceof core.$ZodCustom) return () => true;
  if (schema instanceof core.$ZodBoolean) return (value) => typeof value === 'boolean';
  if (schema instanceof core.$ZodLiteral) return among(schema._zod.values);
  if (schema instanceof core.$ZodEnum) return among(schema._zod.values);
  if (schema instanceof core.$ZodUnknown) return () => true;
  if (schema instanceof core.$ZodReadonly) return quickly(schema._zod.def.innerType);
  if (schema instanceof core.$ZodExactOptional) return quickly(schema._zod.def.innerType);
  if (schema instanceof core.$ZodNullable) {
    const inner = quickly(schema._zod.def.innerType);
    return (value) => value === null || inner(value);
  }
  if (schema instanceof core.$ZodUnion) {
    return anyOf(schema._zod.def.options.map(quickly));
  }
  if (schema instanceof core.$ZodArray) return listOf(quickly(schema._zod.def.element));
  if (schema instanceof core.$ZodTuple) return tupleOf(schema);
  if (schema instanceof core.$ZodRecord) return recordOf(schema);
  if (schema instanceof core.$ZodObject) return objectOf(schema);
  return never;
}

// Loops, not `some` and `every`: a function made for each value would cost more than what it looks at.

function allOf(all: readonly Fits[]): Fits {
  return (value) => {
    for (const fits of all) if (!fits(value)) return false;
    return true;
  };
}

function anyOf(options: readonly Fits[]): Fits {
  return (value) => {
    for (const option of options) if (option(value)) return true;
    return false;
  };
}

/** Its bounds in one step: the scores of ballots are most of what a history holds. */
function numberOf(checks: readonly unknown[]): Fits {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  const others: Fits[] = [];
  for (const check of checks) {
    const bound = boundOf(check);
    if (bound === null) others.push(checkOf(check));
    else [least, most] = [Math.max(least, bound.least), Math.min(most, bound.most)];
  }
  return (value) => {
    if (typeof value !== 'number' || !(value >= least && value <= most) || !Number.isFinite(value))
      return false;
    for (const other of others) if (!other(value)) return false;
    return true;
  };
}

function boundOf(check: unknown): { readonly least: number; readonly most: number } | null {
  if (check instanceof core.$ZodCheckGreaterThan) {
    const { value: least, inclusive } = check._zod.def;
    if (inclusive && typeof least === 'number') return { least, most: Number.POSITIVE_INFINITY };
  }
  if (check instanceof core.$ZodCheckLessThan) {
    const { value: most, inclusive } = check._zod.def;
    if (inclusive && typeof most === 'number') return { least: Number.NEGATIVE_INFINITY, most };
  }
  return null;
}

function among(values: ReadonlySet<unknown> | undefined): Fits {
  return (value) => values?.has(value) === true;
}

function listOf(element: Fits): Fits {
  return (value) => Array.isArray(value) && value.every(element);
}

function tupleOf(schema: core.$ZodTuple): Fits {
  const { items, rest } = schema._zod.def;
  if (rest !== null) return never;
  const parts = items.map(quickly);
  return (value) => {
    if (!Array.isArray(value) || value.length !== parts.length) return false;
    for (const [i, part] of parts.entries()) if (!part(value[i])) return false;
    return true;
  };
}

function recordOf(schema: core.$ZodRecord): Fits {
  if (schema._zod.def.keyType._zod.values !== undefined) return never;
  const [key, entry] = [quickly(schema._zod.def.keyType), quickly(schema._zod.def.valueType)];
  return (value) => {
    if (!isPlain(value)) return false;
    for (const name in value) if (!key(name) || !entry(value[name])) return false;
    return true;
  };
}

function objectOf(schema: core.$ZodObject): Fits {
  const { shape, catchall } = schema._zod.def;
  if (!(catchall instanceof core.$ZodNever)) return never;
  const members = new Map(Object.entries(shape).map(([name, member]) => [name, quickly(member)]));
  const required = Object.keys(shape).filter((name) => !(shape[name] instanceof core.$ZodExactOptional));
  return (value) => {
    if (!isPlain(value)) return false;
    for (const name in value) if (members.get(name)?.(value[name]) !== true) return false;
    return required.every((name) => name in value);
  };
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Of whatever is not a bound of a number. */
function checkOf(check: unknown): Fits {
  if (check instanceof core.$ZodCustom) return (value) => check._zod.def.fn(value) === true;
  if (check instanceof core.$ZodNumberFormat) {
    return check._zod.def.format === 'safeint' ? Number.isSafeInteger : never;
  }
  if (check instanceof core.$ZodCheckRegex) {
    const { pattern } = check._zod.def;
    return (value) => typeof value === 'string' && pattern.test(value);
  }
  if (check instanceof core.$ZodCheckMaxLength) {
    const { maximum } = check._zod.def;
    return (value) => (typeof value === 'string' || Array.isArray(value)) && value.length <= maximum;
  }
  if (check instanceof core.$ZodCheckMinLength) {
    const { minimum } = check._zod.def;
    return (value) => Array.isArray(value) && value.length >= minimum;
  }
  return never;
}
