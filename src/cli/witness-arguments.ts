import { parseArgs } from 'node:util';

export interface WitnessCommand {
  readonly kind: 'witness';
  /** File of the signing key. */
  readonly key: string;
  /** Verifier keys of the logs, several of one origin while it changes keys. */
  readonly logs: readonly string[];
  readonly state: string;
  readonly host: string;
  readonly port: number;
}

const STATE = 'parley-witness';
const LISTEN = '127.0.0.1:4600';

/** The command; `help`; or the sentence that says what is wrong. It throws what parseArgs does not know. */
export function witnessCommand(args: string[]): WitnessCommand | string {
  const options = {
    help: { type: 'boolean', short: 'h' },
    key: { type: 'string' },
    log: { type: 'string', multiple: true },
    state: { type: 'string' },
    listen: { type: 'string' },
  } as const;
  const { values } = parseArgs({ args, options, strict: true });
  if (values.help) return 'help';
  const { key, log: logs = [], state = STATE, listen = LISTEN } = values;
  if (key === undefined) return 'which key? (--key SIGNING-KEY-FILE)';
  if (logs.length === 0) return 'of which logs? (--log VKEY)';
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]]+)):([0-9]{1,5})$/.exec(listen);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || port > 65_535) return `--listen ${JSON.stringify(listen)} is no HOST:PORT`;
  return { kind: 'witness', key, logs, state, host, port };
}
