import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Negotiation } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { at, standingOn } from '@/core/testing/oracle-standing';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import type { BallotBody } from '@/negotiation/file/model';
import { fileOf } from '@/negotiation/testing/file-of';
import { type End, moved } from '@/negotiation/testing/moved';
import { faultsOfForesight, faultsOfOwn, isUninformed, turnOf } from '../../testing/claims-of-preview';
import { inner, rendered, textOf } from '../../testing/rendered';
import { ConsequenceList } from './consequence-list';
import { foreseeing } from './consequences';
import { Preview } from './preview';

/** A ballot of the negotiation's, whoever cast it; or one's own with a score or two moved. */
const attempts = fc.oneof(
  fc.record({ of: fc.nat() }),
  fc.record({
    moves: fc.array(
      fc.record({
        profile: fc.nat(),
        end: fc.constantFrom<End>('low', 'best', 'high'),
        to: fc.oneof(fc.constantFrom(0, 4_999, 5_000, 5_001, 10_000), fc.nat(10_000)),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);
type Attempt = typeof attempts extends fc.Arbitrary<infer T> ? T : never;

const scenes = fc.record({
  negotiation: negotiations(),
  whose: fc.nat(),
  tried: fc.array(attempts, { minLength: 1, maxLength: 4 }),
  clock: fc.constantFrom('2020-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'),
});

function bodyOf(negotiation: Negotiation, i: number, attempt: Attempt): BallotBody {
  const m = negotiation.profiles.length;
  const ballots =
    'of' in attempt
      ? (fileOf(negotiation).ballots ?? [])
      : fileOf(
          moved(
            negotiation,
            i,
            attempt.moves.map((move) => ({ ...move, profile: move.profile % m })),
          ),
        ).ballots?.slice(-1);
  const ballot = ballots?.[('of' in attempt ? attempt.of : 0) % Math.max(1, ballots.length)];
  if (ballot === undefined) return { abstain: true };
  const { stakeholder: _, at: __, ...body } = ballot;
  return body;
}

describe(`what a ballot would change, in sentences (${REPRODUCE})`, { timeout: 300_000 }, () => {
  const told = new Set<string>();

  it('is true in every sentence, of the slow twin, and whole', () => {
    fc.assert(
      fc.property(scenes, ({ negotiation, whose, tried, clock }) => {
        const file = fileOf(negotiation);
        const i = whose % negotiation.stakeholders.length;
        const { id } = at(negotiation.stakeholders, i);
        const uninformed = isUninformed(file, id);
        const foresee = foreseeing(file, id);
        for (const attempt of tried) {
          const body = bodyOf(negotiation, i, attempt);
          const html = rendered(
            <ConsequenceList consequences={foresee(body, clock)} file={file} uninformed={uninformed} />,
            file,
          );
          const said = inner(html, 'li').map(textOf);
          for (const sentence of said) told.add(kindOf(sentence));
          expect(faultsOfForesight(turnOf(file, id, body), i, uninformed, said)).toEqual([]);
          const basis = uninformed ? 'stated' : 'informed';
          for (const head of inner(html, 'h3')) {
            expect(textOf(head)).toBe(`Which coalitions you would join or leave (${basis} basis)`);
          }
        }
      }),
      runs(300),
    );
  });

  it('was drawn with every sentence', () => {
    expect([...told].sort()).toEqual([
      'becomes',
      'join',
      'join With',
      'leave',
      'leave Without',
      'no verdict',
    ]);
  });
});

describe(`where nothing may be said of others (${REPRODUCE})`, { timeout: 300_000 }, () => {
  it('says truly how one’s own word changes, and names nobody else and no verdict', () => {
    const changed = new Set<boolean>();
    fc.assert(
      fc.property(scenes, ({ negotiation, whose, tried }) => {
        const file = fileOf(negotiation);
        const i = whose % negotiation.stakeholders.length;
        const { id } = at(negotiation.stakeholders, i);
        const counted = at(standingOn(negotiation, 'stated').ballots, i);
        const counting =
          counted === null ? null : bodyOf(negotiation, i, { of: negotiation.ballots.indexOf(counted) });
        const uninformed = isUninformed(file, id);
        for (const attempt of tried) {
          const body = bodyOf(negotiation, i, attempt);
          const html = rendered(
            <Preview
              negotiation="n"
              stakeholder={{ id, name: `Name of ${id}` }}
              body={body}
              counting={counting}
              frame={file}
              uninformed={uninformed}
              hidden="all"
            />,
            file,
          );
          const listed = inner(html, 'li').map(textOf);
          const said = listed.length > 0 ? listed : inner(html, 'p').map(textOf).slice(1, 2);
          changed.add(listed.length > 0);
          const turn = turnOf(file, id, body);
          expect(faultsOfOwn(turn.stated, i, said)).toEqual([]);
          const text = textOf(html);
          for (const other of negotiation.stakeholders) {
            if (other.id !== id) expect(text).not.toContain(`Name of ${other.id}`);
          }
          expect(text).not.toMatch(/clears|leans|within reach|out of reach|coalition|suffice|weight|\d %/);
          const alone = `Name of ${id} has not acknowledged every required briefing, so this ballot would count on the stated basis alone.`;
          expect(text.includes(alone)).toBe(uninformed);
          // What the note says of the bases.
          expect(turn.informed.after.ballots[i] === null).toBe(uninformed);
        }
      }),
      runs(200),
    );
    expect([...changed].sort()).toEqual([false, true]);
  });
});

function kindOf(sentence: string): string {
  const [, verb] = /you would (join|leave)/.exec(sentence) ?? [];
  if (verb === undefined) return sentence.includes('no verdict') ? 'no verdict' : 'becomes';
  const [, more] = / (With|Without) you /.exec(sentence) ?? [];
  return more === undefined ? verb : `${verb} ${more}`;
}
