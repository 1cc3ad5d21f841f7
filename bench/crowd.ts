import { fileOf } from '@/negotiation/testing/file-of';
import { givePseudonym } from '@/server/db/pseudonyms';
import type { Store } from '@/server/db/store';
import { randomNegotiation } from './random-negotiation';
import { randomNumbers } from './random-numbers';

export interface Crowd {
  readonly log: string;
  /** Those that a demonstration account may cast for, with its e-mail address. */
  readonly delegates: readonly { readonly stakeholder: string; readonly email: string }[];
  readonly profiles: readonly string[];
}

/** An open round of n stakeholders and m profiles, ballots of nearly all of them in an imported file. */
export async function gatherCrowd(
  store: Store,
  log: string,
  n: number,
  m: number,
  seats: number,
): Promise<Crowd> {
  const drawn = randomNegotiation(n, m, 20261129);
  // Assessments are drawn without regard to what a file asks of them, and no part of what is measured here.
  const file = fileOf({
    ...drawn,
    threats: [],
    threatAssessments: [],
    acuteRiskAssessments: [],
    pledges: [],
  });
  const users = await store.prisma.user.findMany({ where: { email: { endsWith: '@demo.example' } } });
  const emails = users.flatMap(({ email }) => (email === null || email.startsWith('admin') ? [] : [email]));
  const actors = new Map<string, { actor: string; userId: string }>();
  for (const { email, id: userId } of users)
    actors.set(email ?? '', { actor: await givePseudonym(store, log, userId), userId });
  const facilitator = actors.get('facilitator@demo.example')?.actor ?? '';
  const asked: Promise<{ ok: boolean }>[] = [];
  const ask = (
    actor: string,
    command: Parameters<Store['appender']['append']>[0]['command'],
    begins = false,
  ) => {
    asked.push(store.appender.append({ log, actor, command, begins }));
  };
  ask(
    facilitator,
    { kind: 'createNegotiation', title: 'A crowd', mode: 'open', public: false, succeeds: null },
    true,
  );
  ask(facilitator, { kind: 'importFile', file });
  const delegates = file.stakeholders.slice(0, seats).map(({ id: stakeholder }, k) => {
    const email = emails[k % emails.length] ?? '';
    const invitation = `seat-${k}`;
    const expiresAt = '2099-01-01T00:00:00.000Z';
    ask(facilitator, { kind: 'invite', invitation, role: 'delegate', stakeholder, expiresAt });
    ask(actors.get(email)?.actor ?? '', { kind: 'join', invitation });
    return { stakeholder, email };
  });
  ask(facilitator, { kind: 'openRound', deadline: null });
  const answers = await Promise.all(asked);
  const refused = answers.findIndex(({ ok }) => !ok);
  if (refused >= 0)
    throw new Error(
      `step ${refused} of the crowd was refused: ${JSON.stringify(answers[refused]).slice(0, 500)}`,
    );
  return { log, delegates, profiles: file.profiles.map(({ id }) => id) };
}

/** Another ballot of all profiles, intervals up to ten points wide. */
export function anyBallot(profiles: readonly string[], seed: number): Record<string, readonly number[]> {
  const random = randomNumbers(seed);
  return Object.fromEntries(
    profiles.map((id) => {
      const best = 10 + Math.floor(random() * 81);
      const width = Math.floor(random() * 11);
      return [id, [best - width, best, Math.min(100, best + width)]];
    }),
  );
}
