import { describe, expect, it } from 'vitest';
import { aggregate } from './aggregate';
import { ballot, profile, type Row, small } from './examples/small';

const crowd = (n: number) =>
  small(
    Array.from({ length: n }, () => 1),
    Array.from({ length: n }, (_, i): Row => (i % 10 === 0 ? null : [50, i % 3 === 0 ? 40 : 60])),
    { moves: [{ stakeholder: 1, from: 0, to: 1 }] },
  );

describe('the form of a result (negotiation-file.md)', { timeout: 60_000 }, () => {
  it('writes lists of ids as their length above 10,000 stakeholders, and in full where asked to', () => {
    const result = aggregate(crowd(10_001), { basis: 'stated' });
    const listed = aggregate(crowd(10_001), { basis: 'stated', members: true });
    expect(result.silent).toBe(1001);
    expect(listed.silent).toHaveLength(1001);
    const [d, a] = result.profiles;
    const full = listed.profiles[1];
    expect(a?.coalition?.expected).toBe(6000);
    expect(full?.coalition?.expected).toHaveLength(6000);
    expect(a?.worseOff?.expected).toBe(3000);
    expect(a?.criticalMembers?.expected).toBe(0);
    expect(a?.ratifiers).toBe(0);
    expect(a?.gap?.necessary).toBeNull();
    expect(d?.stability.expected.temptations).toBe(1);
    expect(listed.profiles[0]?.stability.expected.temptations).toEqual([{ stakeholder: 's1', to: 'p1' }]);
    expect(Array.isArray(aggregate(crowd(10_000), { basis: 'stated' }).silent)).toBe(true);
  });

  it('is null for the default wherever the default has no say', () => {
    const [d] = aggregate(small([1], [[50, 60]]), { basis: 'stated' }).profiles;
    const nulls = Object.entries(d ?? {}).flatMap(([key, value]) => (value === null ? [key] : []));
    expect(nulls).toEqual([
      'criticalGain',
      'unanimous',
      'coalition',
      'worseOff',
      'criticalMembers',
      'resilience',
      'gap',
      'threats',
      'threatForms',
      'acuteRisk',
    ]);
    expect(d?.recommended).toBe(false);
  });

  it('has no gap and no resilience without the searches, and all else as with them', () => {
    const negotiation = small([3, 2, 2], [[60, 40], [50, 60], []]);
    const whole = aggregate(negotiation, { basis: 'stated' });
    expect(whole.profiles.some(({ gap, resilience }) => gap !== null && resilience !== null)).toBe(true);
    expect(aggregate(negotiation, { basis: 'stated', searches: false })).toEqual({
      ...whole,
      profiles: whole.profiles.map((profile) => ({ ...profile, gap: null, resilience: null })),
    });
  });

  it('lists every ordered pair of distinct profiles in the order of the file', () => {
    const { pairs } = aggregate(small([1], [[50, 60, 70]]), { basis: 'stated' });
    expect(pairs.necessary.map(({ over, under }) => `${over}>${under}`)).toEqual([
      'p0>p1',
      'p0>p2',
      'p1>p0',
      'p1>p2',
      'p2>p0',
      'p2>p1',
    ]);
    expect(pairs.expected[2]).toEqual({
      over: 'p1',
      under: 'p0',
      members: 1,
      weights: { d: 1 },
      adequate: true,
    });
  });

  it('names whose counted ballot is provisional, abstentions too, on the basis asked for', () => {
    const provisional = { provisional: true };
    const negotiation = small([1, 1, 1], [], {
      ballots: [
        ballot(0, [50, 60], provisional),
        ballot(1, [], { ...provisional, content: { kind: 'abstain' } }),
        ballot(2, [50, 60], provisional),
        ballot(2, [50, 60], { at: '2026-01-02T00:00:00.000Z' }),
      ],
      briefings: [{ id: 'b', required: true }],
    });
    const stated = aggregate(negotiation, { basis: 'stated' });
    expect(stated.provisional).toEqual(['s0', 's1']);
    expect(stated.silent).toEqual(['s1']);
    const informed = aggregate(negotiation, { basis: 'informed' });
    expect([informed.provisional, informed.silent]).toEqual([[], ['s0', 's1', 's2']]);
  });

  it('adds power only where it is asked for, as the last key', () => {
    const negotiation = small([1], [[50, 60]], { profiles: [profile(0), profile(1)] });
    expect(Object.keys(aggregate(negotiation, { basis: 'stated' }))).not.toContain('power');
    expect(Object.keys(aggregate(negotiation, { basis: 'stated', power: true })).at(-1)).toBe('power');
  });
});
