import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { frame as compile } from '@/core/frame';
import { BASES, type Negotiation, type Rule } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { runs } from '@/core/testing/property-runs';
import type { NegotiationFile } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { redactResult } from '@/negotiation/standing-access';
import { fileOf } from '@/negotiation/testing/file-of';
import { rendered, textOf } from '../../testing/rendered';
import { EssentialFacts } from '../essentials';
import { StandingPicture } from '../standing-picture';
import { StandingSentence } from '../standing-sentence';
import { AcuteRisk } from './acute-risk';
import { Aids } from './aids';
import { askedOf } from './asked';
import { ProfileBars } from './bar/profile-bars';
import { Bargaining } from './bargaining/bargaining';
import { Leverage } from './leverage';
import { MembersTable } from './members-table';
import { Pairs } from './pairs/pairs';
import { Pareto } from './pareto/pareto';
import { ParetoStatuses } from './pareto/pareto-statuses';
import { ProfileReasons, VerdictWords } from './profile-reasons';
import { Ratification } from './ratification';
import { Stability } from './stability/stability';
import { ThreatsGrid } from './threats-grid';
import { VerdictTable } from './verdict-table';

/**
 * product.md §2, "who is in a coalition, gains by stakeholder: private never": two stakeholders who weigh the same and
 * are named by no rule have each said what the other has in another world. Nothing that is shown tells the two apart.
 */
it('a private negotiation tells nobody who says what, in no picture and no sentence', () => {
  let compared = 0;
  fc.assert(
    fc.property(negotiations(), fc.constantFrom(...BASES), (drawn, basis) => {
      const n = drawn.stakeholders.length;
      if (n < 2 || names(drawn, 0) || names(drawn, 1)) return;
      const twins = twinned(drawn);
      const [one, other] = [fileOf(twins), fileOf(swapped(twins))];
      const [shown, there] = [page(one, basis), page(other, basis)];
      expect(there).toEqual(shown);
      if (JSON.stringify(one.ballots) !== JSON.stringify(other.ballots)) compared += 1;
      for (const { id } of twins.stakeholders.slice(0, 2)) {
        for (const part of shown) expect(part).not.toContain(`Name of ${id}`);
      }
    }),
    runs(60),
  );
  expect(compared).toBeGreaterThan(15);
});

const READER = { signedIn: true, roles: ['delegate'], stakeholders: [] } as const;
const PATH = '/n/n/results';

/** All that the pages show of a standing, but for power, which follows from the rule alone. */
function page(file: NegotiationFile, basis: (typeof BASES)[number]): readonly string[] {
  const negotiation = toNegotiation(file);
  const result = redactResult(aggregate(negotiation, { basis }), { mode: 'private' }, READER);
  const compiled = compile(negotiation);
  const asked = askedOf({ basis });
  const of = { result, frame: file };
  const pairs = { ...of, detail: null, asked, negotiation: 'n', position: 1, path: PATH };
  const parts = [
    <StandingSentence key="sentence" {...of} />,
    <EssentialFacts key="essentials" {...of} flips={() => null} root="/n/n" />,
    <StandingPicture key="picture" {...of} />,
    <VerdictTable key="verdicts" {...of} />,
    <Pairs key="pairs" {...pairs} />,
    <Pareto key="pareto" {...pairs} />,
    <ParetoStatuses key="statuses" {...of} />,
    <ThreatsGrid key="threats" {...of} />,
    <AcuteRisk key="acute" {...of} />,
    <Ratification key="ratification" {...of} />,
    <Aids key="aids" {...of} />,
    <Bargaining key="bargaining" frame={file} detail={null} asked={asked} path={PATH} />,
    <Stability key="stability" {...of} detail={null} asked={asked} path={PATH} />,
    <Leverage key="leverage" {...of} />,
    ...result.profiles.flatMap((profile) => [
      <VerdictWords key={`verdict ${profile.id}`} {...of} profile={profile.id} />,
      <ProfileReasons
        key={`why ${profile.id}`}
        {...of}
        profile={profile.id}
        onResults={{ flips: null, root: '/n/n' }}
      />,
      <MembersTable key={`members ${profile.id}`} profile={profile} frame={file} />,
      ...(profile.verdict === 'default'
        ? []
        : [
            <ProfileBars
              key={`bars ${profile.id}`}
              {...of}
              compiled={compiled}
              profile={profile}
              detail={null}
            />,
          ]),
    ]),
  ];
  return parts.map((part) => textOf(rendered(part, file)));
}

/**
 * The first two weigh the same, as the heavier does, since no dimension may be without weight; and they may not move:
 * whoever can is told by the profiles.
 */
function twinned(drawn: Negotiation): Negotiation {
  const [one, other] = drawn.stakeholders;
  const weights = (one?.weights ?? []).map((weight, d) => Math.max(weight, other?.weights[d] ?? 0));
  return {
    ...drawn,
    stakeholders: drawn.stakeholders.map((each, i) => (i < 2 ? { ...each, weights } : each)),
    profiles: drawn.profiles.map((profile) => ({ ...profile, strategies: new Map() })),
    moves: [],
  };
}

/** The first two have said what the other has. */
function swapped(negotiation: Negotiation): Negotiation {
  const turn = <T extends { readonly stakeholder: number }>(list: readonly T[]) =>
    list.map((each) => (each.stakeholder < 2 ? { ...each, stakeholder: 1 - each.stakeholder } : each));
  return {
    ...negotiation,
    acknowledgements: turn(negotiation.acknowledgements),
    ballots: turn(negotiation.ballots),
    threatAssessments: turn(negotiation.threatAssessments),
    acuteRiskAssessments: turn(negotiation.acuteRiskAssessments),
    pledges: turn(negotiation.pledges),
  };
}

/** Whether something that everyone may read names the stakeholder. */
function names({ rule, profiles, pledges }: Negotiation, i: number): boolean {
  const inRule = (node: Rule | null): boolean => {
    if (node === null) return false;
    if (node.kind === 'allOf' || node.kind === 'anyOf') return node.nodes.some(inRule);
    return node.kind === 'includes' && node.stakeholders.includes(i);
  };
  return (
    inRule(rule) ||
    profiles.some(({ needs }) => inRule(needs)) ||
    pledges.some(({ condition }) => inRule(condition))
  );
}
