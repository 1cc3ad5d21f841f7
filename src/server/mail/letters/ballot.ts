/** Letters to the delegates of a stakeholder about its ballots (ledger.md §2 and §4). They never say what a ballot says. */
import { own } from '@/negotiation/state';
import { namesIn } from '../../db/pseudonyms';
import { ballotReceipt } from '../../use-cases/ballot/receipt';
import type { Attachment } from '../letter';
import { words } from '../words';
import { aboutEvent, type Scene, stakeholderName } from './scene';

/** With the receipt, and in it what a seal opens to: it goes to the stakeholder's own delegates alone. */
export const ballotTaken = aboutEvent(
  ['ballot.cast', 'ballot.abstained', 'ballot.sealed', 'ballot.confirmed'],
  async (scene, event) => {
    const { viewer } = scene.scope;
    if (!viewer.stakeholders.includes(event.data.stakeholder)) return null;
    const { title, state, context } = scene;
    const stakeholder = stakeholderName(state, event.data.stakeholder);
    const { position } = event;
    const said = {
      isMe: event.actor === scene.scope.pseudonym ? 'yes' : 'no',
      who: await nameOf(scene, event.actor),
      stakeholder,
      at: scene.when(event.at),
    };
    const attachments = context.occasion === 'mail' ? await receipt(scene, position) : [];
    return {
      subject: words('ballotTaken.subject', { title, stakeholder }),
      body: [
        {
          text: words(event.type === 'ballot.confirmed' ? 'ballotTaken.confirmed' : 'ballotTaken.cast', said),
        },
        {
          text: words(attachments.length > 0 ? 'ballotTaken.receipt' : 'ballotTaken.receiptOnSite', {
            position,
            title,
          }),
        },
        { text: words('ballotTaken.otherwise') },
        scene.link('ballot'),
      ],
      attachments,
    };
  },
);

/** Only while it still waits. */
export const ballotEntered = aboutEvent(['ballot.entered'], async (scene, event) => {
  const { title, state } = scene;
  const { stakeholder: id } = event.data;
  const waits = own(state.entered, id)?.position === event.position;
  if (!waits || !scene.scope.viewer.stakeholders.includes(id)) return null;
  const stakeholder = stakeholderName(state, id);
  return {
    subject: words('ballotEntered.subject', { title, stakeholder }),
    body: [
      {
        text: words('ballotEntered.says', {
          who: await nameOf(scene, event.actor),
          at: scene.when(event.at),
          stakeholder,
        }),
      },
      scene.link('ballot'),
    ],
  };
});

async function receipt(scene: Scene, position: number): Promise<Attachment[]> {
  const scope = await scene.as('ballot.receipt');
  const answer = scope && (await ballotReceipt(scope, { position }));
  if (!answer?.ok) return [];
  return [
    {
      filename: `receipt-${scene.log}-${position}.json`,
      contentType: 'application/json',
      content: `${JSON.stringify(answer.value)}\n`,
    },
  ];
}

async function nameOf({ context, log }: Scene, pseudonym: string): Promise<string> {
  return (await namesIn(context.store, log)).get(pseudonym) ?? words('somebody');
}
