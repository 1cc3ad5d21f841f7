import type { AssessmentView, ThreatChange } from '@/negotiation/threat-view';

/** What a stakeholder says of one threat of one profile: as it stands, or as it is being written. */
export type Said = Pick<AssessmentView, 'change' | 'reason' | 'evidence'>;

/** Another change in a cell; the reason and the evidence stay as they were. */
export function saying(change: ThreatChange, before: Said | undefined): Said {
  return { reason: null, evidence: null, ...before, change };
}

/** The place of a cell; neither id has a space in it. */
export type CellKey = `${string} ${string}`;

export function cellKey(profile: string, threat: string): CellKey {
  return `${profile} ${threat}`;
}

export const STEPS = [-3, -2, -1, 0, 1, 2, 3] as const;

/** One step, all of the interval. */
export function point(step: number): ThreatChange {
  return [step, step, step];
}

/** The interval stretched to a step: its lower end where the step is below the best guess, else its higher one. */
export function stretched([low, best, high]: ThreatChange, step: number): ThreatChange {
  return step <= best ? [step, best, high] : [low, best, step];
}

/** A best guess moved; the ends give way only as far as they must. */
export function withBest([low, , high]: ThreatChange, best: number): ThreatChange {
  return [Math.min(low, best), best, Math.max(high, best)];
}

export function sameChange(a: ThreatChange, b: ThreatChange): boolean {
  return a.every((step, index) => step === b[index]);
}

export function stepText(step: number): string {
  return step > 0 ? `+${step}` : step < 0 ? `−${-step}` : '0';
}

/** “−1”, or “−2 … +1 (0)” with the best guess last. */
export function changeText([low, best, high]: ThreatChange): string {
  return low === high ? stepText(best) : `${stepText(low)} … ${stepText(high)} (${stepText(best)})`;
}
