import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatVerifierKey, signingKey } from '@/ledger/note';
import { type Rotation, signRotation } from '@/ledger/rotation';
import { replay } from '../evolve';
import { toFile } from '../export';
import { readNegotiationFile } from '../file/read';
import { judge } from '../judge';
import { lostCheckpoint, rotated, stageKey } from '../testing/keys';
import {
  A,
  AUDITOR,
  B,
  BALLOT,
  closed,
  concluded,
  drafted,
  FACILITATOR,
  OUTSIDER,
  opened,
  Stage,
} from '../testing/stage';

/** The rule has changed by consent. It is set a first time in draft: consent comes last. */
const consented = () => {
  const change = { type: 'rule.set', data: { rule: { members: { atLeast: 2 } } } } as const;
  const stage = closed().do(FACILITATOR, 'askConsent', { change, note: null });
  const consent = stage.known.position;
  stage.do(A, 'giveConsent', { consent, stakeholder: 'a' });
  return stage.do(B, 'giveConsent', { consent, stakeholder: 'b' });
};

const blank = () =>
  new Stage().do(FACILITATOR, 'createNegotiation', {
    title: 'T',
    mode: 'open',
    public: false,
    succeeds: null,
  });

describe('a negotiation', () => {
  it('is created by whoever becomes its facilitator', () => {
    const stage = blank();
    expect(stage.types()).toEqual(['negotiation.created', 'member.joined']);
    expect(stage.known.members).toEqual([{ pseudonym: FACILITATOR, role: 'facilitator', stakeholder: null }]);
  });

  it('is not created twice, nor by the platform, nor does anything happen before', () => {
    const create = { title: 'T', mode: 'open', public: false, succeeds: null } as const;
    expect(blank().refused(FACILITATOR, 'createNegotiation', create)).toBe('exists.negotiation');
    expect(new Stage().refused('system', 'createNegotiation', create)).toBe('forbidden.person');
    expect(new Stage().refused(FACILITATOR, 'archive', {})).toBe('unknown.negotiation');
    expect(new Stage().refused(FACILITATOR, 'createNegotiation', { ...create, succeeds: 'stage' })).toBe(
      'succeeded.self',
    );
  });

  it('has no history in which half of a decision is missing', () => {
    const stage = closed();
    const halfway = { ...stage.known, owes: [{ kind: 'result', position: 3 }] as const };
    const comment = stage
      .do(A, 'postComment', {
        topic: { kind: 'negotiation' },
        replyTo: null,
        argument: null,
        stakeholder: null,
        text: 'x',
      })
      .events.at(-1);
    if (comment === undefined) throw new Error('no event');
    expect(judge(halfway, comment)?.message.key).toBe('owed');
  });

  it.each([
    ['a result', () => closed().events, 'result.computed'],
    ['the seat of who creates it', () => blank().events, 'member.joined'],
    ['the change that was consented to', () => consented().events, 'rule.set'],
  ] as const)('owes %s by whoever did what it follows from', (_, history, type) => {
    const events = history();
    const position = events.findLastIndex((event) => event.type === type);
    const owed = events[position];
    const before = replay(events.slice(0, position));
    if (owed === undefined || before === null) throw new Error('nothing is owed');
    expect(judge(before, owed)).toBeNull();
    for (const actor of ['system', 'u_nobody'].filter((other) => other !== owed.actor)) {
      expect(judge(before, { ...owed, actor })?.message.key).toBe('owed.actor');
    }
  });

  it('does not run backwards', () => {
    const stage = blank();
    expect(stage.wait(-1).refused(FACILITATOR, 'archive', {})).toBe('time.backwards');
  });

  it.each(['describe', 'setMode', 'archive', 'conclude', 'succeed'] as const)(
    '%s is the facilitator’s',
    (kind) => {
      const commands = {
        describe: { kind, title: 'T', description: null, simulated: false, threats: [] },
        setMode: { kind, mode: 'open', public: true },
        archive: { kind },
        conclude: { kind, profile: null, reason: null },
        succeed: { kind, by: 'next' },
      };
      const stage = closed();
      for (const actor of [A, AUDITOR, OUTSIDER, 'system']) {
        expect(stage.refused(actor, kind, commands[kind])).toBe('forbidden.facilitator');
      }
    },
  );
});

describe('an import', () => {
  const file = () => {
    const read = readNegotiationFile(readFileSync('prisma/demo/frontier-training.json'));
    if (!read.ok) throw new Error('unreadable');
    return read.file;
  };

  it('is one event, and exports to an equal file, with no text beside the log', () => {
    const stage = blank().do(FACILITATOR, 'importFile', { file: file() });
    expect(stage.types(1)).toEqual(['negotiation.imported']);
    expect(toFile(stage.known)).toEqual(file());
  });

  it.each(Array.from({ length: 12 }, (_, i) => `small-${String(i + 1).padStart(2, '0')}`))(
    'of %s exports equal',
    (name) => {
      const given = JSON.parse(readFileSync(`src/core/examples/${name}.json`, 'utf8'));
      expect(toFile(blank().do(FACILITATOR, 'importFile', { file: given }).known)).toEqual(given);
    },
  );

  it('opens rounds in which delegates go on, older ballots standing', () => {
    const stage = blank().do(FACILITATOR, 'importFile', { file: file() });
    const expiresAt = stage.later(24);
    stage
      .do(FACILITATOR, 'invite', { invitation: 'i', role: 'delegate', stakeholder: 'lab-open', expiresAt })
      .do(A, 'join', { invitation: 'i' })
      .do(FACILITATOR, 'openRound', { deadline: null })
      .do(A, 'castBallot', { stakeholder: 'lab-open', ballot: { abstain: true } });
    expect(toFile(stage.known).ballots?.slice(0, -1)).toEqual(file().ballots);
    expect(toFile(stage.known).ballots?.at(-1)).toEqual({
      stakeholder: 'lab-open',
      at: stage.now,
      abstain: true,
    });
  });

  it('is refused with the file’s faults, and where something is set up', () => {
    const decided = blank().attempt(FACILITATOR, { kind: 'importFile', file: { ...file(), title: 7 } });
    expect(decided.ok ? null : decided.error.faults?.[0]?.path).toBe('title');
    expect(drafted().refused(FACILITATOR, 'importFile', { file: file() })).toBe('import.not-blank');
  });
});

describe('a conclusion', () => {
  it('adopts what clears the bar without a reason, and anything else with one', () => {
    const stage = opened()
      .do(A, 'acknowledge', { stakeholder: 'a', briefing: 'facts' })
      .do(B, 'acknowledge', { stakeholder: 'b', briefing: 'facts' })
      .do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT })
      .do(FACILITATOR, 'closeRound', {});
    const adopt = { profile: 'deal', reason: null };
    expect(stage.refused(FACILITATOR, 'conclude', adopt)).toBe('conclude.reason');
    expect(
      stage.refused(FACILITATOR, 'conclude', { ...adopt, reason: 'The others will follow.' }),
    ).toBeNull();
    stage
      .do(FACILITATOR, 'openRound', { deadline: null })
      .do(B, 'castBallot', { stakeholder: 'b', ballot: BALLOT })
      .do(FACILITATOR, 'closeRound', {});
    expect(stage.refused(FACILITATOR, 'conclude', adopt)).toBeNull();
  });

  it('adopts only what is admitted and adoptable', () => {
    const stage = closed().do(FACILITATOR, 'proposeProfile', {
      profile: { id: 'state', title: 'S', adoptable: false },
      stakeholder: null,
      admit: true,
    });
    expect(stage.refused(FACILITATOR, 'conclude', { profile: 'state', reason: 'r' })).toBe(
      'conclude.profile',
    );
    expect(stage.refused(FACILITATOR, 'conclude', { profile: 'moon', reason: 'r' })).toBe('unknown.id');
  });

  it('makes a commitment of every strategy in it', () => {
    expect(concluded().known.commitments).toEqual({
      a: { strategy: 'stop', reports: [], disputes: [] },
      b: { strategy: 'inspect', reports: [], disputes: [] },
    });
  });
});

describe('the rest of its life', () => {
  it('has one successor', () => {
    const stage = concluded().do(FACILITATOR, 'succeed', { by: 'next' });
    expect(stage.refused(FACILITATOR, 'succeed', { by: 'other' })).toBe('succeeded.twice');
    expect(concluded().refused(FACILITATOR, 'succeed', { by: 'stage' })).toBe('succeeded.self');
  });

  it('adds threats of its own, which guarantees can bear on', () => {
    const describe_ = (threats: { id: string; title: string }[]) => ({
      title: 'Stage',
      description: 'What to do?',
      simulated: false,
      threats,
    });
    const stage = drafted().do(
      FACILITATOR,
      'describe',
      describe_([{ id: 'other/lock-in', title: 'Lock-in' }]),
    );
    const lockIn = {
      id: 'h',
      title: 'H',
      kind: 'other',
      holds: 'training',
      threats: ['other/lock-in'],
    } as const;
    stage.do(FACILITATOR, 'changeTerms', {
      change: { type: 'guarantee.added', data: { guarantee: lockIn } },
    });
    expect(stage.refused(FACILITATOR, 'describe', describe_([]))).toBe('used.threat');
    expect(stage.refused(FACILITATOR, 'describe', describe_([{ id: 'misuse/oracle', title: 'O' }]))).toBe(
      'threat.catalogue',
    );
    const twice = { id: 'other/x', title: 'X' };
    expect(stage.refused(FACILITATOR, 'describe', describe_([twice, twice]))).toBe('twice.listed');
    expect(toFile(stage.known, { texts: (hash) => stage.texts.get(hash) }).description).toBe('What to do?');
  });

  it('rotates its key from the one that signs, signed with it', () => {
    const [one, two, three] = [stageKey(1), stageKey(2), stageKey(3)];
    const stage = rotated(drafted(), one, two);
    const next = stage.events.length;
    const refused = (rotation: Rotation) => stage.refused('system', 'rotateKey', rotation);
    const sound = signRotation(three, two, next);
    expect(stage.known.key).toBe(formatVerifierKey(two));
    expect(refused(sound)).toBeNull();
    expect(stage.refused(FACILITATOR, 'rotateKey', sound)).toBe('forbidden.system');
    expect(refused(signRotation(three, one, next))).toBe('key.previous');
    expect(refused(signRotation(three, two, next + 1))).toBe('key.signature');
    expect(refused({ ...signRotation(three, one, next), previous: sound.previous })).toBe('key.signature');
    expect(refused({ ...sound, key: formatVerifierKey(stageKey(4)) })).toBe('key.signature');
    expect(refused({ ...sound, key: sound.previous })).toBe('key.same');
    expect(refused({ ...sound, key: formatVerifierKey(stageKey(3, 2)) })).toBe('key.names');
    expect(refused({ ...sound, key: 'no key' })).toBe('key.malformed');
    expect(refused({ ...sound, signature: 'AAAA' })).toBe('key.signature');
  });

  it('takes the first rotation only under its own name and epoch', () => {
    const stage = drafted();
    const named = (name: string, seed: number) => signingKey(name, new Uint8Array(32).fill(seed));
    for (const name of ['parley.example/parley/other', 'parley.example/parley/stage/2', 'somebody']) {
      const rotation = signRotation(named(name, 2), named(name, 1), stage.events.length);
      expect(stage.refused('system', 'rotateKey', rotation)).toBe('key.origin');
    }
  });

  it('counts its epochs, which quote what was lost; the key goes on under the name of the new one', () => {
    const [one, two] = [stageKey(1), stageKey(2)];
    const stage = rotated(drafted(), one, two);
    const position = stage.events.length;
    const lost = lostCheckpoint(two, 40);
    expect(stage.refused('system', 'beginEpoch', { epoch: 3, checkpoint: lost })).toBe('epoch.number');
    const foreign = signingKey('parley.example/parley/other', new Uint8Array(32));
    for (const checkpoint of ['lost', lostCheckpoint(foreign, 40)]) {
      expect(stage.refused('system', 'beginEpoch', { epoch: 2, checkpoint })).toBe('epoch.checkpoint');
    }
    stage.do('system', 'beginEpoch', { epoch: 2, checkpoint: lost });
    expect(stage.known).toMatchObject({ epoch: 2, key: formatVerifierKey(stageKey(2, 2)) });
    expect(stage.known.restored).toMatchObject({ position, signed: 40 });
    expect(stage.refused('system', 'rotateKey', signRotation(stageKey(3), two, position + 1))).toBe(
      'key.previous',
    );
    rotated(stage, stageKey(2, 2), stageKey(3, 2));
    expect(stage.known.key).toBe(formatVerifierKey(stageKey(3, 2)));
  });

  it('takes several epochs that make up for one loss as one', () => {
    const stage = drafted();
    const position = stage.events.length;
    const lost = lostCheckpoint(stageKey(1, 2), 40);
    stage.do('system', 'beginEpoch', { epoch: 2, checkpoint: lost });
    stage.do('system', 'beginEpoch', { epoch: 3, checkpoint: lost });
    expect(stage.known.restored).toMatchObject({ position, signed: 40, until: position + 1 });
    stage.do('system', 'beginEpoch', { epoch: 4, checkpoint: lostCheckpoint(stageKey(1, 3), 41) });
    expect(stage.known.restored).toMatchObject({ position: position + 2, signed: 41 });
  });
});
