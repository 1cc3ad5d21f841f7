import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { leastChanges } from '@/core/least-change';
import { BASES } from '@/core/model';
import { properness } from '@/core/proper';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { oracle } from '@/core/testing/oracle';
import { verdictOf } from '@/core/testing/oracle-bar';
import { sizeOf } from '@/core/testing/oracle-coalitions';
import { leverageOf } from '@/core/testing/oracle-leverage';
import { at, standingOn } from '@/core/testing/oracle-standing';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import { toNegotiation } from '../file/to-negotiation';
import { seenFlips } from '../flips';
import { namedIn, Sides } from '../testing/claims-of-gap';
import { falls, guaranteeIn } from '../testing/claims-of-leverage';
import { isTempted } from '../testing/claims-of-stability';
import {
  faultOfMissing,
  faultOfStanding,
  faultOfWarning,
  isNearest,
  isOf,
  leadsAmong,
  rivalsIn,
  supports,
  toName,
} from '../testing/claims-of-standing';
import { faultOfThreats } from '../testing/claims-of-threats';
import { faultOfWhy } from '../testing/claims-of-why';
import { fileOf } from '../testing/file-of';
import { firstOf, idOf, inside, number, text } from '../testing/reading';
import { type Essentials, essentials } from './essentials';
import type { Message } from './message';
import { standingSentence } from './standing';
import { warnings } from './warnings';

const scenes = fc
  .record({ drawn: negotiations(), basis: fc.constantFrom(...BASES) })
  .map(({ drawn, basis }) => {
    const file = fileOf(drawn);
    const negotiation = toNegotiation(file);
    const result = aggregate(negotiation, { basis });
    return { file, negotiation, basis, result, standing: standingOn(negotiation, basis) };
  });
type Scene = typeof scenes extends fc.Arbitrary<infer T> ? T : never;

describe(`where a negotiation stands, in sentences (${REPRODUCE})`, { timeout: 300_000 }, () => {
  const told = new Set<string>();
  const note = (...said: readonly Message[]) => {
    for (const { key } of said) told.add(key);
  };

  it('says in one what clears, or what is nearest and what it lacks', () => {
    fc.assert(
      fc.property(scenes, ({ file, result, standing }) => {
        const said = standingSentence(file, result);
        note(said);
        expect(faultOfStanding(standing, said)).toBeNull();
      }),
      runs(400),
    );
  });

  it('warns of what a reader must know, and of nothing else', () => {
    fc.assert(
      fc.property(scenes, ({ file, negotiation, basis, result, standing }) => {
        const { kind } = properness(negotiation);
        const about = {
          informed: basis === 'informed',
          proper: kind === 'not-shown' ? null : kind === 'proper',
        };
        const said = warnings(file, result, about.proper);
        note(...said);
        for (const each of said) expect(faultOfWarning(standing, about, each)).toBeNull();
        const provisional = standing.ballots.some((ballot) => ballot?.provisional === true);
        const due = [about.proper !== true, about.informed, standing.silent !== 0, provisional];
        expect(said).toHaveLength(due.filter((is) => is).length);
      }),
      runs(200),
    );
  });

  it('answers what somebody asks who has ten seconds', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { file, negotiation, basis, result, standing } = scene;
        const flips = leastChanges(negotiation, basis).map((each) => seenFlips(each, true));
        const found = essentials(file, result, (id) => flips.find(({ profile }) => profile === id) ?? null);
        const silent = sizeOf(standing.silent) === standing.stakeholders.length;
        if (found === null) {
          expect(silent || rivalsIn(standing).length === 0).toBe(true);
          return;
        }
        expect(silent).toBe(false);
        note(found.clears, found.margin, ...found.threats);
        if (found.critical !== null) note(found.critical);
        expect(faultOfEssentials(scene, found)).toBeNull();
        expect(faultOfRunnerUp(scene, found)).toBeNull();
      }),
      runs(500),
    );
  });

  it('were drawn with every sentence', () => {
    const standing = ['silent', 'alone', 'clears', 'several', 'none', 'noneButStates'];
    const warned = ['improper', 'informed', 'silent', 'provisional'];
    const asked = ['one', 'several', 'none', 'noneButStates', 'margin', 'guarantees'];
    for (const key of standing) expect(told).toContain(`standing.${key}`);
    for (const key of warned) expect(told).toContain(`warning.${key}`);
    for (const key of asked) expect(told).toContain(`essentials.${key}`);
    for (const key of ['gap.missing', 'reason.fallsIf', 'reason.resilience', 'stability.temptation'])
      expect(told).toContain(key);
  });
});

function faultOfEssentials({ negotiation, basis, standing }: Scene, found: Essentials): string | null {
  const x = negotiation.profiles.findIndex(({ id }) => id === found.leading);
  const rivals = rivalsIn(standing);
  const clearing = rivals.filter((each) => verdictOf(standing, each) === 'clears');
  const { profiles } = oracle(negotiation, { basis });
  if (clearing.length > 0) {
    if (!leadsAmong(standing, x, clearing, (each) => at(profiles, each).recommended)) return 'another leads';
  } else if (!isNearest(standing, x, rivals)) return 'another is nearer';
  return (
    faultOfClears(standing, x, clearing, found.clears) ??
    faultOfMargin(standing, x, found.margin) ??
    (found.critical === null ? null : faultOfWhy(standing, x, found.critical)) ??
    faultOfDangers(standing, x, found.threats)
  );
}

function faultOfClears(
  standing: Scene['standing'],
  x: number,
  clearing: readonly number[],
  said: Message,
): string | null {
  const { negotiation } = standing;
  if (said.key === 'essentials.several') {
    const { first, others } = firstOf(said, 'profiles');
    const ids = toName(standing, clearing, others).map((each) => at(negotiation.profiles, each).id);
    const right = first.every((title, k) => idOf(title) === ids[k]) && first.length + others === ids.length;
    const leading = idOf(text(said, 'leading')) === at(negotiation.profiles, x).id;
    return right && leading && number(said, 'count') === ids.length && ids.length > 1 ? null : said.key;
  }
  if (!isOf(standing, x, said)) return 'of another profile';
  if (said.key === 'essentials.one') return clearing.length === 1 ? null : said.key;
  const states = standing.profiles.filter(
    (each) => each !== standing.d && !rivalsIn(standing).includes(each),
  );
  const some = states.some((each) => verdictOf(standing, each) === 'clears');
  const right = inside(said, 'verdict').key === `verdictName.${verdictOf(standing, x)}`;
  const key = some ? 'essentials.noneButStates' : 'essentials.none';
  return said.key === key && clearing.length === 0 && right ? null : said.key;
}

function faultOfMargin(standing: Scene['standing'], x: number, said: Message): string | null {
  if (said.key === 'gap.missing')
    return verdictOf(standing, x) === 'clears' ? 'it clears' : faultOfMissing(standing, x, said);
  const gain = { key: 'reason.criticalGain', values: said.values };
  if (said.key !== 'essentials.margin' || verdictOf(standing, x) !== 'clears') return said.key;
  if (!supports(standing, x, 'necessary', inside(said, 'support'))) return 'other numbers';
  return faultOfWhy(standing, x, gain);
}

function faultOfDangers(standing: Scene['standing'], x: number, said: readonly Message[]): string | null {
  const { id } = at(standing.negotiation.profiles, x);
  // What was delivered is no danger any more.
  const open = standing.negotiation.guarantees.flatMap((each) => (each.delivered ? [] : [each.id]));
  const falling = leverageOf(standing).flatMap(({ guarantee, profiles }) =>
    open.includes(guarantee) && profiles.some((each) => each.id === id && falls(each)) ? [guarantee] : [],
  );
  if (falling.length > 0 !== said.some(({ key }) => key === 'essentials.guarantees')) return 'guarantees';
  for (const each of said) {
    if (each.key === 'essentials.guarantees') {
      const { first, others } = firstOf(each, 'names');
      const right = first.every((title, k) => guaranteeIn(title) === falling[k]);
      if (!right || first.length + others !== falling.length) return 'other guarantees';
      if (number(each, 'count') !== falling.length) return 'another number of guarantees';
    } else if (each.key === 'stability.temptation') {
      if (!isTempted(standing, x, each)) return 'nobody is tempted so';
    } else {
      const fault = faultOfThreats(standing, x, each);
      if (fault !== null) return fault;
    }
  }
  return null;
}

/** The nearest that does not clear, and by whose joining it would. */
function faultOfRunnerUp({ negotiation, standing }: Scene, { runnerUp }: Essentials): string | null {
  const behind = rivalsIn(standing).filter((x) => verdictOf(standing, x) !== 'clears');
  if (runnerUp === null) {
    const none = behind.every((x) => !isNearest(standing, x, behind) || isHopeless(standing, x));
    return none ? null : 'there is a runner-up';
  }
  const x = negotiation.profiles.findIndex(({ id }) => id === runnerUp.profile);
  if (!behind.includes(x) || !isNearest(standing, x, behind)) return 'another is nearer';
  const { side, stance, sentence } = runnerUp.flip;
  if (side !== 'joins' || stance !== 'necessary') return 'it would not clear';
  const sides = new Sides(standing, x, 'necessary', 'joins');
  return sides.faultOf(namedIn(negotiation, sentence, 'names'), 'count', text(sentence, 'points'));
}

function isHopeless(standing: Scene['standing'], x: number): boolean {
  return new Sides(standing, x, 'necessary', 'joins').hasNone();
}
