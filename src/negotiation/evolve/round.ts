import { isAdequate } from '../coalition';
import type { EventOf } from '../events/event';
import type { Consent } from '../state';
import type { Kernel } from './kernel';
import { revealStatements } from './statement';

/** Rounds, deadlines, consents (product.md §2). */

export function roundOpened(kernel: Kernel, event: EventOf<'round.opened'>): void {
  const { round } = event.data;
  kernel.phase = { kind: 'open', round, deadline: null };
  kernel.rounds.push({
    round,
    opened: { position: event.position, at: event.at },
    deadline: null,
    closed: null,
  });
  kernel.profiles = kernel.profiles.map((entry) =>
    entry.status === 'admitted' && entry.openedIn === null ? { ...entry, openedIn: round } : entry,
  );
  kernel.entered = {};
  revealStatements(kernel);
  lapse(kernel);
}

export function deadlineSet(
  kernel: Kernel,
  event: EventOf<'deadline.set'> | EventOf<'round.extended'>,
): void {
  const { round, deadline } = event.data;
  kernel.phase = { kind: 'open', round, deadline };
  const last = kernel.rounds.pop();
  if (last) kernel.rounds.push({ ...last, deadline });
}

export function roundClosed(kernel: Kernel, event: EventOf<'round.closed'>): void {
  const { position, at } = event;
  const { round, effectiveAt } = event.data;
  kernel.phase = { kind: 'closed', round };
  const last = kernel.rounds.pop();
  if (last) kernel.rounds.push({ ...last, closed: { position, at, effectiveAt } });
  kernel.entered = {};
  kernel.owes = [{ kind: 'result', position }];
}

export function concluded(kernel: Kernel, event: EventOf<'negotiation.concluded'>): void {
  const { position, at } = event;
  const { profile, reason } = event.data;
  const round = kernel.phase.kind === 'closed' ? kernel.phase.round : 0;
  kernel.phase = { kind: 'concluded', round, profile };
  kernel.conclusion = { profile, reason, position, at };
  const adopted = kernel.profiles.find((entry) => entry.profile.id === profile);
  for (const [stakeholder, strategy] of Object.entries(adopted?.profile.strategies ?? {})) {
    kernel.commitments[stakeholder] = { strategy, reports: [], disputes: [] };
  }
  lapse(kernel);
  kernel.owes = [{ kind: 'result', position }];
}

export function consentAsked(kernel: Kernel, { position, data }: EventOf<'consent.asked'>): void {
  kernel.consents.push({ position, change: data.change, note: data.note, words: {}, status: 'asked' });
}

/**
 * The newest word of each stakeholder counts. Once those who consent are adequate under the rule as it stands, the
 * log owes the change, and the other questions lapse: they were asked about a frame that is no more.
 */
export function consentAnswered(
  kernel: Kernel,
  { data }: EventOf<'consent.given'> | EventOf<'consent.refused'>,
  word: 'given' | 'refused',
): void {
  const index = kernel.consents.findIndex(({ position }) => position === data.consent);
  const consent = kernel.consents[index];
  if (consent === undefined) return;
  const answered: Consent = { ...consent, words: { ...consent.words, [data.stakeholder]: word } };
  kernel.consents[index] = answered;
  if (word === 'refused' || !isAdequate(kernel, consentingTo(answered))) return;
  lapse(kernel);
  kernel.consents[index] = { ...answered, status: 'adopted' };
  kernel.owes = [{ kind: 'change', change: consent.change }];
}

/** Who consents at present. */
function consentingTo({ words }: Consent): ReadonlySet<string> {
  return new Set(Object.keys(words).filter((id) => words[id] === 'given'));
}

function lapse(kernel: Kernel): void {
  kernel.consents = kernel.consents.map((consent) =>
    consent.status === 'asked' ? { ...consent, status: 'lapsed' } : consent,
  );
}
