import type { BallotFrame, Form } from './form';
import { ownScore } from './own-score';

/** Profiles held equally good, in the frame's order. */
export type Tier = readonly string[];

/**
 * An order of profiles with ties, the best first, divided by today: the default, and what is held as good as it. What
 * is in no tier is left out of the ballot.
 */
export interface Ranking {
  readonly better: readonly Tier[];
  readonly today: Tier;
  readonly worse: readonly Tier[];
}

/** Where a profile is put: alone before the tier of that index (counted over all of them), or with those in it. */
export type Spot = { readonly kind: 'before' | 'with'; readonly tier: number } | { readonly kind: 'out' };

/** All tiers from the best to the worst, and which of them is today's. */
export function tiersOf({ better, today, worse }: Ranking): { tiers: readonly Tier[]; at: number } {
  return { tiers: [...better, today, ...worse], at: better.length };
}

/** Takes a profile out of where it stands and puts it elsewhere. The default stays: it is what divides. */
export function place(ranking: Ranking, profile: string, spot: Spot, base: string): Ranking {
  if (profile === base) return ranking;
  const { tiers } = tiersOf(ranking);
  const put = tiers.flatMap((tier, index): readonly Tier[] => {
    const others = tier.filter((id) => id !== profile);
    if (spot.kind === 'with' && spot.tier === index) return [[...others, profile]];
    return spot.kind === 'before' && spot.tier === index ? [[profile], others] : [others];
  });
  const last: readonly Tier[] = spot.kind === 'before' && spot.tier >= tiers.length ? [[profile]] : [];
  return divided([...put, ...last], base);
}

/**
 * One step up or down, as by a key: a profile that shares its tier leaves it for a place of its own beside it, and one
 * that stands alone joins the next tier. So every order with ties can be reached. At the end nothing happens.
 */
export function step(ranking: Ranking, profile: string, by: -1 | 1, base: string): Ranking {
  const { tiers } = tiersOf(ranking);
  const from = tiers.findIndex((tier) => tier.includes(profile));
  const tier = tiers[from];
  if (tier === undefined) return ranking;
  if (tier.length > 1) {
    return place(ranking, profile, { kind: 'before', tier: by < 0 ? from : from + 1 }, base);
  }
  const to = from + by;
  return to < 0 || to >= tiers.length ? ranking : place(ranking, profile, { kind: 'with', tier: to }, base);
}

/** The order that a form's best guesses are in. */
export function rankingOf(form: Form, frame: BallotFrame, base: string): Ranking {
  const best = new Map(
    frame.profiles.flatMap(({ id }) => {
      const row = form.rows[id];
      const own = row === undefined ? null : ownScore(row, form);
      return own === null ? [] : [[id, own.ends[1]] as const];
    }),
  );
  const levels = [...new Set(best.values())].sort((a, b) => b - a);
  const tiers = levels.map((level) => [...best].flatMap(([id, at]) => (at === level ? [id] : [])));
  return divided(best.has(base) ? tiers : [[base]], base);
}

function divided(tiers: readonly Tier[], base: string): Ranking {
  const full = tiers.filter((tier) => tier.length > 0);
  const at = full.findIndex((tier) => tier.includes(base));
  return { better: full.slice(0, at), today: full[at] ?? [base], worse: full.slice(at + 1) };
}
