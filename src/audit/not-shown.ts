/** What verification leaves open, and whoever hears "yes" is told with it (ledger.md §4). */
export interface NotShown {
  readonly code:
    | 'pseudonyms'
    | 'refused-ballots'
    | 'second-history'
    | 'key'
    | 'unopened-results'
    | 'newer-receipt'
    | 'no-older-checkpoint';
  readonly text: string;
}

const ALWAYS: readonly NotShown[] = [
  { code: 'pseudonyms', text: 'that a pseudonym is a real delegate' },
  { code: 'refused-ballots', text: 'that a ballot which the server refused was sent' },
  {
    code: 'second-history',
    text: 'that there is no second history, shown to others (that needs witnesses or another copy)',
  },
];

export interface Open {
  readonly keyGiven: boolean;
  readonly sinceGiven: boolean;
  /** Positions of results that private ballots without their openings kept from being recomputed. */
  readonly unopenedResults: readonly number[];
  /** The most events that a receipt's checkpoint has beyond the bundle. */
  readonly eventsBeyond: number;
}

export function notShown({ keyGiven, sinceGiven, unopenedResults, eventsBeyond }: Open): NotShown[] {
  const found: NotShown[] = [...ALWAYS];
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

function listed(positions: readonly number[]): string {
  const shown = positions.slice(0, 5).join(', ');
  const rest = positions.length - 5;
  return `position ${shown}${rest > 0 ? ` and ${rest} more` : ''}`;
}
