import type { NegotiationFile } from '@/negotiation/file/model';
import { call, castScores, inventNegotiation } from './invented';
import { BallotPage } from './pages/ballot-page';
import { expect, test } from './signed-in';

const FILE: NegotiationFile = {
  format: 'parley-negotiation/1',
  title: 'Behind seals',
  rule: { members: { atLeast: 2 } },
  stakeholders: [
    { id: 'north', name: 'North Labs', kind: 'lab' },
    { id: 'south', name: 'South Labs', kind: 'lab' },
  ],
  profiles: [
    { id: 'today', title: 'As today', default: true },
    { id: 'inspect', title: 'Inspect each other' },
  ],
};

test('behind seals the preview says nothing of verdicts, and later starts from the standing that was revealed', async ({
  open,
}) => {
  const facilitator = await open('facilitator');
  const north = await open('lab-aurora');
  const south = await open('cloud-equinox');
  const negotiation = await inventNegotiation(facilitator, FILE, [
    { page: north, stakeholder: 'north' },
    { page: south, stakeholder: 'south' },
  ]);
  const change = (procedure: string, rest: object) =>
    call(facilitator, procedure, { negotiation, idempotencyKey: crypto.randomUUID(), ...rest });
  await change('negotiation.setMode', { mode: 'sealed', public: false });
  await change('round.open', { deadline: null });
  await castScores(south, negotiation, 'south', { today: 40, inspect: 60 });
  await castScores(north, negotiation, 'north', { today: 50, inspect: 30 });
  const ballot = new BallotPage(north, negotiation);
  const better = async () => {
    await ballot.open();
    for (const end of ['high', 'best', 'low'] as const)
      await ballot.number('Inspect each other', end).fill('70');
  };

  await better();
  await expect(ballot.preview).toContainText('nothing is said here of verdicts');
  await expect(ballot.preview).toContainText('Inspect each other');
  await expect(ballot.preview).not.toContainText('becomes');

  await change('round.close', {});
  await change('round.open', { deadline: null });
  // What is sealed now is not told of: by it nothing would clear.
  await castScores(south, negotiation, 'south', { today: 40, inspect: 0 });
  await better();
  await expect(ballot.preview).toContainText(
    /stated basis Inspect each other: .*out of reach.* becomes .*clears/,
  );
  await expect(north.getByText('What others have cast in this round is hidden')).toBeVisible();
});
