import { expect, it } from 'vitest';
import { A, B, BALLOT, C, closed, FACILITATOR, opened } from '@/negotiation/testing/stage';
import { dueReminder, silentDelegates } from './reminding';

/** A round with ten hours from its opening to its deadline, and the moment that many hours after its opening. */
function tenHours() {
  const stage = opened();
  const from = Date.parse(stage.known.rounds.at(-1)?.opened.at ?? '');
  const after = (hours: number) => new Date(from + hours * 60 * 60 * 1000).toISOString();
  stage.do(FACILITATOR, 'setDeadline', { deadline: after(10) });
  return { stage, after };
}

it('is due when half, and when nine tenths of the time have gone, and never past the deadline', () => {
  const { stage, after } = tenHours();
  const due = (hours: number) => dueReminder(stage.known, after(hours))?.fraction ?? null;
  expect([0, 4.99, 5, 8.99, 9, 10, 10.01].map(due)).toEqual([
    null,
    null,
    'half',
    'half',
    'late',
    'late',
    null,
  ]);
  expect(dueReminder(stage.known, after(5))?.opened).toBe(stage.known.rounds.at(-1)?.opened.position);
});

it('goes by the deadline as it is: an extension moves what has not been sent', () => {
  const { stage, after } = tenHours();
  stage.do(FACILITATOR, 'extendRound', { deadline: after(20) });
  const due = (hours: number) => dueReminder(stage.known, after(hours))?.fraction ?? null;
  expect([5, 9.9, 10, 17.9, 18].map(due)).toEqual([null, null, 'half', 'half', 'late']);
});

it('is never due without a deadline or an open round', () => {
  expect(dueReminder(opened().known, '2030-01-01T00:00:00.000Z')).toBeNull();
  expect(dueReminder(closed().known, '2030-01-01T00:00:00.000Z')).toBeNull();
});

it('goes to who speaks for a stakeholder that has not cast in this round, whatever it cast before', () => {
  const stage = opened();
  expect(silentDelegates(stage.known, stage.now).sort()).toEqual([A, B, C].sort());
  stage.do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT });
  expect(silentDelegates(stage.known, stage.now).sort()).toEqual([B, C].sort());
  const second = closed().do(FACILITATOR, 'openRound', { deadline: null });
  expect(silentDelegates(second.known, second.now).sort()).toEqual([A, B, C].sort());
  second.do(B, 'castBallot', { stakeholder: 'b', ballot: { abstain: true } });
  expect(silentDelegates(second.known, second.now).sort()).toEqual([A, C].sort());
});
