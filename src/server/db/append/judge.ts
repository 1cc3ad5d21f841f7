/** One command of a page: judged against the state so far, at the instant that its events will carry. */
import { randomBytes } from 'node:crypto';
import type { Command } from '@/negotiation/command';
import { decide } from '@/negotiation/decide';
import type { Openings } from '@/negotiation/decide/decision';
import { type Answer, answered } from '../../refusal';
import type { SignedCheckpoint } from '../../signing/signed-sizes';
import type { Pool, PoolClient } from '../pool';
import { openingsOf } from '../sealed-ballots';
import type { Page } from './page';
import type { AppendRequest } from './request';

/**
 * Begins the epoch after the lost one (ledger.md §2); several events where the database knew of fewer epochs than
 * were signed. A log that is only now begun again must exist first.
 */
export function beginEpochs(
  page: Page,
  now: string,
  lost: SignedCheckpoint,
  { log, at }: AppendRequest,
): void {
  while (page.state !== null && page.epoch <= lost.epoch) {
    const epoch = page.epoch + 1;
    const command: Command = { kind: 'beginEpoch', epoch, checkpoint: lost.note };
    const request = { log, actor: 'system', command, ...(at === undefined ? {} : { at }) };
    const begun = judge(page, now, request);
    if (!begun.ok) throw new Error(`epoch ${epoch} was refused: ${begun.error.message.text}`);
    page.epoch = epoch;
  }
}

/** Adds what the command decides to the page, or says why not. */
export function judge(page: Page, now: string, request: AppendRequest, openings?: Openings): Answer<number> {
  const at = page.instant(request.at ?? now);
  const { actor, log } = request;
  const command = commandAt(page, request.command);
  if (command === null) return answered(page.size);
  const salt = () => randomBytes(32).toString('hex');
  const context = { log, actor, now: at, salt, ...(openings === undefined ? {} : { openings }) };
  const decided = decide(page.state, command, context);
  return decided.ok ? answered(page.add(actor, at, decided.value)) : decided;
}

function commandAt(page: Page, command: AppendRequest['command']): Command | null {
  return typeof command === 'function' ? command(page.size, page.epoch) : command;
}

/** Commands that open what was sealed, or count it. */
const OPENING: readonly string[] = ['closeRound', 'conclude', 'confirmBallot'];

/** Whether a command is judged without a question to the database, if the state is known. */
export function isJudgedByMemory({ command, begins }: AppendRequest): boolean {
  if (begins === true || command === null || typeof command === 'function') return false;
  return !OPENING.includes(command.kind);
}

/** Sealed ballots are read only for the commands that open or count them; those of this very page included. */
export async function openingsFor(
  database: Pool | PoolClient,
  page: Page,
  command: AppendRequest['command'],
): Promise<Openings | undefined> {
  const { state, log } = page;
  if (state === null || command === null || typeof command === 'function') return undefined;
  if (state.mode === 'open') return undefined;
  if (!OPENING.includes(command.kind)) return undefined;
  const stored = await openingsOf(database, log, state);
  return (commitment) => page.opening(commitment) ?? stored(commitment);
}
