import type { FileProfile, RuleNode } from '@/negotiation/file/model';

/** What of a profile is edited; what is left empty is left out of the file. */
export interface ProfileParts {
  readonly title: string;
  readonly summary: string;
  readonly adoptable: boolean;
  readonly relies: readonly string[];
  readonly needs: RuleNode | null;
  readonly strategies: Readonly<Record<string, string>>;
}

/** The profile with some of its parts changed, as `profile.propose` takes it. */
export function changedProfile(profile: FileProfile, parts: Partial<ProfileParts>): FileProfile {
  const next: ProfileParts = {
    title: profile.title,
    summary: profile.summary ?? '',
    adoptable: profile.adoptable !== false,
    relies: profile.relies ?? [],
    needs: profile.needs ?? null,
    strategies: profile.strategies ?? {},
    ...parts,
  };
  const strategies = Object.entries(next.strategies).filter(([, strategy]) => strategy !== '');
  return {
    id: profile.id,
    title: next.title,
    ...(profile.default === true && { default: true }),
    ...(profile.amends !== undefined && { amends: profile.amends }),
    ...(next.summary !== '' && { summary: next.summary }),
    ...(!next.adoptable && { adoptable: false }),
    ...(next.relies.length > 0 && { relies: next.relies }),
    ...(next.needs !== null && { needs: next.needs }),
    ...(strategies.length > 0 && { strategies: Object.fromEntries(strategies) }),
  };
}
