import { parseReceipt } from '@/audit/evidence';
import { blocksOf } from '@/audit/lines';
import { STEPS, type StepName } from '@/audit/steps';
import { trustedKey, trustedWitness } from '@/audit/trusted-key';
import { type Verification, type Verified, type VerifyOptions, verifyPieces } from '@/audit/verify';
import type { WitnessKey } from '@/ledger/cosignature';
import type { Receipt } from '@/ledger/receipt';
import { complain, DONE, FAILS } from '../outcome';
import { bytesOf } from '../read-bytes';
import { piecesOf } from './look-thread';
import { Progress } from './progress';
import { withChunks } from './read-bundle';

export interface VerifyCommand {
  readonly bundle: string;
  readonly key: string | null;
  readonly since: string | null;
  readonly receipts: readonly string[];
  readonly witnesses: readonly string[];
  readonly json: boolean;
}

/** `parley verify` (ledger.md §4): exit 0 all holds, 1 something does not, 2 unreadable. */
export async function verify(command: VerifyCommand): Promise<number> {
  const options = await optionsOf(command);
  if (Array.isArray(options)) return complain(options);
  const progress = new Progress('verifying');
  const outcome = await withChunks(command.bundle, (chunks) =>
    verifyPieces(piecesOf(blocksOf(chunks)), { ...options, onEvent: progress.at }),
  );
  progress.end();
  if (outcome.kind === 'unreadable') return complain([`${command.bundle}: ${outcome.message}`]);
  process.stdout.write(command.json ? `${JSON.stringify(asJson(outcome))}\n` : asText(outcome, command));
  return outcome.kind === 'holds' ? DONE : FAILS;
}

async function optionsOf(command: VerifyCommand): Promise<VerifyOptions | string[]> {
  const lines: string[] = [];
  const key = command.key === null ? null : trustedKey(command.key);
  if (command.key !== null && key === null) {
    lines.push(`--key ${JSON.stringify(command.key)} is no verifier key as \`parley keygen\` prints it`);
  }
  const witnesses: WitnessKey[] = [];
  for (const given of command.witnesses) {
    const witness = trustedWitness(given);
    if (witness !== null) witnesses.push(witness);
    else lines.push(`--witness ${JSON.stringify(given)} is no verifier key as \`parley witness\` prints it`);
  }
  const text = async (name: string): Promise<string> => {
    const bytes = await bytesOf(name);
    if (typeof bytes === 'string') lines.push(`${name}: ${bytes}`);
    return typeof bytes === 'string' ? '' : new TextDecoder().decode(bytes);
  };
  const since = command.since === null ? null : await text(command.since);
  const receipts: Receipt[] = [];
  for (const name of command.receipts) {
    const read = await text(name);
    const receipt = parseReceipt(read);
    if (receipt !== null) receipts.push(receipt);
    else if (read !== '') lines.push(`${name}: no receipt: not JSON of the form parley-receipt/1`);
  }
  if (lines.length > 0) return lines;
  return { receipts, witnesses, ...(key && { key }), ...(since !== null && { since }) };
}

function asJson(outcome: Exclude<Verification, { kind: 'unreadable' }>) {
  const format = 'parley-verification/1';
  if (outcome.kind === 'fails') {
    const { step, position, expected, found } = outcome.failure;
    const { number } = stepOf(step);
    return { format, holds: false, failure: { step: number, name: step, position, expected, found } };
  }
  const { origin, key, log, size, root, witnessed, notShown } = outcome;
  const steps = STEPS.map(({ number, name }) => ({ step: number, name, checked: outcome.checked[name] }));
  return { format, holds: true, origin, key, log, size, root, steps, witnessed, notShown };
}

function stepOf(name: string) {
  const step = STEPS.find((known) => known.name === name);
  if (step === undefined) throw new Error(`there is no step ${name}`);
  return step;
}

function asText(outcome: Exclude<Verification, { kind: 'unreadable' }>, { bundle }: VerifyCommand): string {
  if (outcome.kind === 'holds') return holds(outcome, bundle);
  const { step, position, expected, found } = outcome.failure;
  const { number, title } = stepOf(step);
  const where = position === null ? 'the log as a whole' : `position ${position}`;
  return [
    `${bundle}: DOES NOT HOLD`,
    `  step ${number}, ${title}: ${where}`,
    `  expected: ${expected}`,
    `  found:    ${found}`,
    '',
  ].join('\n');
}

/** Steps that are taken where somebody gives what they compare with. */
const UNCHECKED: { readonly [S in StepName]?: string } = {
  since: 'not asked for (--since)',
  receipts: 'not asked for (--receipt)',
  witnesses: 'not asked for (--witness)',
};

function holds({ origin, key, size, root, checked, notShown }: Verified, bundle: string): string {
  const steps = STEPS.map(({ number, name, title }) => {
    const count = checked[name];
    return `  ${String(number).padStart(2)}. ${title}: ${count === 0 ? (UNCHECKED[name] ?? 'nothing to check') : `${count} checked`}`;
  });
  return [
    `${bundle}: all holds, for ${size} events of ${origin}`,
    `  key:       ${key}`,
    `  tree hash: ${root}`,
    ...steps,
    'Not shown by it:',
    ...notShown.map(({ text }) => `  - ${text}`),
    '',
  ].join('\n');
}
