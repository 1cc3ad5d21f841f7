/** What two installations answer to one question, as far as it is not chance. */

import { readMessage } from '../db/messages';
import { readerOf } from '../db/readers';
import type { Store } from '../db/store';
import { compose } from '../mail/compose';
import { withoutChance, withoutTiming } from './likeness';
import type { Question } from './questions';
import type { World } from './world';

export type Asker = readonly [World, cookie: string];

/** Of a new session; `null`: of nobody. */
export async function askersFor(
  worlds: readonly [World, World],
  who: string | null,
): Promise<[Asker, Asker]> {
  const [one, other] = worlds;
  return [
    [one, await one.cookie(who)],
    [other, await other.cookie(who)],
  ];
}

/**
 * A page's parts leave as they come, in one of a few orders: those that a world answered in are gathered, and one order
 * in common is enough. A page that tells has none.
 */
const TRIES = 10;
/** Characters on either side of a difference. */
const EXCERPT = 200;

/** Where the two worlds first answer a question differently; `null`: nowhere. */
export async function firstDifference(
  askers: readonly [Asker, Asker],
  questions: readonly Question[],
): Promise<Difference | null> {
  for (const question of questions) {
    const seen = [new Set<string>(), new Set<string>()] as const;
    for (let tried = 1; ; tried++) {
      const [one, other] = await Promise.all([answerTo(askers[0], question), answerTo(askers[1], question)]);
      seen[0].add(one);
      seen[1].add(other);
      if (seen[0].has(other) || seen[1].has(one)) break;
      if (tried === TRIES || !isPage(question)) return differenceOf(question.path, one, other);
    }
  }
  return null;
}

function isPage({ path }: Question): boolean {
  return !path.startsWith('/api/');
}

/** Where, and what stands there in each. */
export interface Difference {
  readonly path: string;
  readonly one: string;
  readonly other: string;
}

function differenceOf(path: string, one: string, other: string): Difference {
  let at = 0;
  while (one[at] === other[at]) at++;
  const [from, to] = [Math.max(0, at - EXCERPT), at + EXCERPT];
  return { path, one: one.slice(from, to), other: other.slice(from, to) };
}

/** Its status, its headers but the date, and its body, a download's name and length among them. */
async function answerTo([{ url }, cookie]: Asker, question: Question): Promise<string> {
  const { path, body } = question;
  const response = await fetch(url + path, {
    headers: { cookie, 'content-type': 'application/json' },
    redirect: 'manual',
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  const headers = [...response.headers].filter(([name]) => name !== 'date').sort();
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const said = await response.text();
  const content = isPage(question) ? withoutTiming(said) : said;
  const text = [`${response.status} ${path}`, ...lines, '', content].join('\n');
  // Where a text that came late was joined to the one before it.
  return withoutChance(text.replaceAll(url, '<address>').replaceAll('<!-- -->', ''));
}

/** Every letter to people other than these, with what is attached, as it would leave now. */
export async function lettersBut(store: Store, keys: readonly string[]): Promise<string[]> {
  const rows = await messagesIn(store);
  const letters: string[] = [];
  for (const { id, email } of rows) {
    if (keys.some((key) => email === `${key}@test.example`)) continue;
    const message = await readMessage(store.pool, id);
    const reader = message && (await readerOf(store.pool, message.to));
    if (message === null || reader === null) throw new Error(`no message ${id}`);
    const letter = await compose(store, message, reader, 'mail');
    const attached = letter?.attachments?.map(({ content }) => content.toString());
    letters.push(withoutChance(JSON.stringify({ email, letter: { ...letter, attachments: attached } })));
  }
  return letters;
}

/** Every letter as an administrator sees it in the outbox. */
export async function lettersShown(world: World): Promise<string[]> {
  const asker: Asker = [world, await world.cookie('admin')];
  const letters: string[] = [];
  for (const { id } of await messagesIn(world.store)) {
    letters.push(await answerTo(asker, { path: '/api/trpc/administration.letter', body: { id } }));
  }
  return letters;
}

/** In an order that is not by chance. */
async function messagesIn(store: Store): Promise<{ readonly id: string; readonly email: string }[]> {
  const { rows } = await store.pool.query<{ id: string; email: string }>(
    `SELECT m.id, u.email FROM message m JOIN "user" u ON u.id = m.user_id
     ORDER BY m.log, m.position, m.kind, u.email`,
  );
  return rows;
}
