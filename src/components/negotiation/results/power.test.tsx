import { describe, expect, it } from 'vitest';
import type { PowerResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { inner, rendered, tablesIn, textOf } from '../../testing/rendered';
import { Power } from './power';

/** Stakeholder k of n holds k + 1; its index is its share of the weight. */
function scene(n: number) {
  const total = (n * (n + 1)) / 2;
  const shares = Array.from({ length: n }, (_, k) => (k + 1) / total);
  const frame: NegotiationFile = {
    format: 'parley-negotiation/1',
    title: 'Many',
    dimensions: [{ id: 'd0', label: 'Compute' }],
    rule: { quota: { dimension: 'd0', moreThan: '1/2' } },
    stakeholders: shares.map((_, k) => ({
      id: `s${k}`,
      name: `Name of s${k}`,
      kind: 'lab',
      weights: { d0: k + 1 },
    })),
    profiles: [],
  };
  return { shares, frame };
}

function sampled(shares: readonly number[]): PowerResult {
  return {
    method: 'sampled',
    seed: '5eed',
    samples: 30_000,
    stakeholders: shares.map((share, k) => ({
      id: `s${k}`,
      banzhafSwings: null,
      banzhaf: k === 0 ? 0 : share,
      banzhafInterval: [0, 1],
      shapleyShubik: share,
      shapleyShubikInterval: [0, 1],
    })),
  };
}

describe('power of a thousand, of which a sample was taken', () => {
  const { shares, frame } = scene(1000);
  const html = rendered(<Power power={sampled(shares)} frame={frame} />, frame);

  it('draws the first thirty, and sums the others', () => {
    expect(inner(html, 'svg').length).toBeLessThanOrEqual(32);
    const rest = shares.slice(0, 970).reduce((sum, share) => sum + share, 0);
    const percent = (share: number) => (100 * share).toFixed(2).replace(/0+$/, '');
    expect(textOf(html)).toContain(
      `The other 970 stakeholders together: ${percent(rest - (shares[0] ?? 0))} % of all swings, ${percent(rest)} % of Compute.`,
    );
  });

  it('says no more than a sample can', () => {
    expect(textOf(html)).toContain('By the sample Name of s999 has the most power: 0.2 % of all swings');
    expect(textOf(html)).toContain('Sampled: 30,000 samples');
    // One stakeholder had no swing in it.
    expect(textOf(html)).not.toContain('no power');
  });

  it('holds of the table what is seen of it, and tells how long it is', () => {
    const [heads, first, ...others] = tablesIn(html)[0] ?? [];
    expect(heads).toEqual(['Stakeholder', 'Banzhaf', 'Shapley–Shubik', 'Share of Compute']);
    expect(first).toEqual(['Name of s999', '0.2 %', '0.2 %', '0.2 %']);
    expect(others.length).toBeLessThan(60);
    expect(html).toContain('aria-rowcount="1001"');
    expect(html).toContain('aria-rowindex="2"');
  });
});

it('tells a dimension once that several quotas ask for', () => {
  const { shares, frame } = scene(3);
  const quota = (moreThan: string) => ({ quota: { dimension: 'd0', moreThan } });
  const twice = {
    ...frame,
    rule: { anyOf: [quota('1/2'), { allOf: [quota('1/3'), { includes: ['s0'] }] }] },
  };
  const html = rendered(<Power power={sampled(shares)} frame={twice} />, twice);
  expect(tablesIn(html)[0]?.[0]).toEqual(['Stakeholder', 'Banzhaf', 'Shapley–Shubik', 'Share of Compute']);
});
