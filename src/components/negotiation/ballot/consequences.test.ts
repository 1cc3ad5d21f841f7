import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { BASES } from '@/core/model';
import type { BallotBody, NegotiationFile } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { foreseeing } from './consequences';

const file: NegotiationFile = JSON.parse(readFileSync('prisma/demo/frontier-training.json', 'utf8'));
const NOW = '2026-04-01T00:00:00.000Z';
const MINE = 'lab-aurora';
const ABSTAIN: BallotBody = { abstain: true };

function mine(): BallotBody {
  const ballot = file.ballots?.findLast(({ stakeholder }) => stakeholder === MINE);
  if (ballot === undefined) throw new Error('no ballot to start from');
  const { stakeholder: _, at: __, ...body } = ballot;
  return body;
}

describe('what a ballot would change', () => {
  it('is nothing when it repeats the ballot that counts', () => {
    expect(foreseeing(file, MINE)(mine(), NOW)).toEqual({ verdicts: [], coalitions: [] });
  });

  it('is told per basis: a critical member that abstains takes the verdict along', () => {
    const { verdicts, coalitions } = foreseeing(file, MINE)(ABSTAIN, NOW);
    expect(verdicts).toContainEqual({
      basis: 'informed',
      profile: 'licensed-scaling',
      from: 'clears',
      to: 'leans',
    });
    expect(new Set(verdicts.map(({ basis }) => basis))).toEqual(new Set(BASES));
    expect(coalitions).toContainEqual(
      expect.objectContaining({
        basis: 'informed',
        profile: 'licensed-scaling',
        stance: 'necessary',
        joins: false,
        before: expect.objectContaining({ adequate: true }),
        after: expect.objectContaining({ adequate: false }),
      }),
    );
  });

  it('does not hang on a clock that is behind the history', () => {
    const early = '2020-01-01T00:00:00.000Z';
    expect(foreseeing(file, MINE)(ABSTAIN, early)).toEqual(foreseeing(file, MINE)(ABSTAIN, NOW));
  });

  it('is of the newest attempt alone, and equals what a fresh computation of both standings says', () => {
    const foresee = foreseeing(file, MINE);
    const attempts: readonly BallotBody[] = [
      ABSTAIN,
      { scores: { race: 90, 'licensed-scaling': 10 } },
      mine(),
    ];
    for (const body of attempts) {
      const cast = { ...file, ballots: [...(file.ballots ?? []), { ...body, stakeholder: MINE, at: NOW }] };
      const slow = BASES.flatMap((basis) => {
        const [was, is] = [
          aggregate(toNegotiation(file), { basis }),
          aggregate(toNegotiation(cast), { basis }),
        ];
        return is.profiles.flatMap(({ id, verdict }, x) => {
          const from = was.profiles[x]?.verdict ?? verdict;
          return from === verdict ? [] : [{ basis, profile: id, from, to: verdict }];
        });
      });
      expect(foresee(body, NOW).verdicts).toEqual(slow);
    }
  });
});
