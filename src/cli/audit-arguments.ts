import { parseArgs } from 'node:util';

/** The commands of ledger.md §4. */
export const AUDIT_COMMANDS = ['keygen', 'bundle', 'verify'] as const;
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
      readonly json: boolean;
    };

const HELP = { type: 'boolean', short: 'h' } as const;
const FLAG = { type: 'boolean' } as const;
const TEXT = { type: 'string' } as const;

/** The command; `help`; or the sentence that says what is wrong. It throws what parseArgs does not know. */
export function auditCommand(name: Name, args: string[]): AuditCommand | string {
  switch (name) {
    case 'keygen':
      return keygen(args);
    case 'bundle':
      return bundle(args);
    case 'verify':
      return verify(args);
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
    json: FLAG,
  } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
  if (values.help) return 'help';
  const [file, ...more] = positionals;
  if (file === undefined) return 'which bundle? (- is standard input)';
  if (more.length > 0) return 'one bundle at a time';
  const { key = null, since = null, receipt: receipts = [], json = false } = values;
  if ([file, since, ...receipts].filter((given) => given === '-').length > 1) {
    return 'standard input (-) is named twice';
  }
  return { kind: 'verify', bundle: file, key, since, receipts, json };
}
