import type { EventOf } from '../events/event';
import { own, type Table, type Tracked } from '../state';
import type { Kernel } from './kernel';

/** Assessments and pledges: one of each for the same thing, in the place of the first. */

function said<T>(table: Table<Tracked<T>>, key: string, now: T | null): Tracked<T> {
  return { now, shown: own(table, key)?.shown ?? null };
}

export function threatAssessed(kernel: Kernel, { position, data }: EventOf<'threat.assessed'>): void {
  const key = `${data.stakeholder} ${data.profile} ${data.threat}`;
  kernel.threatAssessments[key] = said(kernel.threatAssessments, key, { ...data, position });
}

export function acuteRiskAssessed(kernel: Kernel, { position, data }: EventOf<'acuteRisk.assessed'>): void {
  const key = `${data.stakeholder} ${data.profile}`;
  kernel.acuteRisks[key] = said(kernel.acuteRisks, key, { ...data, position });
}

export function pledgeMade(kernel: Kernel, { position, data }: EventOf<'pledge.made'>): void {
  const key = `${data.stakeholder} ${data.profile}`;
  kernel.pledges[key] = said(kernel.pledges, key, { ...data, position });
}

export function pledgeWithdrawn(kernel: Kernel, { data }: EventOf<'pledge.withdrawn'>): void {
  const key = `${data.stakeholder} ${data.profile}`;
  kernel.pledges[key] = said(kernel.pledges, key, null);
}

/** When a round opens, what stands has been revealed: readers of a sealed round go on seeing that. */
export function revealStatements(kernel: Kernel): void {
  reveal(kernel.threatAssessments);
  reveal(kernel.acuteRisks);
  reveal(kernel.pledges);
}

function reveal<T>(table: { [key: string]: Tracked<T> }): void {
  for (const [key, { now }] of Object.entries(table)) {
    if (now === null) delete table[key];
    else table[key] = { now, shown: now };
  }
}
