import { expect, it } from 'vitest';
import { canonicalJson } from '@/ledger/canonical';
import { isJson } from '@/negotiation/events/event';
import { A, B, FACILITATOR, opened } from '@/negotiation/testing/stage';
import { bundleOf, signedAnew, verdictOf } from './testing/bundles';

/** What is left out of comments is none of what later events are judged by. */

const said = {
  topic: { kind: 'negotiation' },
  replyTo: null,
  argument: null,
  stakeholder: 'a',
  text: 'One.',
} as const;

function talk() {
  const stage = opened().do(A, 'postComment', said);
  const comment = stage.events.length - 1;
  stage
    .do(B, 'postComment', { ...said, stakeholder: 'b', replyTo: comment })
    .do(A, 'editComment', { comment, text: 'Two.' })
    .do(A, 'editComment', { comment, text: 'Three.' })
    .do(FACILITATOR, 'redactComment', { comment, reason: null });
  return { stage, comment };
}

/** The events with one altered, and as whoever holds the key would sign them. */
function forged(events: readonly object[], at: number, change: object): string[] {
  const texts = events.map((event, position) => {
    const altered: unknown = position === at ? { ...event, ...change } : event;
    if (!isJson(altered)) throw new Error('no JSON');
    return canonicalJson(altered);
  });
  const [header = ''] = bundleOf(talk().stage);
  return signedAnew([header, ...texts, '""']);
}

it('comments that are edited and redacted verify', async () => {
  expect(await verdictOf(bundleOf(talk().stage))).toBe('holds');
});

it('nobody edits the comment of another', async () => {
  const { stage, comment } = talk();
  expect(await verdictOf(forged(stage.events, comment + 2, { actor: B }))).toBe(
    `permitted at ${comment + 2}`,
  );
  expect(await verdictOf(forged(stage.events, comment + 3, { actor: B }))).toBe(
    `permitted at ${comment + 3}`,
  );
});

it('nobody edits what is redacted', async () => {
  const { stage, comment } = talk();
  const edit = stage.events[comment + 3];
  const position = stage.events.length;
  const events: object[] = [...stage.events];
  events.push(Object.assign({}, edit, { position, at: stage.now }));
  expect(await verdictOf(forged(events, -1, {}))).toBe(`permitted at ${position}`);
});
