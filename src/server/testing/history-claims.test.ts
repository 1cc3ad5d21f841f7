import { expect, it } from 'vitest';
import { A, BALLOT, FACILITATOR, opened } from '@/negotiation/testing/stage';
import { type ClientLog, faultsAgainst } from './history-claims';
import type { Change, Told } from './stubborn-client';

const stage = opened();
const start = stage.events.length;
stage
  .do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT })
  .do(A, 'castBallot', { stakeholder: 'a', ballot: { abstain: true } })
  .do(FACILITATOR, 'closeRound', {})
  .do(FACILITATOR, 'openRound', { deadline: null });
const { events } = stage;

const done = (position: number): Told => ({ kind: 'done', position: start + position, checkpoint: '' });
const claim = (key: string, procedure: Change, told: Told, input: Record<string, unknown> = {}) => ({
  key,
  procedure,
  told,
  input,
});
const ofA: ClientLog = {
  who: 'a',
  claims: [
    claim('a 0', 'ballot.cast', done(0), { stakeholder: 'a', ...BALLOT }),
    claim('a 1', 'ballot.cast', done(1), { stakeholder: 'a', abstain: true }),
    claim('a 2', 'ballot.cast', { kind: 'refused', why: 'closed.closed', mayYetBe: false }),
  ],
};
const ofFacilitator: ClientLog = {
  who: 'facilitator',
  claims: [claim('f 0', 'round.close', done(2)), claim('f 1', 'round.open', done(4))],
};
const clients = [ofA, ofFacilitator];

it('finds nothing where everyone was told the truth', () => {
  expect(faultsAgainst(events, start, clients)).toEqual([]);
});

it('lets a try without an answer be carried out after the next was refused, once and as it was asked', () => {
  const refusedLater = (mayYetBe: boolean, abstain: boolean) => {
    const told: Told = { kind: 'refused', why: 'closed.closed', mayYetBe };
    const late = claim('a 1', 'ballot.cast', told, { stakeholder: 'a', abstain });
    return [{ ...ofA, claims: [...ofA.claims.slice(0, 1), late] }, ofFacilitator];
  };
  expect(faultsAgainst(events, start, refusedLater(true, true))).toEqual([]);
  for (const logs of [refusedLater(false, true), refusedLater(true, false)]) {
    expect(faultsAgainst(events, start, logs).join()).toMatch(/acknowledged to nobody/);
  }
  expect(faultsAgainst(twice(start + 1), start, refusedLater(true, true)).join()).toMatch(/there twice/);
});

it.each([
  ['a lost event at the end', events.slice(0, -1), clients, /told to facilitator \(f 1\), is missing/],
  ['a gap', events.toSpliced(start, 1), clients, /position \d+ is missing/],
  ['an event that is there twice', twice(start + 1), clients, /acknowledged to nobody: it is there twice/],
  [
    'another ballot',
    events,
    [{ ...ofA, claims: ofA.claims.toReversed().map(swapped) }, ofFacilitator],
    /is not what a asked/,
  ],
  [
    'one position told to two',
    events,
    [...clients, { who: 'b', claims: ofA.claims.slice(0, 1) }],
    /was told to a and to b/,
  ],
  [
    'a position of before',
    events,
    [...clients, { who: 'b', claims: [claim('b 0', 'ballot.cast', done(-1))] }],
    /is of before/,
  ],
  [
    'another actor',
    events.map((event) => (event.position === start + 1 ? { ...event, actor: 'u_another' } : event)),
    clients,
    /is by u_another, and a is/,
  ],
] as const)('notices %s', (_, history, logs, fault) => {
  expect(faultsAgainst(history, start, logs).join('\n')).toMatch(fault);
});

/** The event is there again, at the end. */
function twice(position: number) {
  const again = events.slice(position, position + 1).map((event) => ({ ...event, position: events.length }));
  return [...events, ...again];
}

function swapped(told: (typeof ofA.claims)[number]) {
  return { ...told, input: { stakeholder: 'a', scores: { base: 1 } } };
}
