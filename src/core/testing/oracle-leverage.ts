import { type LeverageProfile, type LeverageRow, STANCES, type Stance } from '../model';
import { verdictBy, verdictOf } from './oracle-bar';
import { coalitionOf } from './oracle-coalitions';
import { fraction } from './oracle-fraction';
import { plainScore, type Score } from './oracle-scores';
import { strictly } from './oracle-stances';
import { at, byStance, type Standing } from './oracle-standing';

/** i's score of x∖g (§7); what was left out is the worst case, or `asStated` i's own score of x. */
function scoreWithout(standing: Standing, i: number, x: number, g: number, asStated: boolean): Score {
  const stated = statedWithout(standing, i, x, g);
  if (stated !== null) return stated;
  const own = standing.score(i, x);
  return asStated ? own : { low: fraction(0), best: null, high: own.high };
}

function statedWithout(standing: Standing, i: number, x: number, g: number): Score | null {
  const triple = at(standing.ballots, i)?.without.get(x)?.get(g);
  return triple === undefined ? null : plainScore(triple);
}

/** Whether A_x accepts C^s(x∖g, d). */
function accepted(standing: Standing, stance: Stance, x: number, g: number, asStated: boolean): boolean {
  const { d, stakeholders } = standing;
  const coalition = coalitionOf(
    stakeholders.filter((i) =>
      strictly(stance, scoreWithout(standing, i, x, g, asStated), standing.score(i, d)),
    ),
  );
  return standing.bringsAbout(x, coalition);
}

export function isPivotal(standing: Standing, stance: Stance, x: number, g: number): boolean {
  return (
    standing.bringsAbout(x, standing.preferring(stance, x, standing.d)) &&
    !accepted(standing, stance, x, g, false)
  );
}

function isFirm(standing: Standing, stance: Stance, x: number, g: number): boolean {
  return isPivotal(standing, stance, x, g) && !accepted(standing, stance, x, g, true);
}

function profileRow(standing: Standing, x: number, g: number): LeverageProfile {
  return {
    id: at(standing.negotiation.profiles, x).id,
    stated: standing.stakeholders.filter((i) => statedWithout(standing, i, x, g) !== null).length,
    verdict: verdictOf(standing, x),
    without: verdictBy((stance) => accepted(standing, stance, x, g, false)),
    pivotal: byStance((stance) => isPivotal(standing, stance, x, g)),
    firm: byStance((stance) => isFirm(standing, stance, x, g)),
  };
}

/** The six counts by which §7 ranks, the weightiest first. */
function counts(row: LeverageRow): readonly number[] {
  return [
    ...STANCES.map((stance) => row.profiles.filter((profile) => profile.firm[stance]).length),
    ...STANCES.map((stance) => row.profiles.filter((profile) => profile.pivotal[stance]).length),
  ];
}

function rank(a: LeverageRow, b: LeverageRow): number {
  const mine = counts(a);
  const theirs = counts(b);
  for (const [k, count] of mine.entries()) {
    if (count !== theirs[k]) return at(theirs, k) - count;
  }
  return a.guarantee < b.guarantee ? -1 : 1;
}

export function leverageOf(standing: Standing): readonly LeverageRow[] {
  const { negotiation, profiles } = standing;
  return negotiation.guarantees
    .map(({ id }, g) => ({
      guarantee: id,
      profiles: profiles
        .filter((x) => at(negotiation.profiles, x).relies.includes(g))
        .map((x) => profileRow(standing, x, g)),
    }))
    .sort(rank);
}
