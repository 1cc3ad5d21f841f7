import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { eventText, parseEvent } from '../events/event';
import { replay } from '../evolve';
import { toFile } from '../export';
import type { NegotiationFile } from '../file/model';
import { readNegotiationFile } from '../file/read';
import { toNegotiation } from '../file/to-negotiation';
import { judge } from '../judge';
import { standingOf } from '../result';
import { saltedHash } from '../salted-text';
import type { NegotiationState } from '../state';
import { playFile } from './play';
import { type Played, playThrough } from './play-through';

const DEMO = 'prisma/demo/frontier-training.json';
const EXAMPLES = 'src/core/examples';

function read(path: string): NegotiationFile {
  const judged = readNegotiationFile(readFileSync(path));
  if (!judged.ok) throw new Error(JSON.stringify(judged.faults));
  return judged.file;
}

function played(file: NegotiationFile): Played {
  let salts = 0;
  const outcome = playThrough(playFile(file), {
    log: 'frontier-training',
    salt: () => (salts++).toString(16).padStart(64, '0'),
    pseudonymOf: (actor) => `u_${Buffer.from(actor).toString('hex').slice(0, 64).padEnd(4, '0')}`,
  });
  if (!outcome.ok) throw new Error(`${JSON.stringify(outcome.step)}: ${outcome.error.message.text}`);
  return outcome.value;
}

function textsOf({ texts }: Played) {
  const byHash = new Map(texts.map(({ hash, text }) => [hash, text]));
  return (hash: string) => byHash.get(hash);
}

/** What playing does not keep of a file: the order of ballots and acknowledgements, and lists that are empty. */
function comparable(file: NegotiationFile) {
  const rank = new Map(file.stakeholders.map(({ id }, index) => [id, index]));
  const acknowledgements = [...(file.acknowledgements ?? [])]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .sort((a, b) => (rank.get(a.stakeholder) ?? 0) - (rank.get(b.stakeholder) ?? 0));
  const ballots = [...(file.ballots ?? [])].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const sorted = { ...file, acknowledgements, ballots };
  return Object.fromEntries(
    Object.entries(sorted).filter(([key, value]) => key === 'moves' || !Array.isArray(value) || value.length),
  );
}

describe('the demonstration', () => {
  const file = read(DEMO);
  const play = played(file);

  it('exports the file that it was played from', () => {
    expect(toFile(play.state, { texts: textsOf(play) })).toEqual(file);
  });

  it('lacks only the free texts where those are gone', () => {
    const bare = { ...file, profiles: file.profiles.map(({ summary: _summary, ...profile }) => profile) };
    expect(toFile(play.state)).toEqual(bare);
  });

  it.each(['stated', 'informed'] as const)('stands as the file does, on the %s basis', (basis) => {
    expect(standingOf(play.state, basis)).toEqual(aggregate(toNegotiation(file), { basis }));
  });

  it('has round 1 open, a facilitator, an auditor, an observer and a delegate for each', () => {
    expect(play.state.phase).toEqual({ kind: 'open', round: 1, deadline: null });
    expect(play.state.simulated).toBe(true);
    const roles = play.state.members.map(({ role }) => role).filter((role) => role !== 'delegate');
    expect(roles).toEqual(['facilitator', 'auditor', 'observer']);
    const delegates = play.state.members.flatMap(({ stakeholder }) => stakeholder ?? []);
    expect(delegates).toEqual(file.stakeholders.map(({ id }) => id));
  });

  it('holds no summary in its events, but the salted hash of each', () => {
    const bytes = play.events.map(eventText).join('\n');
    for (const { summary = '' } of file.profiles) expect(bytes).not.toContain(summary);
    for (const { hash, salt, text } of play.texts) {
      expect(bytes).toContain(hash);
      expect(saltedHash(salt, text)).toBe(hash);
    }
  });

  it('is judged again from its bytes alone, event by event', () => {
    let state: NegotiationState | null = null;
    for (const event of play.events) {
      const parsed = parseEvent(eventText(event));
      if (!parsed.ok) throw new Error(`${event.position}: ${parsed.step}: ${parsed.message}`);
      expect(judge(state, parsed.event)).toBeNull();
      state = replay([parsed.event], state);
    }
    expect(state).toEqual(play.state);
  });
});

describe('any negotiation file', () => {
  const names = readdirSync(EXAMPLES).filter((name) => /^small-\d+\.json$/.test(name));

  it('there are examples', () => expect(names.length).toBeGreaterThanOrEqual(12));

  it.each(names)('plays %s and exports it again', (name) => {
    const file = read(`${EXAMPLES}/${name}`);
    const play = played(file);
    expect(comparable(toFile(play.state, { texts: textsOf(play) }))).toEqual(comparable(file));
    expect(standingOf(play.state, 'informed')).toEqual(aggregate(toNegotiation(file), { basis: 'informed' }));
  });
});
