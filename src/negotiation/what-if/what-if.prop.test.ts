import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { failing } from '@/core/failing';
import { leastChanges } from '@/core/least-change';
import { type AggregationResult, BASES } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { oracle } from '@/core/testing/oracle';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import type { NegotiationFile } from '../file/model';
import { toNegotiation } from '../file/to-negotiation';
import { type SeenChange, type Side, seenFlips } from '../flips';
import { fileOf } from '../testing/file-of';
import { scenes } from '../testing/scenarios';
import { apply } from './apply';
import { flipScenario } from './flip-scenario';
import { toFragment } from './fragment';
import { fromFragment } from './read-fragment';
import { standingOfSandbox } from './standing-of-sandbox';
import { startOf } from './start';

/** What a sandbox shows of a result. */
function shown(result: AggregationResult) {
  return result.profiles.map(({ efficient: _, weaklyEfficient: __, core: ___, ...rest }) => rest);
}

describe(`a sandbox (${REPRODUCE})`, { timeout: 300_000 }, () => {
  it('starts from the standing as it is, on either basis', () => {
    const drawn = new Set<string>();
    fc.assert(
      fc.property(
        negotiations(),
        fc.constantFrom(...BASES),
        fc.nat({ max: 3 }),
        (negotiation, basis, read) => {
          // Where nobody has acknowledged what is required, nothing is recommended whatever the stated ballots say.
          const required = { briefings: [{ id: 'b0', title: 'b0', required: true }], acknowledgements: [] };
          const file = { ...fileOf(negotiation), ...(read === 0 && required) };
          const informed = basis === 'informed' ? null : startOf(file, 'informed');
          const started = apply(startOf(file, basis), [], informed);
          if (!started.ok) throw new Error('nothing was changed');
          const real = aggregate(toNegotiation(file), { basis });
          expect(shown(standingOfSandbox(started.sandbox))).toEqual(shown(real));
          for (const { threats, ratified, recommended } of real.profiles) {
            if (threats !== null) drawn.add(threats);
            if (ratified) drawn.add('ratified');
            if (recommended) drawn.add(`recommended on ${basis}`);
          }
        },
      ),
      runs(200),
    );
    const all = ['worse', 'unresolved', 'no-worse', 'safer', 'ratified'];
    expect([...drawn].sort()).toEqual([...all, 'recommended on informed', 'recommended on stated'].sort());
  });

  it('is after any changes the standing of what they make of the negotiation, by the slow twin', () => {
    fc.assert(
      fc.property(scenes, fc.constantFrom(...BASES), ({ negotiation, changes }, basis) => {
        const file = fileOf(negotiation);
        const informed = basis === 'informed' ? null : startOf(file, 'informed');
        const applied = apply(startOf(file, basis), changes, informed);
        if (!applied.ok) return;
        const { sandbox } = applied;
        const [own, real] = [standingOfSandbox(sandbox), worldBySlowTwin(sandbox.file, sandbox.failed)];
        const asked = worldBySlowTwin(sandbox.informed ?? sandbox.file, sandbox.failed);
        own.profiles.forEach(({ id, verdict, threats, ratified, ratifiers, recommended }, x) => {
          expect({ id, verdict, threats, ratified, ratifiers }).toEqual({
            id: real.profiles[x]?.id,
            verdict: real.profiles[x]?.verdict,
            threats: real.profiles[x]?.threats,
            ratified: real.profiles[x]?.ratified,
            ratifiers: real.profiles[x]?.ratifiers,
          });
          expect(recommended).toBe(asked.profiles[x]?.recommended);
        });
        for (const change of changes) if (change.kind === 'out') expectGone(sandbox.file, change.stakeholder);
      }),
      runs(150),
    );
  });

  it('flips a verdict by exactly the change that is told to flip it, also through an address', () => {
    let flipped = 0;
    fc.assert(
      fc.property(negotiations(), fc.constantFrom(...BASES), (drawn, basis) => {
        const file = fileOf(drawn);
        const negotiation = toNegotiation(file);
        const start = startOf(file, basis);
        const standard = file.profiles.find((profile) => profile.default === true)?.id ?? '';
        const { profiles } = aggregate(negotiation, { basis });
        const become = (
          profile: string,
          side: Side,
          stance: 'necessary' | 'expected' | 'possible',
          change: SeenChange,
        ) => {
          const changes = flipScenario(change, { profile, default: standard, side, stance });
          if (changes === null) throw new Error('a ballot that is read was not');
          const read = fromFragment(`#${toFragment(changes)}`);
          expect(read).toEqual(changes);
          const applied = apply(start, read ?? []);
          if (!applied.ok) throw new Error(JSON.stringify(applied));
          flipped += 1;
          // The slow twin has the last word on what has become of it.
          return oracle(toNegotiation(applied.sandbox.file), { basis: 'stated' }).profiles.find(
            ({ id }) => id === profile,
          )?.verdict;
        };
        for (const each of leastChanges(negotiation, basis)) {
          const { profile, falls, joins } = seenFlips(each, true);
          const verdict = profiles.find(({ id }) => id === profile)?.verdict;
          for (const change of [falls?.fewest, falls?.leastShift]) {
            if (falls && change) expect(become(profile, 'leaves', falls.stance, change)).not.toBe(verdict);
          }
          for (const change of [joins.necessary?.fewest, joins.necessary?.leastShift]) {
            if (change) expect(become(profile, 'joins', 'necessary', change)).toBe('clears');
          }
        }
      }),
      runs(200),
    );
    expect(flipped).toBeGreaterThan(200);
  });

  it('is a negotiation that could be, or says what does not fit', () => {
    fc.assert(
      fc.property(scenes, ({ negotiation: drawn, changes }) => {
        expect(fromFragment(toFragment(changes))).toEqual(changes);
        const applied = apply(startOf(fileOf(drawn), 'stated'), changes);
        if (applied.ok) standingOfSandbox(applied.sandbox);
        else expect(applied.refusal.key).toMatch(/^refused\./);
      }),
      runs(200),
    );
  });
});

function worldBySlowTwin(file: NegotiationFile, failed: string | null): AggregationResult {
  const negotiation = toNegotiation(file);
  const g = negotiation.guarantees.findIndex(({ id }) => id === failed);
  return oracle(g < 0 ? negotiation : failing(negotiation, g), { basis: 'stated' });
}

/** Nothing is left of whoever was taken out, nor of what others made hang on it. */
function expectGone(file: NegotiationFile, stakeholder: string): void {
  const { ballots, pledges, threatAssessments, acuteRiskAssessments, moves } = file;
  const left = { ballots, pledges, threatAssessments, acuteRiskAssessments, moves };
  if (!file.stakeholders.some(({ id }) => id === stakeholder))
    expect(JSON.stringify(left)).not.toContain(`"${stakeholder}"`);
}
