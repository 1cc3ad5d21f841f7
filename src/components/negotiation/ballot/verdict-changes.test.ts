import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NegotiationFile } from '@/negotiation/file/model';
import { verdictChanges } from './verdict-changes';

const file: NegotiationFile = JSON.parse(readFileSync('prisma/demo/frontier-training.json', 'utf8'));
const NOW = '2026-04-01T00:00:00.000Z';

describe('what a ballot would change', () => {
  it('is nothing when it repeats the ballot that counts', () => {
    const {
      stakeholder: _,
      at: __,
      ...body
    } = file.ballots?.find((each) => each.stakeholder === 'lab-aurora') ?? {
      abstain: true,
      stakeholder: '',
      at: '',
    };
    expect(verdictChanges(file, 'lab-aurora', body, NOW)).toEqual([]);
  });

  it('is told per basis: a critical member that abstains takes the verdict along', () => {
    const changes = verdictChanges(file, 'lab-aurora', { abstain: true }, NOW);
    expect(changes).toContainEqual({
      basis: 'informed',
      profile: 'licensed-scaling',
      from: 'clears',
      to: 'leans',
    });
    expect(new Set(changes.map(({ basis }) => basis))).toEqual(new Set(['stated', 'informed']));
  });

  it('does not hang on a clock that is behind the history', () => {
    const early = '2020-01-01T00:00:00.000Z';
    expect(verdictChanges(file, 'lab-aurora', { abstain: true }, early)).toEqual(
      verdictChanges(file, 'lab-aurora', { abstain: true }, NOW),
    );
  });
});
