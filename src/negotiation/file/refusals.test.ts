import { describe, expect, it } from 'vitest';
import { readNegotiationFile, validateNegotiation } from './read';
import { showFault } from './show';
import { bytesOf, edited } from './testing/edited';
import { FRAME_REFUSALS } from './testing/frame-refusals';
import { STATEMENT_REFUSALS } from './testing/statement-refusals';

function linesOf(read: ReturnType<typeof readNegotiationFile>): readonly string[] {
  return read.ok ? [] : read.faults.map(showFault);
}

describe('a negotiation file with something wrong in it', () => {
  it.each(
    [...FRAME_REFUSALS, ...STATEMENT_REFUSALS].map(([edits, ...lines]) => [lines[0], edits, lines] as const),
  )('%s', (_, edits, lines) => {
    expect(linesOf(readNegotiationFile(bytesOf(edited(...edits))))).toEqual(lines);
    expect(linesOf(validateNegotiation(edited(...edits)))).toEqual(lines);
  });

  it('tells all faults at once, in the order of the document', () => {
    const document = edited(
      ['pledges/0/profile', 'x'],
      ['title', 1],
      ['ballots/0/scores/race', 101],
      ['rule', 0],
      ['ballots/1/at', 2],
    );
    expect(linesOf(readNegotiationFile(bytesOf(document)))).toEqual([
      'title: 1 is not a text',
      'rule: 0 is not an object',
      'ballots[0].scores.race: 101 is above 100',
      'ballots[1].at: 2 is not an instant of the form 2026-01-31T12:00:00.000Z',
      'pledges[0].profile: no profile has the id "x"',
    ]);
  });

  it('tells the first hundred', () => {
    const document = edited(
      ['moves', Array.from({ length: 300 }, () => 'none')],
      ['acuteRiskAssessments/0/ends', 400],
    );
    const lines = linesOf(readNegotiationFile(bytesOf(document)));
    expect(lines).toHaveLength(100);
    expect(lines[0]).toBe('acuteRiskAssessments[0].ends: 400 is above 100');
    expect(lines[99]).toBe('moves[98]: "none" is not an object');
  });

  it.each([null, 7, 'x', [], true])('refuses %j as a document', (document) => {
    expect(linesOf(validateNegotiation(document))).toHaveLength(1);
  });

  it('refuses NaN and the infinities where JSON was read already', () => {
    expect(linesOf(validateNegotiation(edited(['ballots/0/scores/race', Number.NaN])))).toEqual([
      'ballots[0].scores.race: NaN is not a number',
    ]);
    expect(
      linesOf(validateNegotiation(edited(['stakeholders/0/weights/compute', Number.POSITIVE_INFINITY]))),
    ).toEqual(['stakeholders[0].weights.compute: Infinity is not a number']);
  });

  it('does not fall over a rule ten thousand deep that was read already', () => {
    let rule: unknown = { includes: ['lab-a'] };
    for (let depth = 0; depth < 10_000; depth += 1) rule = { allOf: [rule] };
    expect(linesOf(validateNegotiation(edited(['rule', rule])))).toEqual([
      `rule${'.allOf[0]'.repeat(8)}: a node 9 deep is above 8`,
    ]);
  });
});
