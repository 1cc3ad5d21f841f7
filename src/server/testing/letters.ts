/** The letters that wait to be mailed, composed as the worker would. */
import type { Store } from '../db/store';
import { COMPOSERS } from '../mail/composers';
import type { Letter } from '../mail/letter';
import { isMessageKind, type MessageKind } from '../mail/message';

/** The newest letter of the kind to an address; `null` where its composer writes none. */
export async function letterOrNone(store: Store, address: string, kind: MessageKind): Promise<Letter | null> {
  const row = await store.prisma.message.findFirst({
    where: { address, kind },
    orderBy: { at: 'desc' },
  });
  if (row === null || !isMessageKind(row.kind)) throw new Error(`no message ${kind} to ${address}`);
  const about: Record<string, string> = JSON.parse(row.about);
  const message = {
    id: row.id,
    kind: row.kind,
    to: { address },
    about,
    log: row.log,
    position: row.position,
    turn: row.turn,
    at: row.at,
    readAt: null,
    mail: 'waiting',
    mailedAt: null,
    attempts: 0,
    fault: null,
  } as const;
  const reader = { account: null, address, timeZone: 'UTC' };
  return COMPOSERS[row.kind](message, { store, reader, now: new Date().toISOString(), occasion: 'mail' });
}

export async function letterTo(store: Store, address: string, kind: MessageKind): Promise<Letter> {
  const letter = await letterOrNone(store, address, kind);
  if (letter === null) throw new Error(`no letter ${kind} was written to ${address}`);
  return letter;
}

/** The secret of a letter's link. */
export function tokenIn(letter: Letter, path: string): string {
  for (const part of letter.body)
    if ('path' in part && part.path.startsWith(path)) return part.path.slice(path.length);
  throw new Error(`the letter has no link to ${path}`);
}
