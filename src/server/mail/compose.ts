/** From a message to its letter, at the moment when it leaves or is read. */
import type { Store } from '../db/store';
import { COMPOSERS } from './composers';
import type { ComposeContext, Letter, Part, Reader } from './letter';
import { isNoticeKind, type StoredMessage } from './message';
import { oneLine } from './render';
import { unsubscribePath } from './unsubscribe';
import { words } from './words';

/** `null`: there is nothing that its reader may be told. */
export async function compose(
  store: Store,
  message: StoredMessage,
  reader: Reader,
  occasion: ComposeContext['occasion'],
): Promise<Letter | null> {
  const now = new Date().toISOString();
  const letter = await COMPOSERS[message.kind]?.(message, { store, reader, now, occasion });
  return letter ? { ...letter, subject: oneLine(letter.subject) } : null;
}

/** The letter with its greeting, and what stands below each. */
export function wholeLetter(message: StoredMessage, reader: Reader, { body }: Letter, site: string): Part[] {
  const { account, timeZone } = reader;
  const greeting =
    account === null ? words('greetingNobody') : words('greeting', { name: oneLine(account.name) });
  return [{ text: greeting }, ...body, ...footer(message, reader, timeZone, site)];
}

function footer({ kind }: StoredMessage, { account }: Reader, zone: string, site: string): Part[] {
  const why = { text: words('footer.why', { site }) };
  if (account === null) return [why];
  const times = { text: zone === 'UTC' ? words('footer.utc') : words('footer.zone', { zone }) };
  const choices = { link: words('footer.choices'), path: '/account#letters' };
  if (isNoticeKind(kind)) {
    const path = unsubscribePath({ user: account.id, kind });
    return [why, times, choices, { link: words('footer.stop'), path }];
  }
  return kind === 'ballot.taken' ? [why, times, { text: words('footer.certain') }] : [why, times];
}
