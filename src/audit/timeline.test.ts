import { beforeAll, describe, expect, it } from 'vitest';
import { BASES } from '@/core/model';
import { utf8 } from '@/ledger/hash';
import { type Event, parseEvent } from '@/negotiation/events/event';
import { replay } from '@/negotiation/evolve';
import { toFile } from '@/negotiation/export';
import { standingOf } from '@/negotiation/result';
import { faultsOfWhole } from '@/negotiation/rules/whole';
import { B, C, closed, FACILITATOR, type Stage } from '@/negotiation/testing/stage';
import { followBundle } from './follow';
import { standingAt } from './standing-at';
import { bundleOf, isEventLine, longOpenStage, privateStage, sealedStage, streamed } from './testing/bundles';
import { bytesOf, demoLines, timelineOf } from './testing/bytes';
import { openTimeline, type Timeline } from './timeline';
import { verdictsOf } from './verdicts';

/** Three rounds in which everyone keeps changing their mind, by a generator that always gives the same. */
function randomStage(): Stage {
  let seed = 11;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const stage = closed();
  const actors = [
    ['u_delegatea', 'a'],
    [B, 'b'],
    [C, 'c'],
  ] as const;
  const score = () => {
    const [low = 0, best = 0, high = 0] = [random(101), random(101), random(101)].sort((x, y) => x - y);
    return [low, best, high] as const;
  };
  for (let round = 0; round < 3; round++) {
    stage.do(FACILITATOR, 'openRound', { deadline: null });
    for (let n = 0; n < 20; n++) {
      const [actor, stakeholder] = actors[random(3)] ?? actors[0];
      const what = random(8);
      if (what === 0) stage.do(actor, 'castBallot', { stakeholder, ballot: { abstain: true } });
      else if (what === 1 && !stage.known.acknowledgements.some((each) => each.stakeholder === stakeholder))
        stage.do(actor, 'acknowledge', { stakeholder, briefing: 'facts' });
      else
        stage.do(actor, 'castBallot', { stakeholder, ballot: { scores: { base: score(), deal: score() } } });
    }
    stage.do(FACILITATOR, 'closeRound', {});
  }
  return stage;
}

const HISTORIES: Readonly<Record<string, () => string[]>> = {
  demonstration: demoLines,
  'sealed history': () => bundleOf(sealedStage()),
  'private history, opened': () => bundleOf(privateStage(), { openings: true }),
  'private history, unopened': () => bundleOf(privateStage()),
  'history of two rounds': () => bundleOf(longOpenStage()),
  'random history': () => bundleOf(randomStage()),
};

function eventsIn(lines: readonly string[]): Event[] {
  return lines.filter(isEventLine).map((line) => {
    const read = parseEvent(utf8(line));
    if (!read.ok) throw new Error(read.message);
    return read.event;
  });
}

describe.each(Object.entries(HISTORIES))('the timeline of a %s', (_name, linesOf) => {
  let lines: string[];
  let events: Event[];
  let timeline: Timeline;
  beforeAll(async () => {
    lines = linesOf();
    events = eventsIn(lines);
    timeline = await timelineOf(lines);
  });

  it('has at every position, in any order, the state of a replay from scratch', async () => {
    expect(timeline.size).toBe(events.length);
    const order = events.map((_, index) => (index * 7919) % events.length);
    for (const position of order) {
      const { state, event } = await timeline.at(position);
      expect(event).toEqual(events[position]);
      expect(state).toEqual(replay(events.slice(0, position + 1)));
    }
  });

  it('has at every position the standing and the verdicts that a replay from scratch aggregates to', async () => {
    let whole = 0;
    for (const [position] of events.entries()) {
      const state = replay(events.slice(0, position + 1));
      if (state === null) throw new Error('a replay of events has a state');
      const shown = standingAt(await timeline.at(position), timeline.openings);
      const verdicts = verdictsOf(state, timeline.openings);
      expect(shown.frame).toEqual(toFile(state, { ballots: 'none' }));
      expect(shown.results === null).toBe(faultsOfWhole(state).length > 0);
      for (const basis of BASES) {
        if (shown.results === null) {
          expect(verdicts[basis].size).toBe(0);
          continue;
        }
        const slow = standingOf(state, basis, timeline.openings);
        expect(shown.results[basis]).toEqual(slow);
        expect([...verdicts[basis]]).toEqual(slow.profiles.map(({ id, verdict }) => [id, verdict]));
        whole += 1;
      }
    }
    expect(whole).toBeGreaterThan(10);
  });
});

describe('a timeline', () => {
  it('does not change what it keeps when it goes on from there', async () => {
    const timeline = await timelineOf(bundleOf(randomStage()));
    const early = JSON.stringify((await timeline.at(40)).state);
    await timeline.at(timeline.size - 1);
    expect(JSON.stringify((await timeline.at(40)).state)).toBe(early);
  });

  it('counts a ballot under seal only once it was opened, and says how many it does not count', async () => {
    const timeline = await timelineOf(bundleOf(sealedStage()));
    const sealed = [];
    for await (const moment of timeline.moments(0, timeline.size - 1)) {
      const { event, results, sealed: hidden } = standingAt(moment, timeline.openings);
      if (event.type.startsWith('ballot.')) sealed.push([event.type, hidden, results?.stated.silent]);
    }
    expect(sealed).toEqual([
      ['ballot.sealed', 1, ['a', 'b', 'c']],
      ['ballot.sealed', 1, ['a', 'b', 'c']],
      ['ballot.sealed', 2, ['a', 'b', 'c']],
      ['ballot.unsealed', 1, ['b', 'c']],
      ['ballot.unsealed', 0, ['c']],
    ]);
  });

  it('knows rounds, briefings, acknowledgements and instants', async () => {
    const stage = longOpenStage();
    const timeline = await timelineOf(bundleOf(stage));
    expect(timeline.marks.map(({ type, what }) => `${type} ${what}`)).toEqual([
      'briefing.published Facts',
      'round.opened 1',
      'round.closed 1',
      'round.opened 2',
      'round.closed 2',
      'negotiation.concluded ',
    ]);
    expect(timeline.acknowledged).toMatchObject([{ stakeholder: 'a', briefing: 'facts' }]);
    expect(timeline.instants).toEqual(stage.events.map(({ at }) => at));
  });

  it('lists what everybody said, superseded and sealed ballots too', async () => {
    const said = async (lines: string[], stakeholder: string) => {
      const { utterances, openings } = await timelineOf(lines);
      return utterances
        .of(stakeholder, openings)
        .map(({ ballot, sealed }) => [sealed, ballot && 'scores' in ballot ? ballot.scores['deal'] : ballot]);
    };
    const [deal, other] = [
      [50, 60, 70],
      [10, 20, 30],
    ];
    expect(await said(bundleOf(longOpenStage()), 'a')).toEqual([
      [false, deal],
      [false, other],
      [false, deal],
    ]);
    expect(await said(bundleOf(longOpenStage()), 'b')).toEqual([
      [false, deal],
      [false, { abstain: true }],
    ]);
    // The first one was replaced before the round closed, and stays sealed for good.
    expect(await said(bundleOf(sealedStage()), 'a')).toEqual([
      [true, null],
      [true, deal],
    ]);
    expect(await said(bundleOf(privateStage()), 'a')).toEqual([[true, null]]);
    expect(await said(bundleOf(privateStage(), { openings: true }), 'a')).toEqual([[true, deal]]);
  });

  it('tells nothing of a bundle that does not hold, or has changed since it was read', async () => {
    const lines = bundleOf(closed());
    expect(await openTimeline(bytesOf(lines.toSpliced(4, 1)))).toMatchObject({ kind: 'fails' });
    expect(await openTimeline(bytesOf(['x']))).toMatchObject({ kind: 'unreadable' });
    expect(await openTimeline(bytesOf(lines.slice(0, 1)))).toMatchObject({ kind: 'unreadable' });
    const sound = bytesOf(lines);
    let reads = 0;
    const opened = await openTimeline((offset) =>
      reads++ === 0 ? sound(offset) : bytesOf(lines.map(() => '{"actor":1}'))(0),
    );
    if (opened.kind !== 'open') throw new Error(opened.kind);
    await expect(opened.timeline.at(3)).rejects.toThrow('has changed since');
    await expect((await timelineOf(lines)).at(lines.length)).rejects.toThrow(RangeError);
  });

  it('reads what a follower reads', async () => {
    const lines = bundleOf(randomStage());
    const followed = await followBundle(streamed(lines));
    const { last } = await timelineOf(lines);
    expect(followed).toMatchObject({ kind: 'read', state: last });
  });
});
