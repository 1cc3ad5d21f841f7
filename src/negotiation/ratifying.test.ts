import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { readNegotiationFile } from './file/read';
import { toNegotiation } from './file/to-negotiation';
import { ratifying } from './ratifying';

const stakeholders = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, kind: 'lab' as const }));

it('strikes round by round, since one who is struck may take others along', () => {
  const pledges = [
    { stakeholder: 'a', condition: null },
    { stakeholder: 'b', condition: { includes: ['c'] } },
    { stakeholder: 'c', condition: { includes: ['d'] } },
  ];
  expect(ratifying({ stakeholders }, pledges)).toEqual({
    standing: ['a'],
    struck: [
      { stakeholder: 'c', round: 1 },
      { stakeholder: 'b', round: 2 },
    ],
  });
});

it('keeps conditions that hold one another up', () => {
  const pledges = [
    { stakeholder: 'a', condition: { includes: ['b'] } },
    { stakeholder: 'b', condition: { members: { atLeast: 2 } } },
  ];
  expect(ratifying({ stakeholders }, pledges)).toEqual({ standing: ['a', 'b'], struck: [] });
});

const EXAMPLES = 'src/core/examples';
const files = readdirSync(EXAMPLES).filter((name) => /^[a-z-]+(-\d+)?\.json$/.test(name));

it.each(files)('agrees with the result of %s', (name) => {
  const read = readNegotiationFile(readFileSync(`${EXAMPLES}/${name}`));
  if (!read.ok) throw new Error('no negotiation file');
  const { file } = read;
  const { profiles } = aggregate(toNegotiation(file), { basis: 'stated' });
  for (const { id, ratifiers } of profiles) {
    const pledges = (file.pledges ?? []).filter(({ profile }) => profile === id);
    const { standing } = ratifying(
      file,
      pledges.map(({ stakeholder, if: condition = null }) => ({ stakeholder, condition })),
    );
    const inOrder = file.stakeholders.map((each) => each.id).filter((each) => standing.includes(each));
    expect(inOrder).toEqual(ratifiers);
  }
});
