import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NegotiationFile } from '../file/model';
import { readNegotiationFile } from '../file/read';
import { namesStakeholder } from '../rule-names';
import { apply } from './apply';
import { toFragment } from './fragment';
import { fromFragment } from './read-fragment';
import type { Scenario } from './scenario';
import { changed, undone } from './scenario-changes';
import { standingOfSandbox } from './standing-of-sandbox';
import { startOf } from './start';

const example = new URL('../../core/examples/frontier-training.json', import.meta.url);

function frontier(): NegotiationFile {
  const read = readNegotiationFile(readFileSync(example));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return startOf(read.file, 'informed');
}

const verdict = (changes: Scenario, profile: string) => {
  const applied = apply(frontier(), changes);
  if (!applied.ok) return applied.refusal.key;
  return standingOfSandbox(applied.sandbox).profiles.find(({ id }) => id === profile)?.verdict;
};

describe('what if, in the example', () => {
  it('a critical member says nothing, or a guarantee fails: the profile that clears falls', () => {
    const { leverage, profiles } = standingOfSandbox({ file: frontier(), informed: null, failed: null });
    const clearing = profiles.find((each) => each.verdict === 'clears');
    const critical = clearing?.criticalMembers?.necessary;
    if (clearing === undefined || !Array.isArray(critical)) throw new Error('nothing clears in the example');
    const [member = ''] = critical;
    expect(verdict([{ kind: 'silent', stakeholder: member }], clearing.id)).not.toBe('clears');
    const pivotal = leverage.find((row) =>
      row.profiles.some(({ id, pivotal: at }) => id === clearing.id && at.necessary),
    );
    if (pivotal === undefined) throw new Error('no guarantee is pivotal in the example');
    const fails: Scenario = [{ kind: 'guarantee', guarantee: pivotal.guarantee, to: 'failed' }];
    const without = pivotal.profiles.find(({ id }) => id === clearing.id)?.without;
    expect(verdict(fails, clearing.id)).toBe(without);
  });

  it('takes along the pledges that hang on whoever is taken out', () => {
    const whole = frontier();
    // What a profile needs may name nobody who is taken out.
    const start = { ...whole, profiles: whole.profiles.map(({ needs: _, ...profile }) => profile) };
    const named =
      start.pledges?.filter((pledge) => pledge.if && namesStakeholder(pledge.if, 'gov-brisa')) ?? [];
    expect(named.length).toBeGreaterThan(0);
    const applied = apply(start, [{ kind: 'out', stakeholder: 'gov-brisa' }]);
    if (!applied.ok) throw new Error(applied.refusal.key);
    const own = start.pledges?.filter(({ stakeholder }) => stakeholder === 'gov-brisa') ?? [];
    expect(applied.sandbox.file.pledges).toEqual(
      start.pledges?.filter((pledge) => !named.includes(pledge) && !own.includes(pledge)),
    );
  });

  it('refuses what does not fit, and says why', () => {
    const { stakeholders, guarantees = [] } = frontier();
    const [first, second] = guarantees;
    const failed = (guarantee: string) => ({ kind: 'guarantee', guarantee, to: 'failed' }) as const;
    const [one] = stakeholders;
    const to = 5;
    const refusals: readonly (readonly [string, Scenario])[] = [
      ['refused.stakeholder', [{ kind: 'silent', stakeholder: 'gone' }]],
      ['refused.profile', [{ kind: 'end', stakeholder: one?.id ?? '', profile: 'gone', end: 'low', to }]],
      ['refused.dimension', [{ kind: 'weight', stakeholder: one?.id ?? '', dimension: 'gone', weight: 1 }]],
      ['refused.guarantee', [failed('gone')]],
      ['refused.oneFails', [failed(first?.id ?? ''), failed(second?.id ?? '')]],
      ['refused.taken', [{ kind: 'in', stakeholder: one?.id ?? '', name: 'New', of: 'lab', weights: {} }]],
      ['refused.together', [{ kind: 'rule', rule: { includes: ['gone'] } }]],
      [
        'refused.named',
        [
          { kind: 'rule', rule: { includes: [one?.id ?? ''] } },
          { kind: 'out', stakeholder: one?.id ?? '' },
        ],
      ],
    ];
    for (const [key, changes] of refusals) expect(verdict(changes, 'licensed-scaling')).toBe(key);
  });
});

describe('the list of changes', () => {
  it('holds one change about a thing, the newest, and lets each be undone', () => {
    const weight = (to: number) =>
      ({ kind: 'weight', stakeholder: 'a', dimension: 'd', weight: to }) as const;
    const silent = { kind: 'silent', stakeholder: 'b' } as const;
    const changes = [weight(1), silent, weight(2)].reduce<Scenario>(changed, []);
    expect(changes).toEqual([silent, weight(2)]);
    expect(undone(changes, silent)).toEqual([weight(2)]);
  });

  it('lets go of what was said of a stakeholder that was brought in', () => {
    const brought = { kind: 'in', stakeholder: 'new-1', name: 'New', of: 'lab', weights: {} } as const;
    const silent = { kind: 'silent', stakeholder: 'new-1' } as const;
    expect(undone([brought, silent], brought)).toEqual([]);
  });
});

describe('an address with a scenario', () => {
  it('is read back, and nothing but a scenario is', () => {
    const changes: Scenario = [{ kind: 'rule', rule: { members: { atLeast: 2 } } }];
    const fragment = toFragment(changes);
    expect(fragment).toMatch(/^what-if=1\.[A-Za-z0-9_-]+$/);
    expect(fromFragment(`#${fragment}`)).toEqual(changes);
    expect(fromFragment('')).toEqual([]);
    const encoded = (value: unknown) => `#what-if=1.${btoa(JSON.stringify(value))}`;
    for (const wrong of [
      '#why',
      '#what-if=2.W10',
      '#what-if=1.%%%',
      `${`#${fragment}`.slice(0, -3)}`,
      encoded([{ kind: 'cast', stakeholder: 'a' }]),
      encoded([{ kind: 'silent', stakeholder: 'a', and: 'more' }]),
      encoded([{ kind: 'end', stakeholder: 'a', profile: 'x', end: 'low', to: 101 }]),
      encoded(Array.from({ length: 201 }, () => ({ kind: 'silent', stakeholder: 'a' }))),
      encoded({}),
    ]) {
      expect(fromFragment(wrong), wrong).toBeNull();
    }
  });
});
