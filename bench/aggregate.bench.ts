import { aggregate } from '@/core/aggregate';
import { type Benchmark, sideBySide } from './measure';
import { randomNegotiation } from './random-negotiation';

/** performance.md §1: the whole result (§4 to §7) from a parsed file. */
export const benchmark: Benchmark = async () => {
  const rows = [];
  for (const [n, m] of [
    [100, 16],
    [1000, 64],
  ] as const) {
    const negotiation = randomNegotiation(n, m, 20261124);
    rows.push(
      await sideBySide(
        `whole result but power, n = ${n}, m = ${m}`,
        ['aggregate', () => aggregate(negotiation, { basis: 'informed' })],
        null,
        '',
        n === 1000 ? { of: 'ours', atMost: 250 } : undefined,
      ),
    );
  }
  return rows;
};
