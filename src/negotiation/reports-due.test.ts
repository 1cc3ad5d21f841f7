import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportSchedule } from './commitment';
import { askedFrom, dueDate, openDue, passedBy, reportsMissing } from './reports-due';
import { A, B, concluded, FACILITATOR, type Stage } from './testing/stage';

const quarterly: ReportSchedule = { first: '2026-01-31T12:00:00.000Z', everyMonths: 3 };

describe('the dates', () => {
  it('are the same day of later months, or the last one where a month is shorter', () => {
    expect([0, 1, 2, 3].map((turn) => dueDate(quarterly, turn)?.slice(0, 10))).toEqual([
      '2026-01-31',
      '2026-04-30',
      '2026-07-31',
      '2026-10-31',
    ]);
    expect(dueDate({ first: '2027-12-31T00:00:00.000Z', everyMonths: 2 }, 1)).toBe(
      '2028-02-29T00:00:00.000Z',
    );
    expect(dueDate({ ...quarterly, everyMonths: null }, 1)).toBeNull();
    expect(dueDate({ first: '9999-12-01T00:00:00.000Z', everyMonths: 1 }, 1)).toBeNull();
  });

  it('pass one after the other, as a walk from the first finds too', () => {
    const moment = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 }), moment, (first, everyMonths, at) => {
        let walked = 0;
        for (;;) {
          const next = dueDate({ first, everyMonths }, walked);
          if (next === null || next >= at) break;
          walked += 1;
        }
        expect(passedBy({ first, everyMonths }, at)).toBe(walked);
        expect(dueDate({ first, everyMonths }, walked)).not.toBe(dueDate({ first, everyMonths }, walked + 1));
      }),
    );
  });
});

/** Concluded, with a first date a month from now, and then each month. */
function scheduled(): Stage {
  const stage = concluded();
  return stage.do(FACILITATOR, 'scheduleReports', {
    schedule: { first: stage.later(24 * 31), everyMonths: 1 },
  });
}

const report = (stage: Stage) =>
  stage.do(A, 'reportCommitment', { stakeholder: 'a', status: 'under-way', evidence: null });
const owing = (stage: Stage) => {
  const commitment = stage.known.commitments['a'];
  return commitment && openDue(stage.known, commitment)?.turn;
};

describe('a report', () => {
  it('before its date is that date’s, and a second one is not the next date’s', () => {
    const stage = scheduled();
    expect(owing(stage)).toBe(0);
    expect(owing(report(stage))).toBe(1);
    expect(owing(report(stage))).toBe(1);
  });

  it('that comes late makes up for all dates that have passed, and for no later one', () => {
    const stage = scheduled().wait(24 * 100);
    expect(owing(stage)).toBe(0);
    expect(passedBy(stage.known.reporting ?? quarterly, stage.now)).toBe(3);
    expect(owing(report(stage))).toBe(3);
    expect(owing(report(stage))).toBe(4);
  });

  it('counts since the dates were set, or set anew', () => {
    const stage = report(concluded());
    stage.do(FACILITATOR, 'scheduleReports', { schedule: { first: stage.later(24), everyMonths: null } });
    expect(owing(stage)).toBe(0);
    expect(owing(report(stage))).toBeUndefined();
    stage.do(FACILITATOR, 'scheduleReports', { schedule: { first: stage.later(24), everyMonths: null } });
    expect(owing(stage)).toBe(0);
    stage.do(FACILITATOR, 'scheduleReports', { schedule: null });
    expect(owing(stage)).toBeUndefined();
  });
});

it('misses those that owe one for a date or an earlier one', () => {
  const stage = scheduled();
  const all = Object.keys(stage.known.commitments);
  expect(all.length).toBeGreaterThan(1);
  expect(reportsMissing(stage.known, 0)).toEqual(all);
  report(stage);
  expect(reportsMissing(stage.known, 0)).toEqual(all.filter((id) => id !== 'a'));
  expect(reportsMissing(stage.known, 1)).toEqual(all);
});

it('is asked for a week ahead, or when half of a shorter time is left', () => {
  const stage = concluded();
  stage.do(FACILITATOR, 'scheduleReports', { schedule: { first: stage.later(24 * 31), everyMonths: 1 } });
  const first = stage.known.reporting?.first ?? '';
  expect(Date.parse(first) - Date.parse(askedFrom(stage.known, 0) ?? '')).toBe(7 * 24 * 60 * 60 * 1000);
  stage.do(FACILITATOR, 'scheduleReports', { schedule: { first: stage.later(4), everyMonths: null } });
  const soon = stage.known.reporting;
  expect(2 * Date.parse(askedFrom(stage.known, 0) ?? '')).toBe(
    Date.parse(soon?.first ?? '') + Date.parse(soon?.at ?? ''),
  );
  expect(askedFrom(stage.known, 1)).toBeNull();
});

it('is refused where nothing is owed, where its date has passed, and by whoever is no facilitator', () => {
  const stage = concluded();
  const schedule = { first: stage.now, everyMonths: null };
  expect(stage.refused(FACILITATOR, 'scheduleReports', { schedule })).toBe('commitment.due-past');
  expect(stage.refused(FACILITATOR, 'scheduleReports', { schedule: null })).toBe('commitment.unscheduled');
  expect(stage.refused(B, 'scheduleReports', { schedule: null })).toBe('forbidden.facilitator');
});

it('carries version 2, and no other version; what was there before stays of version 1', () => {
  const { events } = scheduled();
  expect(events.map(({ type, v }) => (v === 2 ? type : null)).filter((type) => type !== null)).toEqual([
    'commitment.scheduled',
  ]);
});
