import { type Message, message } from '../explain/message';
import type { NegotiationFile } from '../file/model';
import { validateNegotiation } from '../file/read';
import { showFault } from '../file/show';
import { namesStakeholder } from '../rule-names';
import { withBallot } from './moved-ballot';
import type { Scenario, ScenarioChange } from './scenario';

export interface Sandbox {
  readonly file: NegotiationFile;
  /**
   * The same with the ballots that count on the informed basis, which a recommendation asks for whatever the basis
   * (aggregation.md §5); `null` where those of the file are these.
   */
  readonly informed: NegotiationFile | null;
  /** The guarantee that is supposed to fail. */
  readonly failed: string | null;
}

export type Applied =
  | { readonly ok: true; readonly sandbox: Sandbox }
  /** `at`: the place of the change that does not fit; `null` where they do not fit together. */
  | { readonly ok: false; readonly at: number | null; readonly refusal: Message };

/** Makes the changes one after another, and says of the first that does not fit the negotiation why. */
export function apply(
  start: NegotiationFile,
  changes: Scenario,
  informed: NegotiationFile | null = null,
): Applied {
  let sandbox: Sandbox = { file: start, informed, failed: null };
  for (const [at, change] of changes.entries()) {
    const refusal = faultOf(sandbox, change);
    if (refusal !== null) return { ok: false, at, refusal };
    sandbox = after(sandbox, change);
  }
  if (changes.length === 0) return { ok: true, sandbox };
  const judged = validateNegotiation(sandbox.file);
  if (judged.ok) return { ok: true, sandbox };
  const [fault] = judged.faults;
  const told = fault === undefined ? '' : showFault(fault);
  return { ok: false, at: null, refusal: message('refused.together', { fault: told }) };
}

function has(list: readonly { readonly id: string }[] | undefined, id: string): boolean {
  return list?.some((each) => each.id === id) === true;
}

/** Why a change cannot be made; `null` where it can. */
function faultOf({ file, failed }: Sandbox, change: ScenarioChange): Message | null {
  if (change.kind === 'rule') return null;
  if (change.kind === 'guarantee') {
    if (!has(file.guarantees, change.guarantee))
      return message('refused.guarantee', { id: change.guarantee });
    return change.to === 'failed' && failed !== null ? message('refused.oneFails') : null;
  }
  const { stakeholder } = change;
  if (change.kind === 'in') {
    return has(file.stakeholders, stakeholder) ? message('refused.taken', { id: stakeholder }) : null;
  }
  if (!has(file.stakeholders, stakeholder)) return message('refused.stakeholder', { id: stakeholder });
  if ('profile' in change && !has(file.profiles, change.profile))
    return message('refused.profile', { id: change.profile });
  if (change.kind === 'weight' && !has(file.dimensions, change.dimension))
    return message('refused.dimension', { id: change.dimension });
  if (change.kind !== 'out') return null;
  const rules = [file.rule, ...file.profiles.flatMap(({ needs }) => needs ?? [])];
  const name = file.stakeholders.find(({ id }) => id === stakeholder)?.name ?? stakeholder;
  return rules.some((rule) => namesStakeholder(rule, stakeholder))
    ? message('refused.named', { name })
    : null;
}

function after({ file, informed, failed }: Sandbox, change: ScenarioChange): Sandbox {
  return {
    file: changedFile(file, change),
    informed: informed && changedFile(informed, change),
    failed: change.kind === 'guarantee' && change.to === 'failed' ? change.guarantee : failed,
  };
}

function changedFile(file: NegotiationFile, change: ScenarioChange): NegotiationFile {
  switch (change.kind) {
    case 'score':
    case 'end':
    case 'silent':
      return withBallot(file, change);
    case 'weight':
      return {
        ...file,
        stakeholders: file.stakeholders.map((each) =>
          each.id === change.stakeholder
            ? { ...each, weights: { ...each.weights, [change.dimension]: change.weight } }
            : each,
        ),
      };
    case 'rule':
      return { ...file, rule: change.rule };
    case 'out':
      return withoutStakeholder(file, change.stakeholder);
    case 'in': {
      const { stakeholder: id, name, of: kind, weights } = change;
      return { ...file, stakeholders: [...file.stakeholders, { id, name, kind, weights }] };
    }
    case 'guarantee': {
      const delivered = change.to === 'delivered';
      const guarantees = (file.guarantees ?? []).map((each) =>
        each.id === change.guarantee ? { ...each, delivered } : each,
      );
      return { ...file, guarantees };
    }
  }
}

/** It takes along its ballot, pledges and assessments, and so do pledges of others whose condition names it. */
function withoutStakeholder(file: NegotiationFile, id: string): NegotiationFile {
  const others = <T extends { readonly stakeholder: string }>(list: readonly T[]) =>
    list.filter(({ stakeholder }) => stakeholder !== id);
  return {
    ...file,
    stakeholders: file.stakeholders.filter((each) => each.id !== id),
    profiles: file.profiles.map((profile) => {
      if (profile.strategies === undefined) return profile;
      const strategies = Object.entries(profile.strategies).filter(([stakeholder]) => stakeholder !== id);
      return { ...profile, strategies: Object.fromEntries(strategies) };
    }),
    ...(file.ballots && { ballots: others(file.ballots) }),
    ...(file.threatAssessments && { threatAssessments: others(file.threatAssessments) }),
    ...(file.acuteRiskAssessments && { acuteRiskAssessments: others(file.acuteRiskAssessments) }),
    ...(file.pledges && {
      pledges: others(file.pledges).filter((pledge) => !pledge.if || !namesStakeholder(pledge.if, id)),
    }),
    ...(file.moves && { moves: others(file.moves) }),
  };
}
