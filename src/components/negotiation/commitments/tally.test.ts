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
const commitment = (reports: CommitmentView['reports']): CommitmentView => ({
  stakeholder: 'a',
  strategy: 'stop',
  reports,
});

it('counts each stakeholder by its newest report, and disputes of that one alone', () => {
  expect(
    tallyOf([
      commitment([report('planned', true), report('kept')]),
      commitment([report('broken', true)]),
      commitment([]),
    ]),
  ).toEqual({
    newest: { planned: 0, 'under-way': 0, kept: 1, broken: 1 },
    silent: 1,
    disputed: 1,
  });
});

it('says nothing where reports are hidden, rather than that there are none', () => {
  expect(tallyOf([commitment(null)])).toBeNull();
});
