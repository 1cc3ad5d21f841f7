import { criticalGain } from '../critical-gain';
import type { Gap, Members, Points, Stance } from '../model';
import { STANCES } from '../model';

/** One answer per profile and stance, worked out when it is first asked for. */
class Slots<T> {
  private readonly answers = new Map<number, T>();

  of(x: number, stance: Stance, make: () => T): T {
    const at = slot(x, stance);
    const kept = this.answers.get(at);
    // None of the answers is `undefined`.
    if (kept !== undefined) return kept;
    const made = make();
    this.answers.set(at, made);
    return made;
  }

  drop(x: number, stance: Stance): void {
    this.answers.delete(slot(x, stance));
  }
}

const slot = (x: number, stance: Stance) => x * STANCES.length + STANCES.indexOf(stance);

/**
 * What a result says of each profile against the default that takes a pass over the stakeholders, or a search. All of it
 * hangs on nothing but the frame and what `AgainstDefault` compares: it is asked anew only where that changed.
 */
export class KeptAnswers {
  /** @param findCriticalGain what a critical gain is found with: by selection, where nothing else is said */
  constructor(readonly findCriticalGain = criticalGain) {}

  readonly criticalGain = new Slots<Points | null>();
  readonly coalition = new Slots<Members>();
  readonly worseOff = new Slots<Members>();
  readonly criticalMembers = new Slots<Members | null>();
  readonly resilience = new Slots<number | { readonly atMost: number } | null>();
  readonly gap = new Slots<Gap | null>();
}
