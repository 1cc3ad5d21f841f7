import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { messages } from '@/i18n/messages';
import { EVENT_TYPES } from '@/negotiation/events/catalogue';
import type { Event } from '@/negotiation/events/event';
import { concluded } from '@/negotiation/testing/stage';
import { sentenceOf } from './sentence';

const t = createTranslator({
  locale: 'en-GB',
  messages,
  namespace: 'history',
  onError: (error) => {
    throw error;
  },
});

const context = { frame: { stakeholders: [], profiles: [] }, system: 'The platform', when: () => 'then' };

function said(event: Event): string {
  const { key, values } = sentenceOf(event, context);
  return t(key, values);
}

const envelope = { v: 1, log: 'log', position: 3, at: '2026-01-01T00:00:00.000Z', actor: 'u_abcd' } as const;

it('has a sentence for every type of event', () => {
  for (const type of EVENT_TYPES) expect(t.has(`event.${type}`)).toBe(true);
});

it('puts every event of a whole history into a sentence', () => {
  const { events } = concluded();
  for (const event of events) expect(said(event)).toMatch(/^\S[^{}]*[.]$/);
  expect(said({ ...envelope, actor: 'system', type: 'round.opened', data: { round: 2 } })).toBe(
    'The platform opened round 2.',
  );
});

it('says what was chosen', () => {
  const ballot = { scores: { x: 1, y: [1, 2, 3] }, provisional: true } as const;
  expect(said({ ...envelope, type: 'ballot.cast', data: { stakeholder: 'a', ballot } })).toBe(
    'u_abcd cast a provisional ballot for a, with 2 profiles scored.',
  );
  expect(said({ ...envelope, type: 'negotiation.concluded', data: { profile: null, reason: null } })).toBe(
    'u_abcd concluded the negotiation: nothing was adopted.',
  );
  const seat = { role: 'delegate', stakeholder: 'a' } as const;
  expect(
    said({
      ...envelope,
      type: 'member.removed',
      data: { member: { pseudonym: 'u_efgh', ...seat }, invitation: null },
    }),
  ).toBe('u_abcd ended the seat of u_efgh as delegate of a.');
});
