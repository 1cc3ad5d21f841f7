import { expect, it } from 'vitest';
import type { CommitmentView, ReportView } from '@/negotiation/commitment-view';
import { tallyOf } from './tally';

const report = (status: ReportView['status'], disputed = false): ReportView => ({
  position: 1,
  at: '2026-01-01T00:00:00.000Z',
  status,
  evidence: null,
  disputes: disputed ? [{ position: 2, at: '2026-01-02T00:00:00.000Z', by: 'b', reason: 'No.' }] : [],
});
const commitment = (
  reports: CommitmentView['reports'],
  due: CommitmentView['due'] = null,
): CommitmentView => ({
  stakeholder: 'a',
  strategy: 'stop',
  reports,
  due,
});

it('counts each stakeholder by its newest report, and disputes of that one alone', () => {
  expect(
    tallyOf([
      commitment([report('planned', true), report('kept')], {
        at: '2026-02-01T00:00:00.000Z',
        overdue: true,
      }),
      commitment([report('broken', true)]),
      commitment([], { at: '2026-03-01T00:00:00.000Z', overdue: false }),
    ]),
  ).toEqual({
    newest: { planned: 0, 'under-way': 0, kept: 1, broken: 1 },
    silent: 1,
    overdue: 1,
    disputed: 1,
  });
});

it('says nothing where reports are hidden, rather than that there are none', () => {
  expect(tallyOf([commitment(null)])).toBeNull();
});
