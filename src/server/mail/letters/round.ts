/** Letters to everyone about rounds and their deadlines. */
import type { NegotiationState, RoundEntry } from '@/negotiation/state';
import { unacknowledged } from '../../use-cases/negotiation/next-steps';
import { getStanding } from '../../use-cases/standing/get';
import type { Part } from '../letter';
import { words } from '../words';
import { aboutEvent, profileTitle, type Scene } from './scene';

export const roundOpened = aboutEvent(['round.opened'], (scene, event) => {
  const { title, state, scope } = scene;
  const { round } = event.data;
  const { stakeholders } = scope.viewer;
  const deadline = entryOf(state, round)?.deadline ?? null;
  const briefings = new Set(stakeholders.flatMap((id) => unacknowledged(state, id)));
  const titles = state.briefings.filter(({ id }) => briefings.has(id)).map((briefing) => briefing.title);
  return {
    subject: words('roundOpened.subject', { title, round }),
    body: [
      { text: words('roundOpened.says', { round, title, at: scene.when(event.at) }) },
      {
        text:
          deadline === null
            ? words('roundOpened.noDeadline')
            : words('roundOpened.until', { deadline: scene.when(deadline) }),
      },
      { text: words(MODE[state.mode]) },
      ...(stakeholders.length === 0
        ? [scene.link('negotiation')]
        : [
            { text: words('roundOpened.cast', { stakeholders: scene.namesOf(stakeholders) }) },
            ...(titles.length === 0
              ? []
              : [{ text: words('roundOpened.briefings') }, { list: titles }, scene.link('briefings')]),
            scene.link('ballot'),
          ]),
    ],
  };
});

const MODE = {
  open: 'roundOpened.modeOpen',
  sealed: 'roundOpened.modeSealed',
  private: 'roundOpened.modePrivate',
} as const;

/** With the standing at the close or since, as far as its reader may see it. */
export const roundClosed = aboutEvent(['round.closed'], async (scene, event) => {
  const { title } = scene;
  const { round, effectiveAt } = event.data;
  return {
    subject: words('roundClosed.subject', { title, round }),
    body: [
      { text: words('roundClosed.says', { round, title, at: scene.when(effectiveAt) }) },
      ...(await standing(scene, event.position)),
      scene.link('results'),
    ],
  };
});

async function standing(scene: Scene, from: number): Promise<Part[]> {
  const scope = await scene.as('standing.get');
  const answer = scope && (await getStanding(scope, { basis: 'informed', from }));
  if (!answer?.ok) return [{ text: words('roundClosed.noStanding') }];
  const clear = answer.value.result.profiles.filter(({ verdict }) => verdict === 'clears');
  if (clear.length === 0) return [{ text: words('roundClosed.noneClears') }];
  return [
    { text: words('roundClosed.clear') },
    { list: clear.map(({ id }) => profileTitle(scene.state, id)) },
  ];
}

export const roundDeadline = aboutEvent(['deadline.set', 'round.extended'], (scene, event) => {
  const { title, state } = scene;
  const { round } = event.data;
  const deadline = scene.when(event.data.deadline);
  const isExtended = event.type === 'round.extended';
  const newest = entryOf(state, round)?.deadline ?? event.data.deadline;
  return {
    subject: words(isExtended ? 'roundDeadline.subjectExtended' : 'roundDeadline.subjectSet', {
      title,
      round,
      deadline,
    }),
    body: [
      {
        text: words(isExtended ? 'roundDeadline.extended' : 'roundDeadline.set', { round, title, deadline }),
      },
      ...(newest === event.data.deadline
        ? []
        : [{ text: words('roundDeadline.since', { deadline: scene.when(newest) }) }]),
      scene.link(scene.scope.viewer.stakeholders.length > 0 ? 'ballot' : 'negotiation'),
    ],
  };
});

function entryOf({ rounds }: NegotiationState, round: number): RoundEntry | undefined {
  return rounds.find((entry) => entry.round === round);
}
