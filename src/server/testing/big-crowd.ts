/** A negotiation so big that its result is stored in many parts, and verdicts are told before it. */
import { isCommand } from '@/negotiation/command';
import type { NegotiationFile } from '@/negotiation/file/model';
import { givePseudonym } from '../db/pseudonyms';
import type { Store } from '../db/store';
import { accountOf } from './negotiation';

export const PROFILES = Array.from({ length: 16 }, (_, x) => `p${x}`);
export const STAKEHOLDERS = Array.from({ length: 90 }, (_, i) => `s${i}`);

export function score(i: number, x: number, turn: number): number {
  return (i * 7 + x * 31 + turn * (x + 3) * 13) % 101;
}

/**
 * An imported file with a ballot of everyone, all seats taken by one person, and an open round.
 *
 * @param required whether a briefing is, so that the bases differ.
 * @returns who has the seats.
 */
export async function gather(store: Store, log: string, required = true): Promise<string> {
  const actor = await givePseudonym(store, log, await accountOf(store, 'facilitator'));
  const file: NegotiationFile = {
    format: 'parley-negotiation/1',
    title: 'A crowd',
    rule: { members: { moreThan: '1/2' } },
    stakeholders: STAKEHOLDERS.map((id) => ({ id, name: id, kind: 'other' as const })),
    profiles: PROFILES.map((id, x) => ({ id, title: id, ...(x === 0 && { default: true }) })),
    briefings: [{ id: 'facts', title: 'Facts', required }],
    ballots: STAKEHOLDERS.map((stakeholder, i) => ({
      stakeholder,
      at: '2026-01-01T00:00:00.000Z',
      scores: Object.fromEntries(PROFILES.map((id, x) => [id, score(i, x, 0)])),
    })),
  };
  const commands: unknown[] = [
    { kind: 'createNegotiation', title: 'A crowd', mode: 'open', public: false, succeeds: null },
    { kind: 'importFile', file },
    ...STAKEHOLDERS.map((stakeholder, i) => ({
      kind: 'invite',
      invitation: `seat-${i}`,
      role: 'delegate',
      stakeholder,
      expiresAt: '2099-01-01T00:00:00.000Z',
    })),
    ...STAKEHOLDERS.map((_, i) => ({ kind: 'join', invitation: `seat-${i}` })),
    { kind: 'openRound', deadline: null },
  ];
  await Promise.all(commands.map((command, k) => append(store, log, actor, command, k === 0)));
  return actor;
}

export async function append(
  store: Store,
  log: string,
  actor: string,
  command: unknown,
  begins = false,
): Promise<void> {
  if (!isCommand(command)) throw new Error('no command');
  const answer = await store.appender.append({ log, actor, command, begins });
  if (!answer.ok) throw new Error(answer.error.message.text);
}
