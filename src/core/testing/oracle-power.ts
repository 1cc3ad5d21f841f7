import type { Negotiation, PowerResult } from '../model';
import { adequacy, everyone, isIn, sizeOf, subsetsOf } from './oracle-coalitions';
import { fraction, nearestDouble } from './oracle-fraction';

function factorial(k: number): bigint {
  return k <= 1 ? 1n : BigInt(k) * factorial(k - 1);
}

/** §4, "Power", by looking at every coalition. */
export function powerOf(negotiation: Negotiation): PowerResult {
  const n = negotiation.stakeholders.length;
  const isAdequate = adequacy(negotiation, null);
  const coalitions = subsetsOf(everyone(negotiation));
  const rows = negotiation.stakeholders.map(({ id }, i) => {
    const swings = coalitions.filter((s) => !isIn(i, s) && !isAdequate(s) && isAdequate(s | (1 << i)));
    const orders = swings.reduce(
      (total, s) => total + factorial(sizeOf(s)) * factorial(n - sizeOf(s) - 1),
      0n,
    );
    return { id, swings: swings.length, orders };
  });
  const total = rows.reduce((all, row) => all + row.swings, 0);
  return {
    method: 'exact',
    stakeholders: rows.map(({ id, swings, orders }) => ({
      id,
      banzhafSwings: `${swings}`,
      banzhaf: nearestDouble(fraction(swings, total)),
      shapleyShubik: nearestDouble(fraction(orders, factorial(n))),
    })),
  };
}
