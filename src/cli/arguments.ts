import { parseArgs } from 'node:util';
import { BASES, type Basis } from '@/core/model';
import { AUDIT_COMMANDS, type AuditCommand, auditCommand } from './audit-arguments';
import { type WitnessCommand, witnessCommand } from './witness-arguments';

/** What has a help text of its own. */
export const TOPICS = ['parley', 'aggregate', 'validate', ...AUDIT_COMMANDS, 'witness'] as const;
export type Topic = (typeof TOPICS)[number];

/** What was asked for on the command line (negotiation-file.md, "The result"). */
export type Command =
  | { readonly kind: 'help'; readonly of: Topic }
  | { readonly kind: 'version' }
  | { readonly kind: 'refused'; readonly message: string; readonly help: string }
  | { readonly kind: 'validate'; readonly files: readonly string[]; readonly ballots: Table | null }
  | {
      readonly kind: 'aggregate';
      readonly files: readonly string[];
      readonly ballots: Table | null;
      readonly json: boolean;
      readonly basis: Basis;
      readonly power: boolean;
      readonly members: boolean;
      /** Whether gap and resilience are looked for. */
      readonly searches: boolean;
    }
  | AuditCommand
  | WitnessCommand;

/** A table of ballots beside a negotiation file, its format told by the ending of its name. */
export interface Table {
  readonly name: string;
  readonly ending: Ending;
}

const ENDINGS = ['.csv', '.ndjson', '.arrow'] as const;
export type Ending = (typeof ENDINGS)[number];

const HELP = { type: 'boolean', short: 'h' } as const;
const FLAG = { type: 'boolean' } as const;
const TEXT = { type: 'string' } as const;

export function commandOf(args: readonly string[]): Command {
  const [name, ...rest] = args;
  switch (name) {
    case undefined:
      return refused('which command?', 'parley --help');
    case '--help':
    case '-h':
    case 'help':
      return { kind: 'help', of: TOPICS.find((topic) => topic === rest[0]) ?? 'parley' };
    case '--version':
    case '-v':
      return { kind: 'version' };
    case 'aggregate':
      return guarded('parley aggregate --help', () => aggregate(rest));
    case 'validate':
      return guarded('parley validate --help', () => validate(rest));
    case 'witness':
      return guarded('parley witness --help', () => asked('witness', witnessCommand(rest)));
    default: {
      const audit = AUDIT_COMMANDS.find((known) => known === name);
      if (audit) return guarded(`parley ${audit} --help`, () => asked(audit, auditCommand(audit, rest)));
      const what = name.startsWith('-') ? 'option' : 'command';
      return refused(`unknown ${what} ${JSON.stringify(name)}`, 'parley --help');
    }
  }
}

function aggregate(args: string[]): Command {
  const help = 'parley aggregate --help';
  const known = {
    help: HELP,
    json: FLAG,
    basis: TEXT,
    power: FLAG,
    members: FLAG,
    'no-searches': FLAG,
    ballots: TEXT,
  } as const;
  const { values, positionals: files } = parseArgs({
    args,
    options: known,
    allowPositionals: true,
    strict: true,
  });
  if (values.help) return { kind: 'help', of: 'aggregate' };
  const basis = BASES.find((each) => each === (values.basis ?? 'stated'));
  if (basis === undefined)
    return refused(`--basis ${JSON.stringify(values.basis)} is not one of ${BASES.join(', ')}`, help);
  const { json = false, power = false, members = false } = values;
  const searches = values['no-searches'] !== true;
  const ballots = tableIn(values.ballots, files);
  if (typeof ballots === 'string') return refused(ballots, help);
  const options = { json, basis, power, members, searches };
  return filesIn(files, 'aggregate') ?? { kind: 'aggregate', files, ballots, ...options };
}

/** The table of ballots that was named, or what is wrong with that. */
function tableIn(name: string | undefined, files: readonly string[]): Table | null | string {
  if (name === undefined) return null;
  const ending = ENDINGS.find((known) => name.endsWith(known));
  if (ending === undefined) return `--ballots ${JSON.stringify(name)} does not end in ${ENDINGS.join(', ')}`;
  return files.length > 1 ? '--ballots goes with one negotiation file' : { name, ending };
}

/** What a command's own reader made of its arguments: the command, `help`, or what is wrong. */
function asked(name: Topic, read: AuditCommand | WitnessCommand | string): Command {
  if (read === 'help') return { kind: 'help', of: name };
  return typeof read === 'string' ? refused(read, `parley ${name} --help`) : read;
}

function validate(args: string[]): Command {
  const options = { help: HELP, ballots: TEXT } as const;
  const { values, positionals: files } = parseArgs({ args, options, allowPositionals: true, strict: true });
  if (values.help) return { kind: 'help', of: 'validate' };
  const ballots = tableIn(values.ballots, files);
  if (typeof ballots === 'string') return refused(ballots, 'parley validate --help');
  return filesIn(files, 'validate') ?? { kind: 'validate', files, ballots };
}

function filesIn(files: readonly string[], command: string): Command | null {
  if (files.length === 0) return refused('which file? (- is standard input)', `parley ${command} --help`);
  if (files.filter((file) => file === '-').length > 1)
    return refused('standard input (-) is named twice', `parley ${command} --help`);
  return null;
}

function refused(message: string, help: string): Command {
  return { kind: 'refused', message, help };
}

/** parseArgs throws on what it does not know; its first sentence says what that was. */
function guarded(help: string, parse: () => Command): Command {
  try {
    return parse();
  } catch (error) {
    const message = error instanceof Error ? (error.message.split(/\.\s/)[0] ?? '') : String(error);
    return refused(message.charAt(0).toLowerCase() + message.slice(1), help);
  }
}
