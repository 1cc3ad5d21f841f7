import { parseArgs } from 'node:util';

/** The commands of ledger.md §4. */
export const AUDIT_COMMANDS = ['keygen', 'bundle', 'verify', 'replay', 'diff', 'history'] as const;
type Name = (typeof AUDIT_COMMANDS)[number];

export type AuditCommand =
  | { readonly kind: 'keygen'; readonly name: string }
  | { readonly kind: 'bundle'; readonly file: string; readonly key: string }
  | {
      readonly kind: 'verify';
      readonly bundle: string;
      readonly key: string | null;
      readonly since: string | null;
      readonly receipts: readonly string[];
      readonly witnesses: readonly string[];
      readonly json: boolean;
    }
  | { readonly kind: 'replay'; readonly bundle: string; readonly to: number }
  | {
      readonly kind: 'diff';
      readonly bundle: string;
      readonly from: number;
      readonly to: number;
      readonly json: boolean;
    }
  | {
      readonly kind: 'history';
      readonly bundle: string;
      readonly stakeholder: string;
      readonly json: boolean;
    };

const HELP = { type: 'boolean', short: 'h' } as const;
const FLAG = { type: 'boolean' } as const;
const TEXT = { type: 'string' } as const;
const WHICH = 'which bundle? (- is standard input)';

/** The command; `help`; or the sentence that says what is wrong. It throws what parseArgs does not know. */
export function auditCommand(name: Name, args: string[]): AuditCommand | string {
  switch (name) {
    case 'keygen':
      return keygen(args);
    case 'bundle':
      return bundle(args);
    case 'verify':
      return verify(args);
    case 'replay':
      return replay(args);
    case 'diff':
      return diff(args);
    case 'history':
      return history(args);
  }
}

function keygen(args: string[]): AuditCommand | string {
  const { values, positionals } = parseArgs({
    args,
    options: { help: HELP },
    allowPositionals: true,
    strict: true,
  });
  if (values.help) return 'help';
  const [name, ...more] = positionals;
  if (name === undefined) return 'which name?';
  return more.length > 0 ? 'a key has one name' : { kind: 'keygen', name };
}

function bundle(args: string[]): AuditCommand | string {
  const options = { help: HELP, key: TEXT } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
  if (values.help) return 'help';
  const [file, ...more] = positionals;
  if (file === undefined) return 'which negotiation file? (- is standard input)';
  if (more.length > 0) return 'a bundle is of one negotiation file';
  if (values.key === undefined) return 'which key? (--key SIGNING-KEY-FILE)';
  return file === '-' && values.key === '-'
    ? 'standard input (-) is named twice'
    : { kind: 'bundle', file, key: values.key };
}

function verify(args: string[]): AuditCommand | string {
  const options = {
    help: HELP,
    key: TEXT,
    since: TEXT,
    receipt: { type: 'string', multiple: true },
    witness: { type: 'string', multiple: true },
    json: FLAG,
  } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
  if (values.help) return 'help';
  const [file, ...more] = positionals;
  if (file === undefined) return WHICH;
  if (more.length > 0) return 'one bundle at a time';
  const { key = null, since = null, receipt: receipts = [], witness: witnesses = [], json = false } = values;
  if ([file, since, ...receipts].filter((given) => given === '-').length > 1) {
    return 'standard input (-) is named twice';
  }
  return { kind: 'verify', bundle: file, key, since, receipts, witnesses, json };
}

function replay(args: string[]): AuditCommand | string {
  const options = { help: HELP, to: TEXT } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
  if (values.help) return 'help';
  const [bundle, ...more] = positionals;
  if (bundle === undefined) return WHICH;
  if (more.length > 0) return 'one bundle at a time';
  if (values.to === undefined) return 'to which position? (--to POSITION)';
  const to = positionIn(values.to);
  return to === null ? noPosition(values.to) : { kind: 'replay', bundle, to };
}

function diff(args: string[]): AuditCommand | string {
  const options = { help: HELP, json: FLAG } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
  if (values.help) return 'help';
  const [bundle, a, b, ...more] = positionals;
  if (bundle === undefined) return WHICH;
  if (a === undefined || b === undefined || more.length > 0) return 'between which two positions? (A B)';
  const from = positionIn(a);
  const to = positionIn(b);
  if (from === null) return noPosition(a);
  if (to === null) return noPosition(b);
  if (from > to) return `position ${from} does not come before ${to}`;
  return { kind: 'diff', bundle, from, to, json: values.json ?? false };
}

function history(args: string[]): AuditCommand | string {
  const options = { help: HELP, stakeholder: TEXT, json: FLAG } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
  if (values.help) return 'help';
  const [bundle, ...more] = positionals;
  if (bundle === undefined) return WHICH;
  if (more.length > 0) return 'one bundle at a time';
  const { stakeholder, json = false } = values;
  if (stakeholder === undefined) return 'of which stakeholder? (--stakeholder ID)';
  return { kind: 'history', bundle, stakeholder, json };
}

function positionIn(text: string): number | null {
  const position = /^(?:0|[1-9][0-9]*)$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(position) ? position : null;
}

function noPosition(text: string): string {
  return `${JSON.stringify(text)} is no position: they count from 0`;
}
