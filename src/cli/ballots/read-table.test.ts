import { describe, expect, it } from 'vitest';
import type { NegotiationFile } from '@/negotiation/file/model';
import { readChunks } from './read-table';
import { Target } from './target';

const FILE: NegotiationFile = {
  format: 'parley-negotiation/1',
  title: 'A pause',
  rule: { members: { moreThan: '1/2' } },
  stakeholders: ['lab', '1', 'true'].map((id) => ({ id, name: `Stakeholder ${id}`, kind: 'other' })),
  profiles: [
    { id: 'race', title: 'Race', default: true },
    { id: 'pause', title: 'Pause' },
    { id: 'at', title: 'At once' },
  ],
};
const AT = '2026-01-02T10:00:00.000Z';

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function faultsOf(
  table: string | Uint8Array,
  ending: '.csv' | '.ndjson' = '.csv',
  target = new Target(FILE),
) {
  const bytes = typeof table === 'string' ? new TextEncoder().encode(table) : table;
  return readChunks({ name: `b${ending}`, ending }, () => once(bytes), target);
}

async function taken(table: string, ending: '.csv' | '.ndjson' = '.csv'): Promise<Target> {
  const target = new Target(FILE);
  expect(await faultsOf(table, ending, target)).toEqual([]);
  return target;
}

describe('the columns of a table', () => {
  it.each([
    ['', ['b.csv: line 1: has no columns']],
    [
      'race,pause',
      ['b.csv: line 1, stakeholder: the column is missing', 'b.csv: line 1, at: the column is missing'],
    ],
    [
      'stakeholder,at,colour',
      [
        'b.csv: line 1, colour: no profile has the id "colour"; besides ids of profiles a column is called stakeholder, at, provisional or abstain',
      ],
    ],
    ['stakeholder,at,race,race', ['b.csv: line 1, race: names column 4 as well as column 3']],
    ['stakeholder,at,race:low,race:high', ['b.csv: line 1, race:low: goes with race:best, which is missing']],
    [
      'stakeholder,at,race,race:low,race:best,race:high',
      ['b.csv: line 1, race: stands beside race:low; one of them is wanted'],
    ],
  ])('%j', async (header, faults) => {
    expect(await faultsOf(header)).toEqual(faults);
  });

  it('of a profile that is called like one of the ballot itself are its three ends', async () => {
    const target = await taken(`stakeholder,at,at:low,at:best,at:high\nlab,${AT},1,2,3\n`);
    expect(target.box.result({ basis: 'stated' }).pairs.possible[0]).toBeDefined();
    expect([...target.row.low]).toEqual([0, 0, 100]);
  });
});

describe('a row of comma-separated values', () => {
  const header = 'stakeholder,at,provisional,abstain,race,pause:low,pause:best,pause:high';
  it.each([
    ['nobody', `nobody,${AT},,,1,2,3,4`, ['stakeholder: no stakeholder has the id "nobody"']],
    ['nothing', `,,,,1,2,3,4`, ['stakeholder: is empty', 'at: is empty']],
    [
      'no instant',
      `lab,2026-02-30T10:00:00.000Z,,,1,2,3,4`,
      ['at: "2026-02-30T10:00:00.000Z" does not exist in the calendar'],
    ],
    [
      'no truth',
      `lab,${AT},yes,no,1,2,3,4`,
      ['provisional: "yes" is not true or false', 'abstain: "no" is not true or false'],
    ],
    [
      'no points',
      `lab,${AT},,,101,-1,3.125,x`,
      [
        'race: 101 is above 100',
        'pause:low: -1 is below 0',
        'pause:best: 3.125 has more than two decimals',
        'pause:high: "x" is not a number',
      ],
    ],
    ['a comma for the point', `lab,${AT},,,"1,5",2,3,4`, ['race: "1,5" is not a number']],
    ['a blank', `lab,${AT},,, 1,2,3,4`, ['race: " 1" is not a number']],
    ['a leading zero', `lab,${AT},,,01,2,3,4`, ['race: "01" is not a number']],
    [
      'digits past those of a double',
      `lab,${AT},,,99.99999999999999999999,2,3,4`,
      ['race: 99.99999999999999999999 has more than two decimals'],
    ],
    ['half a score', `lab,${AT},,,,2,,4`, ['pause:best: is empty, and the other ends of the score are not']],
    ['ends that cross', `lab,${AT},,,1,4,3,5`, ['pause:low: low 4 is above best 3']],
    ['ends that cross above', `lab,${AT},,,1,2,5,4`, ['pause:best: best 5 is above high 4']],
    [
      'no score',
      `lab,${AT},,,,,,`,
      ['stakeholder: no score; an abstention says true under abstain, whoever is silent has no row'],
    ],
    ['an abstention with scores', `lab,${AT},,true,1,,,`, ['race: an abstention has no scores']],
  ])('with %s', async (_, row, faults) => {
    expect(await faultsOf(`${header}\n${row}\n`)).toEqual(faults.map((fault) => `b.csv: line 2, ${fault}`));
  });

  it.each([
    ['too few cells', `lab,${AT},,,1`, 'has 5 cells, not 8 as the first line'],
    ['too many cells', `lab,${AT},,,1,2,3,4,5`, 'has 9 cells, not 8 as the first line'],
    [
      'a quote in the middle',
      `lab,${AT},,,1"2,2,3,4`,
      'quotes are amiss (INVALID_OPENING_QUOTE): a cell with a quote in it is quoted as a whole, each quote given twice',
    ],
    [
      'a quote that never ends',
      `lab,${AT},,,"1,2,3,4`,
      'quotes are amiss (CSV_QUOTE_NOT_CLOSED): a cell with a quote in it is quoted as a whole, each quote given twice',
    ],
  ])('with %s', async (_, row, fault) => {
    expect(await faultsOf(`${header}\n${row}\n`)).toEqual([`b.csv: line 2: ${fault}`]);
  });

  it('is told by the line that it begins on, blank lines and quoted line feeds counted', async () => {
    expect(await faultsOf(`${header}\r\n\r\n"lab\nlab",${AT},,,1,2,3,4\r\nlab,${AT},,,200,2,3,4`)).toEqual([
      'b.csv: line 3, stakeholder: no stakeholder has the id "lab\\nlab"',
      'b.csv: line 5, race: 200 is above 100',
    ]);
  });

  it('may be of a stakeholder whose id looks like a number or a truth, behind a byte order mark', async () => {
    const target = await taken(
      `\ufeff${header}\n1,${AT},false,false,1,2,3,4\n"true",${AT},true,,0,2,3,100\n`,
    );
    const result = target.box.result({ basis: 'stated' });
    expect([result.silent, result.provisional]).toEqual([['lab'], ['true']]);
  });

  it('that is not UTF-8 is refused', async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode(`${header}\nlab,${AT},,,1,2,3,4\nla`), 0xff]);
    expect(await faultsOf(bytes)).toEqual(['b.csv: line 3: is not UTF-8']);
  });

  it('is one of a hundred faults at most', async () => {
    expect(await faultsOf(`${header}\n${`lab,${AT},,,200,2,3,4\n`.repeat(300)}`)).toHaveLength(100);
  });
});

describe('a line of JSON', () => {
  const sound = { stakeholder: 'lab', at: AT, scores: { race: 1, pause: [2, 3, 4] } };
  it.each([
    [
      'what is no JSON',
      '{"stakeholder":"lab"',
      ', stakeholder: the end of the file where , or } should follow (line 3, column 21)',
    ],
    [
      'a key given twice',
      `{"stakeholder":"lab","at":"${AT}","scores":{"race":1,"race":2}}`,
      ', scores.race: key given twice',
    ],
    [
      'a ballot key given twice',
      `{"at":"${AT}","stakeholder":"lab","at":"${AT}","scores":{}}`,
      ', at: key given twice',
    ],
    [
      'a score above 100',
      JSON.stringify({ ...sound, scores: { race: 101 } }),
      ', scores.race: 101 is above 100',
    ],
    [
      'ends that cross',
      JSON.stringify({ ...sound, scores: { race: [3, 2, 4] } }),
      ', scores.race: low 3 is above best 2',
    ],
    [
      'nobody',
      JSON.stringify({ ...sound, stakeholder: 'x' }),
      ', stakeholder: no stakeholder has the id "x"',
    ],
    ['no profile', JSON.stringify({ ...sound, scores: { x: 1 } }), ', scores.x: no profile has the id "x"'],
    [
      'neither scores nor abstention',
      JSON.stringify({ stakeholder: 'lab', at: AT }),
      ': has none of scores, criteria, abstain',
    ],
  ])('with %s', async (_, line, fault) => {
    const faults = await faultsOf(`${JSON.stringify(sound)}\n \n${line}\n`, '.ndjson');
    expect(faults).toEqual([`b.ndjson: line 3${fault}`]);
  });

  it('may be a ballot that covers no profile', async () => {
    const target = await taken(`{"stakeholder":"lab","at":"${AT}","scores":{}}`, '.ndjson');
    expect(target.box.result({ basis: 'stated' }).silent).toEqual(['1', 'true']);
  });
});
