import { describe, expect, it } from 'vitest';
import { readNegotiationFile } from './read';
import { showFault } from './show';
import { bytesOf, edited } from './testing/edited';

function linesOf(document: unknown): readonly string[] {
  const read = readNegotiationFile(document instanceof Uint8Array ? document : bytesOf(document));
  return read.ok ? [] : read.faults.map(showFault);
}

/** The example with `"race": 39` of the first ballot written as something else. */
function withRace(text: string): string {
  return JSON.stringify(edited()).replace('"race":39', `"race":${text}`);
}

describe('numbers are judged on their text', () => {
  it.each([
    '1.50',
    '7e1',
    '70.0',
    '15e-1',
    '0.00',
    '100.00',
    '0e5',
    '1.5e1',
    '0.00000000000000000',
    '1000e-1',
  ])('takes %s', (text) => {
    const read = readNegotiationFile(bytesOf(withRace(text)));
    expect(read.ok && read.file.ballots?.[0]).toMatchObject({ scores: { race: Number(text) } });
  });

  it.each([
    ['0.123', '0.123 has more than two decimals'],
    ['0.10000000000000000000001', '0.10000000000000000000001 has more than two decimals'],
    ['1e-400', '1e-400 has more than two decimals'],
    ['1e400', '1e400 is above 100'],
    ['-1e400', '-1e400 is below 0'],
    ['1e99999999999999999999', '1e99999999999999999999 is above 100'],
    ['-0', '-0 is a negative zero, not 0'],
    ['-0.0', '-0 is a negative zero, not 0'],
    ['-0e1', '-0e1 is a negative zero, not 0'],
    ['100.000000000000001', '100.000000000000001 has more than two decimals'],
    ['123456789012345678901234567890', '123456789012345678901234567890 is above 100'],
    [`1${'0'.repeat(100)}`, `1${'0'.repeat(59)}… is above 100`],
  ])('refuses %s', (text, message) => {
    expect(linesOf(withRace(text))).toEqual([`ballots[0].scores.race: ${message}`]);
  });

  it('takes an integer however it is written, and no other number', () => {
    const written = (text: string) => JSON.stringify(edited()).replace('"compute":410', `"compute":${text}`);
    expect(linesOf(written('41e1'))).toEqual([]);
    expect(linesOf(written('410.0'))).toEqual([]);
    const nothing = JSON.stringify(edited(['stakeholders/1/weights', undefined])).replace(
      '"compute":410',
      '"compute":0e1',
    );
    expect(linesOf(nothing)).toEqual(['rule: not even everyone together would be adequate under this rule']);
    expect(linesOf(nothing.replace('0e1', '1e0'))).toEqual([]);
    expect(linesOf(written('410.5e0'))).toEqual([
      'stakeholders[0].weights.compute: 410.5e0 is not an integer',
    ]);
    expect(linesOf(written('9007199254740993'))).toEqual([
      'stakeholders[0].weights.compute: 9007199254740993 is above 1000000000',
    ]);
  });
});

describe('what is not JSON is refused with its place', () => {
  it.each([
    ['', '$: ends where a value should stand (line 1, column 1)'],
    [' \n ', '$: ends where a value should stand (line 2, column 2)'],
    ['{"title": NaN}', 'title: NaN is not a JSON value (line 1, column 11)'],
    ['{"title": -Infinity}', 'title: -Infinity is not a JSON number (line 1, column 11)'],
    ['{"title": undefined}', 'title: undefined is not a JSON value (line 1, column 11)'],
    ["{'title': 1}", '$: "\'" where a key in double quotes should stand (line 1, column 2)'],
    ['{"title": 1,}', 'title: a comma before } (line 1, column 13)'],
    ['{"moves": [1,]}', 'moves[1]: a comma before ] (line 1, column 14)'],
    ['{"moves": [1 2]}', 'moves[1]: 2 where , or ] should follow (line 1, column 14)'],
    ['{"moves": [01]}', 'moves[0]: 01 is not a JSON number (line 1, column 12)'],
    ['{"moves": [+1]}', 'moves[0]: +1 is not a JSON value (line 1, column 12)'],
    ['{"moves": [.5]}', 'moves[0]: .5 is not a JSON value (line 1, column 12)'],
    ['{"moves": [5.]}', 'moves[0]: 5. is not a JSON number (line 1, column 12)'],
    ['{"moves": [0x1F]}', 'moves[0]: 0x1F is not a JSON number (line 1, column 12)'],
    ['{"moves": [1e]}', 'moves[0]: 1e is not a JSON number (line 1, column 12)'],
    ['{"title" 1}', 'title: 1 where : should follow the key (line 1, column 10)'],
    ['{"title": "a', 'title: ends inside a text (line 1, column 13)'],
    ['{"title": "a\nb"}', 'title: an unescaped control character in a text (line 1, column 13)'],
    ['{"title": "\\x41"}', 'title: \\x is not an escape of JSON (line 1, column 12)'],
    ['{"title": "\\u12g4"}', 'title: \\u is not an escape of JSON (line 1, column 12)'],
    ['{"title": 1', 'title: the end of the file where , or } should follow (line 1, column 12)'],
    ['{"title": 1]', 'title: "]" where , or } should follow (line 1, column 12)'],
    ['{} {}', '$: "{" after the end of the document (line 1, column 4)'],
    ['{"a": /* no */ 1}', 'a: "/" is not a JSON value (line 1, column 7)'],
    ['{"title": True}', 'title: True is not a JSON value (line 1, column 11)'],
    ['\ufeff{}', '$: starts with a byte order mark; JSON has none'],
  ])('%j', (text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });

  it.each([10_000, 1_000_000])('refuses a depth of %d without falling over', (depth) => {
    for (const text of ['['.repeat(depth), '{"a":'.repeat(depth)]) {
      const [line, ...more] = linesOf(text);
      expect(line).toMatch(/: nested more than 64 deep \(line 1, column \d+\)$/);
      expect(line?.length).toBeLessThan(500);
      expect(more).toEqual([]);
    }
  });

  it.each([
    [[0x22, 0xff, 0x22], '$: not UTF-8: 0xff at byte 1'],
    [[0x22, 0xc3], '$: not UTF-8: 0xc3 at byte 1'],
    [[0x22, 0xe2, 0x82, 0x22], '$: not UTF-8: 0xe2 at byte 1'],
    [[0x22, 0xed, 0xa0, 0x80, 0x22], '$: not UTF-8: 0xed at byte 1'],
    [[0x22, 0xc0, 0x80, 0x22], '$: not UTF-8: 0xc0 at byte 1'],
    [[0x22, 0xf0, 0x9f, 0x98, 0x80, 0xf4, 0x90, 0x80, 0x80], '$: not UTF-8: 0xf4 at byte 5'],
    [[0xff, 0xfe, 0x7b, 0x00], '$: not UTF-8: 0xff at byte 0'],
  ])('says where bytes %j stop being UTF-8', (bytes, line) => {
    expect(linesOf(Uint8Array.from(bytes))).toEqual([line]);
  });
});

describe('keys given twice', () => {
  it('are refused at every depth, and with the other faults', () => {
    const text = JSON.stringify(edited(['title', 1]))
      .replace('"race":39', '"race":39,"race":40,"race":41')
      .replace('"format"', '"rule":{},"format"')
      .replace('"dimension":"compute"', '"dimension":"compute","dimension":"compute"');
    expect(linesOf(text)).toEqual(
      [
        'rule: key given twice',
        'title: 1 is not a text',
        'rule.quota.dimension: key given twice',
        'ballots[0].scores.race: key given twice',
      ].sort((a, b) => order(a) - order(b)),
    );
    function order(line: string): number {
      return ['rule: ', 'rule.quota', 'title', 'ballots'].findIndex((start) => line.startsWith(start));
    }
  });

  it('are told even when they are __proto__', () => {
    expect(linesOf('{"__proto__":1,"__proto__":2}').slice(0, 2)).toEqual([
      '__proto__: key given twice',
      '__proto__: unknown key',
    ]);
  });

  it('are told in a rule node', () => {
    const text = JSON.stringify(edited()).replace('"rule":{', '"rule":{"quota":{},');
    expect(linesOf(text)).toEqual(['rule.quota: key given twice']);
  });
});
