import { describe, expect, it } from 'vitest';
import { toFile } from '../export';
import { sealOf } from '../seal';
import { own } from '../state';
import { A, B, BALLOT, C, closed, drafted, FACILITATOR, OBSERVER, OUTSIDER, opened } from '../testing/stage';

const cast = { stakeholder: 'a', ballot: BALLOT };

describe('a ballot', () => {
  it('counts from its delegate, with its instant', () => {
    const stage = opened().do(A, 'castBallot', cast);
    expect(toFile(stage.known).ballots).toEqual([{ stakeholder: 'a', at: stage.now, ...BALLOT }]);
  });

  it.each([FACILITATOR, B, OBSERVER, OUTSIDER, 'system'])('is refused from %s', (actor) => {
    expect(opened().refused(actor, 'castBallot', cast)).toBe('forbidden.delegate');
  });

  it('is replaced by a newer one, and all are kept', () => {
    const stage = opened()
      .do(A, 'castBallot', cast)
      .do(A, 'castBallot', { stakeholder: 'a', ballot: { abstain: true, provisional: true } });
    expect(stage.types(2)).toEqual(['ballot.cast', 'ballot.abstained']);
    expect(toFile(stage.known).ballots).toHaveLength(2);
    expect(toFile(stage.known, { ballots: 'newest' }).ballots).toEqual([
      { stakeholder: 'a', at: stage.now, abstain: true, provisional: true },
    ]);
  });

  it('carries over to the next round', () => {
    const stage = closed().do(FACILITATOR, 'openRound', { deadline: null });
    expect(toFile(stage.known).ballots).toHaveLength(2);
  });

  it('is refused with all its faults and their paths', () => {
    const decided = opened().attempt(A, {
      kind: 'castBallot',
      stakeholder: 'a',
      ballot: { scores: { base: 101, deal: [50, 40, 60], moon: 1 } },
    });
    if (decided.ok) throw new Error('accepted');
    expect(decided.error.message.key).toBe('ballot.faults');
    expect(decided.error.faults?.map(({ path }) => path)).toEqual([
      'scores.base',
      'scores.deal',
      'scores.moon',
    ]);
  });

  it('cannot score a profile that was withdrawn', () => {
    const stage = closed()
      .do(FACILITATOR, 'proposeProfile', {
        profile: { id: 'other', title: 'O' },
        stakeholder: null,
        admit: true,
      })
      .do(FACILITATOR, 'withdrawProfile', { profile: 'deal', reason: 'Nobody wants it.' })
      .do(FACILITATOR, 'openRound', { deadline: null });
    expect(stage.refused(A, 'castBallot', cast)).toBe('ballot.withdrawn-profile');
    expect(
      toFile(stage.known).ballots?.map((ballot) => 'scores' in ballot && Object.keys(ballot.scores)),
    ).toEqual([['base'], ['base']]);
  });

  it('is accepted at the deadline and refused a millisecond later, closed or not', () => {
    const stage = drafted();
    stage.do(FACILITATOR, 'openRound', { deadline: stage.later(2) });
    stage.wait(2 - 1 / 60);
    expect(stage.refused(A, 'castBallot', cast)).toBeNull();
    expect(stage.wait(1 / 3_600_000).refused(A, 'castBallot', cast)).toBe('closed.lapsed');
  });

  it('holds a delegate’s own signature where it comes with one', () => {
    const stage = opened().do(A, 'castBallot', { ...cast, sig: 'AAAA' });
    expect(stage.events.at(-1)?.data).toMatchObject({ sig: 'AAAA' });
  });

  it('drops a removed criterion, and covers nothing when no weighed one is left', () => {
    const weighted = (weights: Record<string, number>) => ({
      criteria: { weights, scores: { base: { k: 10, l: 20 }, deal: { k: 30, l: 40 } } },
    });
    const stage = opened()
      .do(A, 'castBallot', { stakeholder: 'a', ballot: weighted({ k: 1, l: 2 }) })
      .do(B, 'castBallot', { stakeholder: 'b', ballot: weighted({ k: 1 }) })
      .do(FACILITATOR, 'closeRound', {})
      .do(FACILITATOR, 'changeTerms', { change: { type: 'criterion.removed', data: { id: 'k' } } });
    expect(toFile(stage.known).ballots).toMatchObject([
      { criteria: { weights: { l: 2 }, scores: { base: { l: 20 }, deal: { l: 40 } } } },
      { scores: {} },
    ]);
    const again = { type: 'criterion.added', data: { criterion: { id: 'k', label: 'K' } } } as const;
    expect(stage.refused(FACILITATOR, 'changeTerms', { change: again })).toBe('retired.id');
  });
});

describe.each(['sealed', 'private'] as const)('in %s mode', (mode) => {
  it('only the seal enters the log, of an abstention too', () => {
    const stage = opened(mode)
      .do(A, 'castBallot', cast)
      .do(B, 'castBallot', { stakeholder: 'b', ballot: { abstain: true } });
    expect(stage.types(2)).toEqual(['ballot.sealed', 'ballot.sealed']);
    for (const event of stage.events.slice(-2)) {
      expect(Object.keys(event.data).sort()).toEqual(['commitment', 'stakeholder']);
    }
    const [opening] = stage.openings.values();
    if (opening === undefined) throw new Error('no opening is kept');
    expect(opening.commitment).toBe(sealOf('stage', 'a', opening.salt, BALLOT));
    expect(toFile(stage.known).ballots).toBeUndefined();
    expect(own(stage.known.votes, 'a')?.kind).toBe('sealed');
  });

  it('the same faults are refused as in the open', () => {
    expect(
      opened(mode).refused(A, 'castBallot', { stakeholder: 'a', ballot: { scores: { base: -1 } } }),
    ).toBe('ballot.faults');
  });
});

describe('closing a sealed round', () => {
  const sealed = () =>
    opened('sealed')
      .do(B, 'castBallot', { stakeholder: 'b', ballot: BALLOT })
      .do(A, 'castBallot', { stakeholder: 'a', ballot: { scores: { base: 1 } } })
      .do(A, 'castBallot', cast);

  it('unseals the newest of each stakeholder, then closes, then states the result', () => {
    const stage = sealed().do(FACILITATOR, 'closeRound', {});
    expect(stage.types(4)).toEqual(['ballot.unsealed', 'ballot.unsealed', 'round.closed', 'result.computed']);
    const at = stage.events.filter(({ type }) => type === 'ballot.sealed').map((event) => event.at);
    expect(toFile(stage.known).ballots).toEqual([
      { stakeholder: 'b', at: at[0], ...BALLOT },
      { stakeholder: 'a', at: at[2], ...BALLOT },
    ]);
  });

  it('does not happen while an opening is missing', () => {
    const stage = sealed();
    stage.openings.clear();
    expect(stage.refused(FACILITATOR, 'closeRound', {})).toBe('ballot.opening-missing');
  });

  it('does not take an opening that is not the sealed ballot', () => {
    const stage = sealed();
    for (const [commitment, opening] of stage.openings) {
      stage.openings.set(commitment, { ...opening, ballot: { scores: { base: 99 } } });
    }
    expect(stage.refused(FACILITATOR, 'closeRound', {})).toBe('ballot.seal');
  });

  it('leaves what is private sealed, and counts it by its opening', () => {
    const stage = closed('private');
    expect(stage.types(2)).toEqual(['round.closed', 'result.computed']);
    const openings = (commitment: string) => stage.openings.get(commitment);
    expect(toFile(stage.known).ballots).toBeUndefined();
    expect(toFile(stage.known, { openings }).ballots).toHaveLength(2);
    stage.openings.clear();
    expect(stage.refused(FACILITATOR, 'conclude', { profile: null, reason: null })).toBe(
      'ballot.opening-missing',
    );
  });

  it('states the same result whether ballots were open, sealed or private', () => {
    const hashes = (['open', 'sealed'] as const).map((mode) => closed(mode).known.results[0]);
    const secret = closed('private').known.results[0];
    expect(hashes[0]?.sha256).not.toBe(hashes[1]?.sha256);
    expect(hashes[0]?.position).toBe(secret?.position);
    expect(hashes[0]?.sha256).toBe(secret?.sha256);
  });
});

describe('a paper ballot', () => {
  it.each(['open', 'sealed', 'private'] as const)('counts once a delegate confirms it (%s)', (mode) => {
    const stage = opened(mode).do(FACILITATOR, 'enterBallot', { ...cast, note: 'By post.' });
    const entered = stage.known.position;
    expect(own(stage.known.votes, 'a')).toBeUndefined();
    expect(stage.refused(FACILITATOR, 'confirmBallot', { stakeholder: 'a', entered })).toBe(
      'forbidden.delegate',
    );
    expect(stage.refused(A, 'confirmBallot', { stakeholder: 'a', entered: entered + 1 })).toBe(
      'ballot.not-entered',
    );
    stage.do(A, 'confirmBallot', { stakeholder: 'a', entered });
    expect(own(stage.known.votes, 'a')?.position).toBe(stage.known.position);
    expect(stage.refused(A, 'confirmBallot', { stakeholder: 'a', entered })).toBe('ballot.not-entered');
    const confirmedAt = stage.now;
    stage.do(FACILITATOR, 'closeRound', {});
    const openings = (commitment: string) => stage.openings.get(commitment);
    expect(toFile(stage.known, { openings }).ballots).toEqual([
      { stakeholder: 'a', at: confirmedAt, ...BALLOT },
    ]);
  });

  it('lapses when the round closes unconfirmed', () => {
    const stage = opened().do(FACILITATOR, 'enterBallot', { ...cast, note: null });
    const entered = stage.known.position;
    stage.do(FACILITATOR, 'closeRound', {}).do(FACILITATOR, 'openRound', { deadline: null });
    expect(stage.refused(A, 'confirmBallot', { stakeholder: 'a', entered })).toBe('ballot.not-entered');
  });

  it('is entered by facilitators alone, for a stakeholder that there is', () => {
    const stage = opened();
    expect(stage.refused(C, 'enterBallot', { ...cast, note: null })).toBe('forbidden.facilitator');
    expect(stage.refused(FACILITATOR, 'enterBallot', { ...cast, stakeholder: 'z', note: null })).toBe(
      'unknown.id',
    );
  });
});
