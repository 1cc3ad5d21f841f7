import { beforeAll, describe, expect, it } from 'vitest';
import { toFile } from '@/negotiation/export';
import { FACILITATOR, opened, type Stage } from '@/negotiation/testing/stage';
import { diffBundle } from './diff';
import { historyOf } from './history';
import { replayBundle } from './replay';
import { bundleOf, longOpenStage, privateStage, sealedStage, streamed } from './testing/bundles';

let stage: Stage;
let lines: string[];
let size: number;

beforeAll(() => {
  stage = longOpenStage();
  lines = bundleOf(stage);
  size = stage.events.length;
});

const position = (type: string, nth = 0) =>
  stage.events.filter((event) => event.type === type)[nth]?.position ?? -1;

describe('replay', () => {
  it('gives the file as of each moment that the negotiation stood at, texts and all', async () => {
    for (const moment of [opened(), longOpenStage()]) {
      const replayed = await replayBundle(streamed(lines), moment.events.length - 1);
      const file = toFile(moment.known, { texts: (hash) => moment.texts.get(hash) });
      expect(replayed).toMatchObject({ kind: 'file', file });
    }
  });

  it('reads nothing after the position, and says where there is none', async () => {
    expect((await replayBundle(streamed([...lines.slice(0, 20), 'junk']), 12)).kind).toBe('file');
    expect(await replayBundle(streamed(lines), size)).toEqual({ kind: 'absent', position: size, size });
  });

  it('tells nothing of a history that does not hold so far', async () => {
    expect(await replayBundle(streamed(lines.toSpliced(3, 1)), 9)).toMatchObject({
      kind: 'fails',
      failure: { position: 2 },
    });
    expect((await replayBundle(streamed(['x']), 0)).kind).toBe('unreadable');
  });

  it('counts private ballots where the bundle opens them', async () => {
    const private_ = privateStage();
    const last = private_.events.length - 1;
    const ballots = async (openings: boolean) => {
      const replayed = await replayBundle(streamed(bundleOf(private_, { openings })), last);
      return replayed.kind === 'file' ? replayed.file.ballots?.length : replayed.kind;
    };
    expect([await ballots(true), await ballots(false)]).toEqual([2, undefined]);
  });
});

describe('diff', () => {
  it('says who moved which score, net, and at which position a verdict flipped', async () => {
    const from = position('round.closed');
    const diff = await diffBundle(streamed(lines), from, size - 1);
    if (diff.kind !== 'diff') throw new Error(diff.kind);
    // a changed its mind and came back to what it had said: nothing moved, though verdicts flipped on the way.
    expect(diff.moved).toEqual([
      {
        stakeholder: 'b',
        from: expect.objectContaining({ kind: 'scores' }),
        to: { kind: 'abstained', position: position('ballot.abstained') },
        scores: [
          { profile: 'base', from: ['40', '40', '40'], to: null },
          { profile: 'deal', from: ['50', '60', '70'], to: null },
        ],
      },
      {
        stakeholder: 'c',
        from: { kind: 'none' },
        to: expect.objectContaining({ kind: 'scores', position: position('ballot.cast', 2) }),
        scores: [
          { profile: 'base', from: null, to: ['80', '80', '80'] },
          { profile: 'deal', from: null, to: ['20', '20', '20'] },
        ],
      },
    ]);
    expect(diff.events['ballot.cast']).toBe(3);
    const flips = diff.flipped.flatMap((place) =>
      place.flips.map(({ basis, from: was, to }) => `${place.position} ${basis} ${was} ${to}`),
    );
    const turned = position('ballot.cast', 3);
    const back = position('ballot.cast', 4);
    const abstained = position('ballot.abstained');
    expect(flips).toEqual([
      `${turned} stated clears out-of-reach`,
      `${turned} informed within-reach out-of-reach`,
      `${back} stated out-of-reach clears`,
      `${back} informed out-of-reach within-reach`,
      `${abstained} stated clears within-reach`,
    ]);
  });

  it('says nothing between a position and itself', async () => {
    expect(await diffBundle(streamed(lines), 9, 9)).toEqual({
      kind: 'diff',
      from: 9,
      to: 9,
      events: {},
      moved: [],
      flipped: [],
    });
  });

  it('knows of a ballot under seal only that there is one', async () => {
    const sealed = sealedStage();
    const begun = opened('sealed').events.length - 1;
    const cast = await diffBundle(streamed(bundleOf(sealed)), begun, begun + 2);
    expect(cast).toMatchObject({
      moved: [{ stakeholder: 'a', to: { kind: 'sealed', position: begun + 2 }, scores: [] }],
      flipped: [],
    });
    const whole = await diffBundle(streamed(bundleOf(sealed)), begun, sealed.events.length - 1);
    expect(whole.kind === 'diff' && whole.flipped.map(({ type }) => type)).toContain('ballot.unsealed');
  });
});

describe('the history of a stakeholder', () => {
  it('tells each ballot and acknowledgement, what it moved and which verdict flipped', async () => {
    const history = await historyOf(streamed(lines), 'a');
    if (history.kind !== 'history') throw new Error(history.kind);
    expect(history.deeds.map(({ type }) => type)).toEqual([
      'briefing.acknowledged',
      'ballot.cast',
      'ballot.cast',
      'ballot.cast',
    ]);
    expect(history.deeds[2]).toMatchObject({
      position: position('ballot.cast', 3),
      scores: [
        { profile: 'base', from: ['40', '40', '40'], to: ['50', '50', '50'] },
        { profile: 'deal', from: ['50', '60', '70'], to: ['10', '20', '30'] },
      ],
      flips: [
        { basis: 'stated', profile: 'deal', from: 'clears', to: 'out-of-reach' },
        { basis: 'informed' },
      ],
    });
  });

  it('gives the exact scores of weighted criteria', async () => {
    const weighted = opened()
      .do('u_delegatec', 'castBallot', {
        stakeholder: 'c',
        ballot: {
          criteria: {
            weights: { k: 2, l: 1 },
            scores: { base: { k: 10, l: 0.5 }, deal: { k: [0, 1, 2], l: 50 } },
          },
        },
      })
      .do(FACILITATOR, 'closeRound', {});
    const history = await historyOf(streamed(bundleOf(weighted)), 'c');
    expect(history.kind === 'history' && history.deeds[0]?.scores).toEqual([
      { profile: 'base', from: null, to: ['41/6', '41/6', '41/6'] },
      { profile: 'deal', from: null, to: ['50/3', '52/3', '18'] },
    ]);
  });

  it('opens private ballots where it can, and knows whom the log does not know', async () => {
    const private_ = privateStage();
    const history = await historyOf(streamed(bundleOf(private_, { openings: true })), 'b');
    expect(history).toMatchObject({
      kind: 'history',
      deeds: [{ type: 'ballot.sealed', word: { kind: 'scores', scores: { deal: ['50', '60', '70'] } } }],
    });
    expect(await historyOf(streamed(lines), 'd')).toEqual({ kind: 'unknown', stakeholder: 'd' });
  });
});
