import { canonicalJson } from '@/ledger/canonical';
import type { EventOf } from '../events/event';
import { validateAdequacyRule } from '../file/validate-rule';
import { refuse, refuseFaults } from '../refusals';
import { namesDimension, namesStakeholder } from '../rule-names';
import { assertNever, type NegotiationState } from '../state';
import { first, type Judgement, unless } from './judgement';
import { allKnown, distinctIds, fresh, known, profileOf } from './references';
import { ruleFrameOf } from './rule-frame';

/** Dimensions, stakeholders, the rule; criteria, guarantees, moves: what each edit may refer to (aggregation.md §1). */

const MOST = { dimensions: 8, stakeholders: 1_000_000, criteria: 16, guarantees: 64 } as const;

function room(state: NegotiationState, kind: keyof typeof MOST): Judgement {
  return unless(state[kind].length < MOST[kind], 'bound.most', { kind, most: MOST[kind] });
}

function judgeDimensionAdded(state: NegotiationState, { data }: EventOf<'dimension.added'>): Judgement {
  return first(
    () => fresh(state, 'dimension', data.dimension.id),
    () => room(state, 'dimensions'),
    () => allKnown(state, 'stakeholder', Object.keys(data.weights)),
  );
}

function judgeDimensionRemoved(
  state: NegotiationState,
  { data: { id } }: EventOf<'dimension.removed'>,
): Judgement {
  return first(
    () => known(state, 'dimension', id),
    () => unless(state.rule === null || !namesDimension(state.rule, id), 'used.rule', { id }),
    () => unusedByNeeds(state, id, (needs) => namesDimension(needs, id)),
  );
}

type Needs = Parameters<typeof namesDimension>[0];

function unusedByNeeds(state: NegotiationState, id: string, names: (needs: Needs) => boolean): Judgement {
  const user = state.profiles.find(({ profile }) => profile.needs !== undefined && names(profile.needs));
  return unless(user === undefined, 'used.needs', { id, profile: user?.profile.id ?? '' });
}

function judgeStakeholderAdded(
  state: NegotiationState,
  { data: { stakeholder } }: EventOf<'stakeholder.added'>,
): Judgement {
  return first(
    () => fresh(state, 'stakeholder', stakeholder.id),
    () => room(state, 'stakeholders'),
    () => allKnown(state, 'dimension', Object.keys(stakeholder.weights ?? {})),
  );
}

function judgeStakeholderChanged(
  state: NegotiationState,
  { data: { stakeholder } }: EventOf<'stakeholder.changed'>,
): Judgement {
  return first(
    () => known(state, 'stakeholder', stakeholder.id),
    () => allKnown(state, 'dimension', Object.keys(stakeholder.weights ?? {})),
  );
}

function judgeStakeholderRemoved(
  state: NegotiationState,
  { data: { id } }: EventOf<'stakeholder.removed'>,
): Judgement {
  return first(
    () => known(state, 'stakeholder', id),
    () => unless(state.rule === null || !namesStakeholder(state.rule, id), 'used.rule', { id }),
    () => unusedByNeeds(state, id, (needs) => namesStakeholder(needs, id)),
  );
}

/** A rule that is adequate for nobody, or not for all, cannot be saved (aggregation.md §2). */
function judgeRuleSet(state: NegotiationState, { data }: EventOf<'rule.set'>): Judgement {
  const judged = validateAdequacyRule(data.rule, ruleFrameOf(state));
  return judged.ok ? null : refuseFaults('rule.faults', judged.faults);
}

/** The first row of product.md §2's table: what only consent changes once round 1 has opened. */
type FrameEvent =
  | EventOf<'dimension.added'>
  | EventOf<'dimension.changed'>
  | EventOf<'dimension.removed'>
  | EventOf<'stakeholder.added'>
  | EventOf<'stakeholder.changed'>
  | EventOf<'stakeholder.removed'>
  | EventOf<'rule.set'>;

export function judgeFrame(state: NegotiationState, event: FrameEvent): Judgement {
  switch (event.type) {
    case 'dimension.added':
      return judgeDimensionAdded(state, event);
    case 'dimension.changed':
      return known(state, 'dimension', event.data.dimension.id);
    case 'dimension.removed':
      return judgeDimensionRemoved(state, event);
    case 'stakeholder.added':
      return judgeStakeholderAdded(state, event);
    case 'stakeholder.changed':
      return judgeStakeholderChanged(state, event);
    case 'stakeholder.removed':
      return judgeStakeholderRemoved(state, event);
    case 'rule.set':
      return judgeRuleSet(state, event);
    default:
      return assertNever(event);
  }
}

export function judgeCriterionAdded(
  state: NegotiationState,
  { data }: EventOf<'criterion.added'>,
): Judgement {
  return first(
    () => fresh(state, 'criterion', data.criterion.id),
    () => room(state, 'criteria'),
  );
}

type Guarantee = EventOf<'guarantee.added'>['data']['guarantee'];

function soundGuarantee(state: NegotiationState, { threats = [] }: Guarantee): Judgement {
  return first(
    () => allKnown(state, 'threat', threats),
    () => distinctIds(threats),
  );
}

export function judgeGuaranteeAdded(
  state: NegotiationState,
  { data: { guarantee } }: EventOf<'guarantee.added'>,
): Judgement {
  return first(
    () => fresh(state, 'guarantee', guarantee.id),
    () => room(state, 'guarantees'),
    () => soundGuarantee(state, guarantee),
  );
}

export function judgeGuaranteeChanged(
  state: NegotiationState,
  { data: { guarantee } }: EventOf<'guarantee.changed'>,
): Judgement {
  return first(
    () => known(state, 'guarantee', guarantee.id),
    () => soundGuarantee(state, guarantee),
    () => {
      if (state.phase.kind !== 'concluded') return null;
      const before = state.guarantees.find(({ id }) => id === guarantee.id);
      const same = before !== undefined && essence(before) === essence(guarantee);
      return unless(same, 'guarantee.delivered-only');
    },
  );
}

/** All of a guarantee but whether it is delivered. */
function essence({
  id,
  title,
  kind,
  holds,
  threats,
}: Guarantee | NegotiationState['guarantees'][number]): string {
  return canonicalJson({ id, title, kind, holds, threats });
}

export function judgeGuaranteeRemoved(
  state: NegotiationState,
  { data: { id } }: EventOf<'guarantee.removed'>,
): Judgement {
  const user = state.profiles.find(({ profile }) => profile.relies?.includes(id));
  return first(
    () => known(state, 'guarantee', id),
    () => unless(user === undefined, 'used.relies', { id, profile: user?.profile.id ?? '' }),
  );
}

export function judgeMovesSet(state: NegotiationState, { data }: EventOf<'moves.set'>): Judgement {
  const moves = data.moves ?? [];
  return first(
    () =>
      allKnown(
        state,
        'stakeholder',
        moves.map(({ stakeholder }) => stakeholder),
      ),
    () =>
      allKnown(
        state,
        'profile',
        moves.flatMap(({ from, to }) => [from, to]),
      ),
    () => distinctIds(moves.map(({ stakeholder, from, to }) => `${stakeholder}: ${from} → ${to}`)),
    () => {
      const still = moves.findIndex(({ from, to }) => from === to);
      if (still < 0) return null;
      return refuseFaults('moves.faults', [{ path: `moves[${still}].to`, message: 'a move goes elsewhere' }]);
    },
  );
}

/** A default relies on nothing, needs nobody and is adoptable (negotiation-file.md). */
export function judgeBare(state: NegotiationState, id: string): Judgement {
  const profile = profileOf(state, id)?.profile;
  if (profile === undefined) return refuse('unknown.id', { kind: 'profile', id });
  return unless(isBare(profile), 'profile.default-bare', { id });
}

export function isBare(profile: {
  readonly relies?: readonly string[];
  readonly needs?: unknown;
  readonly adoptable?: boolean;
}): boolean {
  return (profile.relies ?? []).length === 0 && profile.needs === undefined && profile.adoptable !== false;
}
