import type { LostBefore } from './lost-before';
import type { Witnessed } from './witnesses';

/** What verification leaves open, and whoever hears "yes" is told with it (ledger.md §4). */
export interface NotShown {
  readonly code:
    | 'pseudonyms'
    | 'refused-ballots'
    | 'second-history'
    | 'second-history-beyond'
    | 'lost-before-epoch'
    | 'key'
    | 'unopened-results'
    | 'newer-receipt'
    | 'no-older-checkpoint';
  readonly text: string;
  /** The number of events up to which something else is known, where the code is about what comes after. */
  readonly size?: number;
}

const ALWAYS: readonly NotShown[] = [
  { code: 'pseudonyms', text: 'that a pseudonym is a real delegate' },
  { code: 'refused-ballots', text: 'that a ballot which the server refused was sent' },
];

export interface Open {
  readonly keyGiven: boolean;
  readonly sinceGiven: boolean;
  /** Positions of results that private ballots without their openings kept from being recomputed. */
  readonly unopenedResults: readonly number[];
  /** The most events that a receipt's checkpoint has beyond the bundle. */
  readonly eventsBeyond: number;
  /** What the witnesses that were asked for vouch for. */
  readonly witnessed: readonly Witnessed[];
  readonly lost: readonly LostBefore[];
}

export function notShown(open: Open): NotShown[] {
  const { keyGiven, sinceGiven, unopenedResults, eventsBeyond, witnessed, lost } = open;
  const found: NotShown[] = [...ALWAYS, secondHistory(witnessed)];
  if (lost.length > 0) {
    const each = lost.map(
      ({ epoch, position, signed }) =>
        `before epoch ${epoch}, which begins at position ${position}: a checkpoint of ${signed} events had been signed`,
    );
    found.push({
      code: 'lost-before-epoch',
      text: `what had been acknowledged and was lost ${each.join('; ')}`,
    });
  }
  if (!keyGiven) {
    found.push({
      code: 'key',
      text: 'whose key it is: the key is the bundle’s own word (give the one that you trust with --key)',
    });
  }
  if (!sinceGiven) {
    found.push({
      code: 'no-older-checkpoint',
      text: 'that this is the history that was signed before (give an older checkpoint with --since)',
    });
  }
  if (unopenedResults.length > 0) {
    found.push({
      code: 'unopened-results',
      text: `that the results at ${listed(unopenedResults)} are right: they count private ballots that the bundle does not open`,
    });
  }
  if (eventsBeyond > 0) {
    found.push({
      code: 'newer-receipt',
      text: `that the history went on as a receipt saw it: its checkpoint has ${eventsBeyond} more events than the bundle`,
    });
  }
  return found;
}

/**
 * A witness that keeps its word cosigns one history of a log. So two auditors who ask the same one cannot be shown
 * different events, as far as it cosigned: the farthest of several counts, as one that is honest is enough.
 */
function secondHistory(witnessed: readonly Witnessed[]): NotShown {
  if (witnessed.length === 0) {
    return {
      code: 'second-history',
      text: 'that there is no second history, shown to others (no cosignature was asked for: give witnesses with --witness, or compare with another copy)',
    };
  }
  const size = Math.max(...witnessed.map((each) => each.size));
  const each = witnessed.map((one) => `${one.name} for the first ${one.size} events`).join(', ');
  return {
    code: 'second-history-beyond',
    text: `that there is no second history after the first ${size} events, or shown to who asks no witness; up to there this is the only one that a witness vouches for: ${each}`,
    size,
  };
}

function listed(positions: readonly number[]): string {
  const shown = positions.slice(0, 5).join(', ');
  const rest = positions.length - 5;
  return `position ${shown}${rest > 0 ? ` and ${rest} more` : ''}`;
}
