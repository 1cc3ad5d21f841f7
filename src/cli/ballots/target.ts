import { BallotBox } from '@/core/ballot-box';
import type { Ballot } from '@/core/model';
import { Faults } from '@/negotiation/file/check';
import type { BallotFrame } from '@/negotiation/file/check-ballot';
import { instant } from '@/negotiation/file/check-scalars';
import type { FileBallot, NegotiationFile } from '@/negotiation/file/model';
import type { BallotSink } from '@/negotiation/file/read-apart';
import { ballotIn, toNegotiation } from '@/negotiation/file/to-negotiation';
import { countInThreads } from '../tally-threads';
import { Row } from './row';

/** Statements that decide nothing of which ballots count, and may stand behind them. */
const STATEMENTS = ['threats', 'threatAssessments', 'acuteRiskAssessments', 'pledges', 'moves'] as const;

/** Where the ballots of a file and of the table beside it go, and what they may name. */
export class Target implements BallotSink {
  readonly box: BallotBox;
  /** By id. */
  readonly stakeholders: ReadonlyMap<string, number>;
  readonly profiles: ReadonlyMap<string, number>;
  readonly frame: BallotFrame;
  readonly row: Row;
  /** How many ballots were cast. */
  ballots = 0;
  private readonly resolve: (ballot: FileBallot) => Ballot;
  private lastInstant = '';

  constructor(private readonly file: NegotiationFile) {
    this.box = new BallotBox(toNegotiation(file), countInThreads());
    this.stakeholders = new Map(file.stakeholders.map(({ id }, index) => [id, index]));
    this.profiles = new Map(file.profiles.map(({ id }, index) => [id, index]));
    this.frame = {
      profiles: new Map(file.profiles.map(({ id, relies }) => [id, new Set(relies)])),
      criteria: new Set((file.criteria ?? []).map(({ id }) => id)),
    };
    this.row = new Row(file.profiles.length);
    this.resolve = ballotIn(file);
  }

  /** Takes what the file says behind its ballots. */
  complete(file: NegotiationFile): void {
    const isNew = STATEMENTS.some((key) => (file[key] === undefined) !== (this.file[key] === undefined));
    if (isNew) this.box.complete(toNegotiation(file));
  }

  /** Casts a ballot as the file would hold it. */
  cast(ballot: FileBallot): void {
    this.ballots += 1;
    this.box.cast(this.resolve(ballot));
  }

  /** Casts the ballot that stands in `row`. */
  castRow(stakeholder: number, at: string): void {
    this.ballots += 1;
    this.box.castPlain(stakeholder, at, this.row);
  }

  isInstant(text: string): boolean {
    if (text === this.lastInstant) return true;
    const sound = instant(text, new Faults()) !== undefined;
    if (sound) this.lastInstant = text;
    return sound;
  }
}
