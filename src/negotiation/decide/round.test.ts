import { describe, expect, it } from 'vitest';
import { resultHash, standingsOf } from '../result';
import { A, closed, concluded, drafted, FACILITATOR, opened, Stage } from '../testing/stage';

describe('a round', () => {
  it('opens only when the negotiation is whole, and says what is missing', () => {
    const stage = new Stage();
    stage.do(FACILITATOR, 'createNegotiation', { title: 'T', mode: 'open', public: false, succeeds: null });
    const decided = stage.attempt(FACILITATOR, { kind: 'openRound', deadline: null });
    if (decided.ok) throw new Error('opened');
    expect(decided.error.message.key).toBe('round.incomplete');
    expect(decided.error.faults?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['stakeholders', 'profiles']),
    );
  });

  it('opens with a deadline, which moves only to a later moment', () => {
    const stage = drafted();
    const first = stage.later(10);
    stage.do(FACILITATOR, 'openRound', { deadline: first });
    expect(stage.types(2)).toEqual(['round.opened', 'deadline.set']);
    expect(stage.refused(FACILITATOR, 'setDeadline', { deadline: stage.later(20) })).toBe('deadline.set');
    expect(stage.refused(FACILITATOR, 'extendRound', { deadline: first })).toBe('deadline.earlier');
    expect(stage.refused(A, 'extendRound', { deadline: stage.later(20) })).toBe('forbidden.facilitator');
    stage.do(FACILITATOR, 'extendRound', { deadline: stage.later(20) });
    expect(stage.known.rounds[0]?.deadline).toBe(
      stage.known.phase.kind === 'open' && stage.known.phase.deadline,
    );
  });

  it('does not open with a deadline that has passed', () => {
    const stage = drafted();
    expect(stage.refused(FACILITATOR, 'openRound', { deadline: stage.now })).toBe('deadline.past');
    expect(opened().refused(FACILITATOR, 'extendRound', { deadline: '2030-01-01T00:00:00.000Z' })).toBe(
      'deadline.none',
    );
  });

  it('that lapsed is not revived by an extension', () => {
    const stage = drafted();
    stage.do(FACILITATOR, 'openRound', { deadline: stage.later(1) }).wait(2);
    expect(stage.refused(FACILITATOR, 'extendRound', { deadline: stage.later(5) })).toBe('closed.lapsed');
  });

  it.each([FACILITATOR, 'system'])('closes late with effect of its deadline, by %s', (actor) => {
    const stage = drafted();
    const deadline = stage.later(1);
    stage.do(FACILITATOR, 'openRound', { deadline }).wait(2).do(actor, 'closeRound', {});
    const event = stage.events.find(({ type }) => type === 'round.closed');
    expect(event?.data).toEqual({ round: 1, effectiveAt: deadline });
    expect(event?.at).toBe(stage.now);
  });

  it('is not closed by the platform before its deadline', () => {
    const stage = drafted();
    stage.do(FACILITATOR, 'openRound', { deadline: stage.later(1) });
    expect(stage.refused('system', 'closeRound', {})).toBe('forbidden.facilitator');
    expect(stage.refused(A, 'closeRound', {})).toBe('forbidden.facilitator');
    expect(stage.do(FACILITATOR, 'closeRound', {}).known.phase).toEqual({ kind: 'closed', round: 1 });
  });

  it('opens again as a new round', () => {
    const stage = closed().do(FACILITATOR, 'openRound', { deadline: null });
    expect(stage.known.phase).toEqual({ kind: 'open', round: 2, deadline: null });
  });
});

describe('the result', () => {
  it('is stated when a round closes, as of the close, so that it can be recomputed', () => {
    const stage = closed();
    const computed = stage.events.at(-1);
    const position = stage.events.length - 2;
    expect(computed).toMatchObject({ type: 'result.computed', data: { position } });
    expect(stage.known.results).toEqual([
      { position, sha256: resultHash(position, standingsOf(stage.known)) },
    ]);
  });

  it('is stated at the conclusion', () => {
    expect(concluded().types(2)).toEqual(['negotiation.concluded', 'result.computed']);
  });

  it('differs with its position', () => {
    const { known } = closed();
    expect(resultHash(1, standingsOf(known))).not.toBe(resultHash(2, standingsOf(known)));
  });
});

describe('what a facilitator saw', () => {
  it('must be where the negotiation stands, else nothing is moved', () => {
    const stage = closed();
    const deadline = stage.later(5);
    stage.do(FACILITATOR, 'openRound', { deadline, seen: 1 });
    expect(stage.refused(FACILITATOR, 'closeRound', { seen: 1 })).toBe('round.moved-on');
    expect(stage.refused(FACILITATOR, 'extendRound', { deadline: stage.later(9), seen: 1 })).toBe(
      'round.moved-on',
    );
    stage.do(FACILITATOR, 'closeRound', { seen: 2 });
    expect(stage.refused(FACILITATOR, 'openRound', { deadline: null, seen: 1 })).toBe('round.moved-on');
    expect(stage.refused(FACILITATOR, 'conclude', { profile: null, reason: null, seen: 1 })).toBe(
      'round.moved-on',
    );
    expect(stage.refused(FACILITATOR, 'conclude', { profile: null, reason: null, seen: 2 })).toBeNull();
  });
});
