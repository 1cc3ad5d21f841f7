import type { EventData } from '../events/catalogue';
import type { EventOf } from '../events/event';
import type { ProfileEntry } from '../state';
import { type Kernel, removeWhere, retire } from './kernel';

/** Profiles: proposed, admitted, refused, withdrawn (product.md §2). */

/** An edit keeps the profile's place and whether it was admitted. */
export function profileProposed(kernel: Kernel, event: EventOf<'profile.proposed'>): void {
  const { summary, ...profile } = event.data.profile;
  const index = kernel.profiles.findIndex((entry) => entry.profile.id === profile.id);
  const before = kernel.profiles[index];
  const entry: ProfileEntry = {
    profile,
    summary: summary === undefined ? null : { hash: summary },
    status: before?.status ?? 'proposed',
    proposedBy: { pseudonym: event.actor, stakeholder: event.data.stakeholder },
    openedIn: null,
  };
  if (before === undefined) kernel.profiles.push(entry);
  else kernel.profiles[index] = entry;
  if (profile.default === true) forgetThreatsOf(kernel, profile.id);
}

/** Newly admitted profiles come last, so that the places of the others stand. */
export function profileAdmitted(kernel: Kernel, data: EventData<'profile.admitted'>): void {
  const index = kernel.profiles.findIndex((entry) => entry.profile.id === data.profile);
  const entry = kernel.profiles[index];
  if (entry === undefined) return;
  const openedIn = entry.openedIn ?? (kernel.phase.kind === 'open' ? kernel.phase.round : null);
  const admitted: ProfileEntry = { ...entry, status: 'admitted', openedIn };
  if (entry.status === 'admitted') kernel.profiles[index] = admitted;
  else {
    kernel.profiles.splice(index, 1);
    kernel.profiles.push(admitted);
  }
  if (data.asDefault) becomeDefault(kernel, data.profile);
}

function becomeDefault(kernel: Kernel, id: string): void {
  kernel.profiles = kernel.profiles.map((entry) => {
    if (entry.profile.id === id) return { ...entry, profile: { ...entry.profile, default: true } };
    if (entry.profile.default !== true) return entry;
    const { default: _former, ...profile } = entry.profile;
    return { ...entry, profile };
  });
  forgetThreatsOf(kernel, id);
}

/** Threats are assessed against the default, never of it (negotiation-file.md). */
function forgetThreatsOf(kernel: Kernel, id: string): void {
  removeWhere(kernel.threatAssessments, (_, key) => key.split(' ')[1] === id);
}

/** What was said of it goes with it; ballots keep their scores of it, which count no longer. */
export function profileGone(kernel: Kernel, id: string): void {
  kernel.profiles = kernel.profiles.filter((entry) => entry.profile.id !== id);
  retire(kernel, 'profile', id);
  const ofIt = (_: unknown, key: string) => key.split(' ')[1] === id;
  removeWhere(kernel.threatAssessments, ofIt);
  removeWhere(kernel.acuteRisks, ofIt);
  removeWhere(kernel.pledges, ofIt);
  kernel.moves = kernel.moves?.filter(({ from, to }) => from !== id && to !== id) ?? null;
}
