import { LONGEST_LINE, linesIn } from '@/audit/lines';
import { Faults, type Outcome, run } from '@/negotiation/file/check';
import { fileBallot } from '@/negotiation/file/check-ballot';
import type { FileBallot } from '@/negotiation/file/model';
import { parseJson } from '@/negotiation/file/parse-json';
import { decodeUtf8 } from '@/negotiation/file/utf8';
import { QuickBallots } from './quick-ballot';
import type { RowFaults } from './row-faults';
import type { TableReader } from './table-reader';
import type { Target } from './target';

/** Reads a table of which each line is a ballot of the negotiation file, as JSON. */
export class NdjsonReader implements TableReader {
  private line = 0;
  private readonly quick: QuickBallots;
  private readonly check: ReturnType<typeof fileBallot>;

  constructor(
    private readonly target: Target,
    private readonly faults: RowFaults,
  ) {
    this.quick = new QuickBallots(target);
    this.check = fileBallot(target.frame, target.stakeholders);
  }

  take(block: Uint8Array): void {
    for (const line of linesIn(block)) {
      if (this.faults.full) return;
      this.line += 1;
      if (!isBlank(line) && !this.quick.cast(line)) this.judge(line);
    }
  }

  end(): void {}

  /** The slow way, which alone knows what is wrong. */
  private judge(line: Uint8Array): void {
    const read = this.read(line);
    if (read.ok) this.target.cast(read.value);
    else for (const { path, message } of read.faults) this.faults.add(at(this.line, path), message);
  }

  private read(line: Uint8Array): Outcome<FileBallot> {
    const decoded =
      line.length > LONGEST_LINE
        ? { ok: false as const, message: `is longer than ${LONGEST_LINE} bytes` }
        : decodeUtf8(line);
    if (!decoded.ok) return { ok: false, faults: [{ path: '$', message: decoded.message }] };
    const parsed = parseJson(decoded.text, this.line);
    if (!parsed.ok) return { ok: false, faults: [parsed.fault] };
    return run(this.check, parsed.value, new Faults('', parsed.duplicates));
  }
}

function at(line: number, path: string): string {
  return path === '$' ? `line ${line}` : `line ${line}, ${path}`;
}

/** White space of JSON alone. */
function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
