import type {
  AggregateOptions,
  AggregationResult,
  Exact,
  Negotiation,
  PairRow,
  ProfileResult,
  Stance,
} from '../model';
import { aidsOf } from './oracle-aids';
import { againstDefault, verdictOf } from './oracle-bar';
import { membersOf, sizeOf, weightOf } from './oracle-coalitions';
import { isPivotal, leverageOf } from './oracle-leverage';
import { dominates, dominators, isEfficient, isInCore, isWeaklyEfficient } from './oracle-pareto';
import { powerOf } from './oracle-power';
import { ratifiersOf } from './oracle-ratification';
import { stabilityOf } from './oracle-stability';
import { at, byStance, type Standing, standingOn } from './oracle-standing';
import { acuteRiskOf, threatsOf } from './oracle-threats';

/**
 * The whole of aggregation.md once more, by brute force over coalitions, subsets and definitions, for n ≤ 16 or
 * so. It exists to be compared with `aggregate`; nothing but tests may import it.
 */
export function oracle(negotiation: Negotiation, options: AggregateOptions): AggregationResult {
  const standing = standingOn(negotiation, options.basis);
  const informed = standingOn(negotiation, 'informed');
  const ids = (members: readonly number[]): readonly string[] =>
    members.map((i) => at(negotiation.stakeholders, i).id);
  return {
    format: 'parley-aggregation/1',
    basis: options.basis,
    silent: ids(membersOf(standing.silent)),
    provisional: ids(standing.stakeholders.filter((i) => at(standing.ballots, i)?.provisional === true)),
    pairs: byStance((stance) => pairsOf(standing, stance)),
    profiles: standing.profiles.map((x) => profileResult(standing, informed, x)),
    aids: byStance((stance) => aidsOf(standing, stance)),
    leverage: leverageOf(standing),
    ...(options.power === true ? { power: powerOf(negotiation) } : {}),
  };
}

function pairsOf(standing: Standing, stance: Stance): readonly PairRow[] {
  const { negotiation, profiles } = standing;
  const id = (x: number): string => at(negotiation.profiles, x).id;
  return profiles.flatMap((x) =>
    profiles
      .filter((y) => y !== x)
      .map((y) => {
        const coalition = standing.preferring(stance, x, y);
        const weights: Record<string, Exact> = {};
        for (const [k, dimension] of negotiation.dimensions.entries()) {
          weights[dimension] = exact(weightOf(negotiation, coalition, k));
        }
        return {
          over: id(x),
          under: id(y),
          members: sizeOf(coalition),
          weights,
          adequate: standing.bringsAbout(x, coalition),
        };
      }),
  );
}

function exact(value: bigint): Exact {
  return value <= 2n ** 53n - 1n ? Number(value) : `${value}`;
}

function isRecommended(informed: Standing, x: number): boolean {
  const profile = at(informed.negotiation.profiles, x);
  const { threats } = threatsOf(informed.negotiation, x);
  return (
    profile.adoptable &&
    verdictOf(informed, x) === 'clears' &&
    (threats === 'no-worse' || threats === 'safer') &&
    !profile.relies.some(
      (g) => !at(informed.negotiation.guarantees, g).delivered && isPivotal(informed, 'necessary', x, g),
    )
  );
}

const OF_THE_DEFAULT = {
  criticalGain: null,
  coalition: null,
  worseOff: null,
  criticalMembers: null,
  resilience: null,
  gap: null,
} as const;

function profileResult(standing: Standing, informed: Standing, x: number): ProfileResult {
  const { negotiation, d } = standing;
  const isDefault = x === d;
  const bar = isDefault ? OF_THE_DEFAULT : againstDefault(standing, x);
  const threats = isDefault ? { threats: null, threatForms: null } : threatsOf(negotiation, x);
  const ratifiers = ratifiersOf(standing, x);
  return {
    id: at(negotiation.profiles, x).id,
    verdict: isDefault ? 'default' : verdictOf(standing, x),
    criticalGain: bar.criticalGain,
    efficient: byStance((stance) => isEfficient(standing, stance, x)),
    weaklyEfficient: byStance((stance) => isWeaklyEfficient(standing, stance, x)),
    core: byStance((stance) => isInCore(standing, stance, x)),
    unanimous: isDefault ? null : byStance((stance) => dominates(standing, stance, x, d)),
    dominatedBy: byStance((stance) =>
      dominators(standing, stance, x).map((y) => at(negotiation.profiles, y).id),
    ),
    coalition: bar.coalition,
    worseOff: bar.worseOff,
    criticalMembers: bar.criticalMembers,
    resilience: bar.resilience,
    gap: bar.gap,
    threats: threats.threats,
    threatForms: threats.threatForms,
    recommended: !isDefault && isRecommended(informed, x),
    acuteRisk: acuteRiskOf(negotiation, x),
    ratifiers: membersOf(ratifiers).map((i) => at(negotiation.stakeholders, i).id),
    ratified: standing.bringsAbout(x, ratifiers),
    stability: stabilityOf(standing, x),
  };
}
