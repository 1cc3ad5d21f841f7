import type {
  Fault,
  FileStakeholder,
  NegotiationFile,
  RuleNode,
  StakeholderKind,
} from '@/negotiation/file/model';
import { validateAdequacyRule } from '@/negotiation/file/validate-rule';
import { ruleFrameOf } from '@/negotiation/rules/rule-frame';
import type { FrameChange } from '@/negotiation/state';
import { idFrom } from './id-from';

/** The common changes of a frame that a facilitator asks consent for (product.md §2), as a form holds them. */
export const CHANGE_KINDS = ['weight', 'add', 'remove', 'rule', 'default'] as const;
type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface FrameChangeForm {
  readonly kind: ChangeKind;
  readonly stakeholder: string;
  readonly name: string;
  readonly of: StakeholderKind;
  /** As typed, by dimension. */
  readonly weights: Readonly<Record<string, string>>;
  /** As it is being built: it may have faults. */
  readonly rule: RuleNode;
  readonly profile: string;
}

type Frame = Pick<NegotiationFile, 'stakeholders' | 'dimensions' | 'profiles' | 'rule'>;

export function startChange(frame: Frame): FrameChangeForm {
  const [first] = frame.stakeholders;
  return {
    kind: 'weight',
    stakeholder: first?.id ?? '',
    name: '',
    of: 'other',
    weights: weightsOf(first, frame),
    rule: frame.rule,
    profile: defaultsOf(frame)[0]?.id ?? '',
  };
}

/** What a stakeholder holds, as the fields show it. */
export function weightsOf(stakeholder: FileStakeholder | undefined, frame: Frame): Record<string, string> {
  return Object.fromEntries(
    (frame.dimensions ?? []).map(({ id }) => [id, String(stakeholder?.weights?.[id] ?? 0)]),
  );
}

/** What could become the default: it relies on nothing, needs nobody and can be adopted. */
export function defaultsOf({ profiles }: Frame) {
  return profiles.filter(
    (profile) =>
      profile.default !== true &&
      (profile.relies ?? []).length === 0 &&
      profile.needs === undefined &&
      profile.adoptable !== false,
  );
}

/** The change that the form describes; `null` while it describes none, or what stands already. */
export function changeOf(form: FrameChangeForm, frame: Frame): FrameChange | null {
  const stakeholder = frame.stakeholders.find(({ id }) => id === form.stakeholder);
  switch (form.kind) {
    case 'weight': {
      const weights = readWeights(form, frame);
      if (stakeholder === undefined || weights === null || sameWeights(stakeholder, weights)) return null;
      return { type: 'stakeholder.changed', data: { stakeholder: { ...stakeholder, weights } } };
    }
    case 'add': {
      const weights = readWeights(form, frame);
      const name = form.name.trim();
      if (weights === null || name === '') return null;
      const id = idFrom(name, new Set(frame.stakeholders.map((each) => each.id)));
      return { type: 'stakeholder.added', data: { stakeholder: { id, name, kind: form.of, weights } } };
    }
    case 'remove':
      return stakeholder === undefined ? null : { type: 'stakeholder.removed', data: { id: stakeholder.id } };
    case 'rule':
      if (JSON.stringify(form.rule) === JSON.stringify(frame.rule)) return null;
      if (faultsOfRule(form.rule, frame).length > 0) return null;
      return { type: 'rule.set', data: { rule: form.rule } };
    case 'default':
      if (!defaultsOf(frame).some(({ id }) => id === form.profile)) return null;
      return { type: 'profile.admitted', data: { profile: form.profile, asDefault: true } };
  }
}

/** Why a rule could not be the negotiation's: adequate for nobody, not for all, or of no sound form. */
export function faultsOfRule(rule: RuleNode, { stakeholders, dimensions = [] }: Frame): readonly Fault[] {
  const judged = validateAdequacyRule(rule, ruleFrameOf({ stakeholders, dimensions }));
  return judged.ok ? [] : judged.faults;
}

const MOST = 1_000_000_000;

function readWeights(form: FrameChangeForm, { dimensions = [] }: Frame): Record<string, number> | null {
  const read = dimensions.map(({ id }): [string, number] => [id, readWeight(form.weights[id] ?? '')]);
  return read.every(([, weight]) => !Number.isNaN(weight)) ? Object.fromEntries(read) : null;
}

/** A whole number from 0 to 10⁹ (aggregation.md §1). */
function readWeight(text: string): number {
  const digits = text.replaceAll(/[\s,'’]/g, '');
  if (!/^\d{1,10}$/.test(digits)) return Number.NaN;
  const weight = Number(digits);
  return weight <= MOST ? weight : Number.NaN;
}

function sameWeights({ weights = {} }: FileStakeholder, next: Readonly<Record<string, number>>): boolean {
  return Object.entries(next).every(([id, weight]) => (weights[id] ?? 0) === weight);
}
