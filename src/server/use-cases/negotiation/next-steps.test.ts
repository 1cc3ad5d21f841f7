import { expect, it } from 'vitest';
import {
  A,
  B,
  BALLOT,
  C,
  closed,
  concluded,
  FACILITATOR,
  opened,
  type Stage,
} from '@/negotiation/testing/stage';
import { nextSteps } from './next-steps';

/** What the facilitator's overview offers, first things first. */
const offered = (stage: Stage) =>
  nextSteps(
    stage.known,
    { roles: ['facilitator'], stakeholders: [], signedIn: true },
    { now: stage.now, hasStanding: false, bodies: new Map() },
  );

it('tells a facilitator how many have not voted, and of closing only once all have', () => {
  const stage = opened();
  expect(offered(stage)).toEqual([{ kind: 'wait-for-ballots', count: 3 }]);
  stage.do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT });
  expect(offered(stage)).toEqual([{ kind: 'wait-for-ballots', count: 2 }]);
  stage.do(B, 'castBallot', { stakeholder: 'b', ballot: BALLOT });
  stage.do(C, 'castBallot', { stakeholder: 'c', ballot: { abstain: true } });
  expect(offered(stage)).toEqual([{ kind: 'close-round', lapsed: false }]);
});

it('tells of closing once the deadline has passed, whoever is missing, and of the next round once it is closed', () => {
  const stage = opened();
  stage.do(FACILITATOR, 'setDeadline', { deadline: stage.later(30) }).wait(40);
  expect(offered(stage)).toEqual([{ kind: 'close-round', lapsed: true }]);
  expect(offered(closed())).toEqual([{ kind: 'open-round' }]);
});

it('tells of dates for reports until they are set, and no more once no reports are asked for', () => {
  const stage = concluded();
  expect(offered(stage)).toEqual([{ kind: 'schedule-reports' }]);
  stage.do(FACILITATOR, 'scheduleReports', { schedule: { first: stage.later(100), everyMonths: null } });
  expect(offered(stage)).toEqual([]);
  stage.do(FACILITATOR, 'scheduleReports', { schedule: null });
  expect(offered(stage)).toEqual([]);
});
