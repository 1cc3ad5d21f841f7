import { describe, expect, it } from 'vitest';
import { viewerOf } from './authority';
import { standingOf } from './result';
import { ANYONE, type Viewer } from './roles';
import { redactResult, standingAccess } from './standing-access';
import type { NegotiationState } from './state';
import {
  A,
  AUDITOR,
  B,
  BALLOT,
  C,
  closed,
  concluded,
  drafted,
  FACILITATOR,
  OBSERVER,
  opened,
  type Stage,
} from './testing/stage';
import {
  frameFile,
  ownBallot,
  participation,
  seesComments,
  statementCounts,
  visibleFile,
} from './visibility';
import { seenTypes, visibleEvent } from './visible-event';

/** product.md §2, "Who sees what, and when", cell by cell. a has voted and spoken; b and c have not spoken. */

const MODES = ['open', 'sealed', 'private'] as const;
type Mode = (typeof MODES)[number];

const said = (stage: Stage) =>
  stage
    .do(A, 'acknowledge', { stakeholder: 'a', briefing: 'facts' })
    .do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT })
    .do(A, 'assessThreat', {
      stakeholder: 'a',
      profile: 'deal',
      threat: 'misuse/oracle',
      change: [0, 0, 0],
      reason: null,
      evidence: null,
    })
    .do(A, 'assessAcuteRisk', { stakeholder: 'a', profile: 'deal', ends: 7, reason: null })
    .do(A, 'pledge', { stakeholder: 'a', profile: 'deal', condition: null });

/** By moment: while round 1 is open, after its close, while round 2 is open, after the conclusion. */
const MOMENTS = {
  open: (mode: Mode) => said(opened(mode, true)),
  closed: (mode: Mode) => said(opened(mode, true)).do(FACILITATOR, 'closeRound', {}),
  again: (mode: Mode) =>
    said(opened(mode, true))
      .do(FACILITATOR, 'closeRound', {})
      .do(FACILITATOR, 'openRound', { deadline: null }),
  concluded: (mode: Mode) =>
    said(opened(mode, true))
      .do(FACILITATOR, 'closeRound', {})
      .do(FACILITATOR, 'conclude', { profile: null, reason: null }),
} as const;
type Moment = keyof typeof MOMENTS;
const ALL = ['open', 'closed', 'again', 'concluded'] as const;

const VIEWERS = {
  own: A,
  delegate: B,
  facilitator: FACILITATOR,
  auditor: AUDITOR,
  observer: OBSERVER,
  anyone: null,
} as const;
type Who = keyof typeof VIEWERS;
const WHO = ['own', 'delegate', 'facilitator', 'auditor', 'observer', 'anyone'] as const;

function viewer(stage: Stage, who: Who): Viewer {
  const actor = VIEWERS[who];
  return actor === null ? ANYONE : viewerOf(stage.known, actor, stage.now);
}

const never: readonly Moment[] = [];
const AFTER_CLOSE = ['closed', 'again', 'concluded'] as const;
const LATEST = ['concluded'] as const;

/** When a ballot of a is shown to whom. Assessments and pledges: the same. */
const BALLOT_SEEN: Record<Mode, Record<Who, readonly Moment[]>> = {
  open: { own: ALL, delegate: ALL, facilitator: ALL, auditor: ALL, observer: never, anyone: never },
  sealed: {
    own: ALL,
    delegate: AFTER_CLOSE,
    facilitator: AFTER_CLOSE,
    auditor: AFTER_CLOSE,
    observer: never,
    anyone: never,
  },
  private: { own: ALL, delegate: never, facilitator: never, auditor: LATEST, observer: never, anyone: never },
};

/** When a standing is shown: `sealed` and `private` after the close, as of it while the next round is open. */
const STANDING_SEEN: Record<Mode, Record<'member' | 'observer' | 'anyone', Record<Moment, string>>> = {
  open: {
    member: { open: 'live', closed: 'live', again: 'live', concluded: 'live' },
    observer: { open: 'live', closed: 'live', again: 'live', concluded: 'live' },
    anyone: { open: 'public-later', closed: 'public-later', again: 'public-later', concluded: 'at' },
  },
  sealed: {
    member: { open: 'sealed', closed: 'live', again: 'at', concluded: 'live' },
    observer: { open: 'sealed', closed: 'live', again: 'at', concluded: 'live' },
    anyone: { open: 'public-later', closed: 'public-later', again: 'public-later', concluded: 'at' },
  },
  private: {
    member: { open: 'sealed', closed: 'live', again: 'at', concluded: 'live' },
    observer: { open: 'sealed', closed: 'live', again: 'at', concluded: 'live' },
    anyone: { open: 'public-later', closed: 'public-later', again: 'public-later', concluded: 'at' },
  },
};

const played = new Map<string, Stage>();
function stageAt(mode: Mode, moment: Moment): Stage {
  const key = `${mode} ${moment}`;
  const stage = played.get(key) ?? MOMENTS[moment](mode);
  played.set(key, stage);
  return stage;
}

describe.each(MODES)('%s mode', (mode) => {
  describe.each(ALL)('at the moment "%s"', (moment) => {
    const stage = stageAt(mode, moment);
    const openings = (commitment: string) => stage.openings.get(commitment);
    const fileOf = (who: Who) => visibleFile(stage.known, viewer(stage, who), { openings });

    it.each(WHO)('question, frame, profiles, briefings: %s', (who) => {
      const { ballots, acknowledgements, threatAssessments, acuteRiskAssessments, pledges, ...frame } =
        fileOf(who) ?? {};
      expect(frame).toEqual(frameFile(stage.known));
    });

    it('who has voted is public', () => {
      expect(participation(stage.known).map(({ voted }) => voted)).toEqual([true, false, false]);
    });

    it.each(WHO)('a ballot, assessments and pledges: %s', (who) => {
      const seen = BALLOT_SEEN[mode][who].includes(moment);
      const file = fileOf(who);
      const shown = {
        ballots: file?.ballots,
        threats: file?.threatAssessments,
        risks: file?.acuteRiskAssessments,
        pledges: file?.pledges,
      };
      for (const list of Object.values(shown)) expect(list?.length ?? 0).toBe(seen ? 1 : 0);
    });

    it.each(WHO)('the standing: %s', (who) => {
      const column = who === 'observer' || who === 'anyone' ? who : 'member';
      const access = standingAccess(stage.known, viewer(stage, who));
      expect(access.kind === 'none' ? access.reason : access.kind).toBe(STANDING_SEEN[mode][column][moment]);
    });

    it.each(WHO)('comments, and counts of what was stated: %s', (who) => {
      expect(seesComments(stage.known, viewer(stage, who))).toBe(who !== 'anyone');
      const sealedYet = mode === 'sealed' && moment === 'open';
      const counts = statementCounts(stage.known, viewer(stage, who));
      expect(counts?.pledges ?? null).toBe(who === 'anyone' ? null : sealedYet ? 0 : 1);
    });

    it.each(WHO)('who has acknowledged, in the file as in the history: %s', (who) => {
      const member = who !== 'observer' && who !== 'anyone';
      const event = stage.events.find(({ type }) => type === 'briefing.acknowledged') ?? fail();
      expect(visibleEvent(event, stage.known, viewer(stage, who))).toBe(member);
      expect(fileOf(who)?.acknowledgements?.length ?? 0).toBe(member ? 1 : 0);
    });

    it.each(WHO)('a search of the history passes over no event that is shown: %s', (who) => {
      const seen = seenTypes(stage.known, viewer(stage, who));
      const shown = stage.events.filter((event) => visibleEvent(event, stage.known, viewer(stage, who)));
      expect(shown.filter(({ type }) => !seen.includes(type))).toEqual([]);
      if (who === 'observer' || who === 'anyone') expect(seen).not.toContain('member.joined');
    });

    it.each(WHO)('the history: %s', (who) => {
      const shown = (type: string) => {
        const event = stage.events.find((candidate) => candidate.type === type);
        return event === undefined ? null : visibleEvent(event, stage.known, viewer(stage, who));
      };
      const member = who !== 'observer' && who !== 'anyone';
      expect(shown('round.opened')).toBe(who !== 'anyone');
      expect(shown('member.joined')).toBe(member);
      expect(shown('ballot.sealed')).toBe(mode === 'open' ? null : who !== 'anyone');
      const seen = BALLOT_SEEN[mode][who].includes(moment);
      expect(shown('pledge.made')).toBe(seen);
      expect(shown('threat.assessed')).toBe(seen);
      if (mode === 'open') expect(shown('ballot.cast')).toBe(seen);
      if (mode === 'sealed') expect(shown('ballot.unsealed')).toBe(moment === 'open' ? null : seen);
      if (mode === 'private') expect(shown('ballot.unsealed')).toBeNull();
    });
  });
});

describe('a ballot of one’s own', () => {
  it.each(MODES)('is shown at once to its delegates, and to nobody else (%s)', (mode) => {
    const stage = stageAt(mode, 'open');
    const openings = (commitment: string) => stage.openings.get(commitment);
    const of = (who: Who) => ownBallot(stage.known, viewer(stage, who), 'a', openings);
    expect(of('own')).toMatchObject(BALLOT);
    for (const who of ['delegate', 'facilitator', 'auditor', 'observer', 'anyone'] as const)
      expect(of(who)).toBeNull();
  });
});

describe('a paper ballot', () => {
  const PAPER_SEEN: Record<Mode, Record<'waiting' | 'closed', readonly Who[]>> = {
    open: {
      waiting: ['own', 'delegate', 'facilitator', 'auditor'],
      closed: ['own', 'delegate', 'facilitator', 'auditor'],
    },
    sealed: { waiting: ['own'], closed: ['own', 'delegate', 'facilitator', 'auditor'] },
    private: { waiting: ['own'], closed: ['own'] },
  };

  it.each(MODES)('is shown in the history, with its note, as any ballot is (%s)', (mode) => {
    const stage = opened(mode, true).do(FACILITATOR, 'enterBallot', {
      stakeholder: 'a',
      ballot: BALLOT,
      note: 'By post: all in favour.',
    });
    const entered = stage.events.at(-1) ?? fail();
    const seenBy = () => WHO.filter((who) => visibleEvent(entered, stage.known, viewer(stage, who)));
    expect(seenBy()).toEqual(PAPER_SEEN[mode].waiting);
    stage.do(FACILITATOR, 'closeRound', {});
    expect(seenBy()).toEqual(PAPER_SEEN[mode].closed);
  });
});

describe('what was stated before a sealed round', () => {
  it('goes on being shown, and not what was stated since', () => {
    const stage = MOMENTS.again('sealed')
      .do(A, 'assessAcuteRisk', { stakeholder: 'a', profile: 'deal', ends: 99, reason: null })
      .do(A, 'withdrawPledge', { stakeholder: 'a', profile: 'deal' });
    const risks = (who: Who) => visibleFile(stage.known, viewer(stage, who))?.acuteRiskAssessments;
    expect(risks('delegate')).toEqual([{ stakeholder: 'a', profile: 'deal', ends: 7 }]);
    expect(risks('own')).toEqual([{ stakeholder: 'a', profile: 'deal', ends: 99 }]);
    expect(visibleFile(stage.known, viewer(stage, 'delegate'))?.pledges).toHaveLength(1);
    expect(visibleFile(stage.known, viewer(stage, 'own'))?.pledges).toBeUndefined();
    expect(visibleEvent(stage.events.at(-1) ?? fail(), stage.known, viewer(stage, 'delegate'))).toBe(false);
  });
});

describe('who is in a coalition', () => {
  const result = (state: NegotiationState) => standingOf(state, 'stated');

  it.each(['open', 'sealed'] as const)('is shown with the standing (%s)', (mode) => {
    const stage = stageAt(mode, 'closed');
    for (const who of WHO)
      expect(redactResult(result(stage.known), stage.known, viewer(stage, who))).toEqual(result(stage.known));
  });

  it('is never shown in private mode: every list is its length', () => {
    const stage = closed('private');
    const openings = (commitment: string) => stage.openings.get(commitment);
    const whole = standingOf(stage.known, 'stated', openings);
    for (const who of WHO) {
      const redacted = redactResult(whole, stage.known, viewer(stage, who));
      expect(redacted.profiles[1]?.coalition).toEqual({ necessary: 2, expected: 2, possible: 3 });
      expect(redacted.silent).toBe(1);
      expect(JSON.stringify(redacted)).not.toMatch(/"[abc]"/);
    }
    expect(redactResult(whole, { mode: 'private' }, ANYONE).profiles.map(({ verdict }) => verdict)).toEqual(
      whole.profiles.map(({ verdict }) => verdict),
    );
  });
});

describe('a negotiation that is not public', () => {
  it('shows nothing to who is no member', () => {
    const stage = concluded('open', false);
    expect(visibleFile(stage.known, ANYONE)).toBeNull();
    expect(statementCounts(stage.known, ANYONE)).toBeNull();
    expect(standingAccess(stage.known, ANYONE).kind).toBe('none');
    expect(stage.events.some((event) => visibleEvent(event, stage.known, ANYONE))).toBe(false);
  });

  it('has no standing before it opens', () => {
    const stage = drafted();
    expect(standingAccess(stage.known, viewerOf(stage.known, C, stage.now))).toEqual({
      kind: 'none',
      reason: 'not-opened',
    });
  });
});

function fail(): never {
  throw new Error('no event');
}
