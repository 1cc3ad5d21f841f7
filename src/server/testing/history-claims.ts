/** Whether a history bears out what its members sent and were told: every fault as a sentence. Linear. */
import { canonicalJson } from '@/ledger/canonical';
import { type Event, isJson } from '@/negotiation/events/event';
import type { Change, Claim } from './stubborn-client';

export interface ClientLog {
  readonly who: string;
  readonly claims: readonly Claim[];
}

/** What a change appends, in this order; `ballot.unsealed` as often as there are seals. */
const EVENTS_OF: { readonly [C in Change]: RegExp } = {
  'ballot.cast': /^(ballot\.cast|ballot\.abstained|ballot\.sealed) /,
  'profile.propose': /^profile\.proposed /,
  'profile.admit': /^profile\.admitted /,
  'round.open': /^round\.opened /,
  'round.close': /^(ballot\.unsealed )*round\.closed result\.computed /,
};

/**
 * Positions have no gap; whatever was acknowledged stands where it was said to, once; and from `start` on nothing
 * stands that was not acknowledged to the one who asked, or whose asking had no answer at first and a refusal later: the
 * first try may then have been carried out after the second was refused. To be called once all have been answered.
 */
export function faultsAgainst(
  events: readonly Event[],
  start: number,
  clients: readonly ClientLog[],
): string[] {
  const faults = events.flatMap(({ position }, i) =>
    position === i ? [] : [`position ${i} is missing: ${position} stands there`],
  );
  const claimed = new Map<number, { readonly who: string; readonly claim: Claim }>();
  const open: { readonly who: string; readonly claim: Claim }[] = [];
  for (const { who, claims } of clients) {
    for (const claim of claims) {
      if (claim.told.kind !== 'done') {
        if (claim.told.mayYetBe) open.push({ who, claim });
        continue;
      }
      const { position } = claim.told;
      const other = claimed.get(position);
      if (other !== undefined)
        faults.push(`${position} was told to ${other.who} and to ${who} (${claim.key})`);
      if (position >= events.length) faults.push(`${position}, told to ${who} (${claim.key}), is missing`);
      if (position < start) faults.push(`${position}, told to ${who} (${claim.key}), is of before`);
      claimed.set(position, { who, claim });
    }
  }
  const actors = new Map<string, string>();
  for (let position = start; position < events.length; ) {
    const [event] = events.slice(position, position + 1);
    if (event === undefined) break;
    // The longest is a close of every seal of the negotiation; joined, types compare as a text.
    const types = events.slice(position, position + 100).map(({ type }) => `${type} `);
    const told = claimed.get(position) ?? taken(open, event, types.join(''));
    if (told === undefined) {
      faults.push(`${event.type} at ${position} was acknowledged to nobody: it is there twice, or unasked`);
      position += 1;
      continue;
    }
    const { who, claim } = told;
    const match = EVENTS_OF[claim.procedure].exec(types.join(''))?.[0];
    if (match === undefined || !says(event, claim)) {
      faults.push(`${event.type} at ${position} is not what ${who} asked (${claim.key}: ${claim.procedure})`);
    }
    const appended = match === undefined ? 1 : match.split(' ').length - 1;
    for (const { actor, position: at } of events.slice(position, position + appended)) {
      const known = actors.get(who) ?? actor;
      actors.set(who, known);
      if (actor !== known) faults.push(`${at} is by ${actor}, and ${who} is ${known}`);
    }
    position += appended;
  }
  return faults;
}

/** Takes off the list whoever asked for the event: what was asked once may stand once. */
function taken<T extends { readonly claim: Claim }>(open: T[], event: Event, types: string): T | undefined {
  const i = open.findIndex(({ claim }) => EVENTS_OF[claim.procedure].test(types) && says(event, claim));
  return i < 0 ? undefined : open.splice(i, 1)[0];
}

/** As far as the event tells it: a seal's receipt tells the rest. */
function says(event: Event, { input }: Claim): boolean {
  switch (event.type) {
    case 'ballot.cast':
      return (
        event.data.stakeholder === input['stakeholder'] &&
        isEqual(event.data.ballot, { scores: input['scores'] })
      );
    case 'ballot.abstained':
      return event.data.stakeholder === input['stakeholder'] && input['abstain'] === true;
    case 'ballot.sealed':
      return event.data.stakeholder === input['stakeholder'];
    case 'profile.proposed':
      return event.data.stakeholder === input['stakeholder'] && isEqual(event.data.profile, input['profile']);
    case 'profile.admitted':
      return event.data.profile === input['profile'];
    default:
      return true;
  }
}

function isEqual(a: unknown, b: unknown): boolean {
  return isJson(a) && isJson(b) && canonicalJson(a) === canonicalJson(b);
}
