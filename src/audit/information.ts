import { byStakeholder, informedSince, requiredBriefings } from '@/core/basis';
import type { Negotiation } from '@/core/model';
import type { Openings } from '@/negotiation/decide/decision';
import { toFile } from '@/negotiation/export';
import type { FileBallot } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { fitBallot } from '@/negotiation/fit-ballot';
import { faultsOfWhole } from '@/negotiation/rules/whole';
import type { NegotiationState } from '@/negotiation/state';
import { type ScoreChange, scoreChanges, type Word, wordOfBallot } from './scores';
import type { Utterance, Utterances } from './utterances';
import { type VerdictByProfile, verdictsOn } from './verdicts';

/** A stakeholder that has spoken before and after it had acknowledged every required briefing. */
export interface Compared {
  readonly stakeholder: string;
  /** When it had acknowledged them all. */
  readonly since: string;
  readonly before: Word;
  readonly after: Word;
  /** Empty where it stayed with what it had said. */
  readonly scores: readonly ScoreChange[];
}

/** Why a stakeholder is not compared. */
export type Apart = 'not-acknowledged' | 'silent' | 'none-before' | 'none-after' | 'sealed';

/** The verdict of every profile with the words before and with those after. */
export interface BeforeAfter {
  readonly before: VerdictByProfile;
  readonly after: VerdictByProfile;
}

export type Information =
  /** The set-up is not whole, so that there is nothing to aggregate. */
  | { readonly kind: 'not-whole' }
  /** No briefing is required, so that every ballot is informed. */
  | { readonly kind: 'none-required' }
  | {
      readonly kind: 'compared';
      readonly position: number;
      readonly compared: readonly Compared[];
      readonly apart: readonly { readonly stakeholder: string; readonly why: Apart }[];
      /** All the words before, against all the words after; whoever has none is silent. */
      readonly all: BeforeAfter;
      /** Only those compared change; everyone else keeps their newest word on both sides. */
      readonly comparedAlone: BeforeAfter;
    };

interface Words {
  readonly stakeholder: string;
  readonly since: string | null;
  readonly newest: Utterance | undefined;
  readonly before: Utterance | undefined;
  readonly after: Utterance | undefined;
}

/**
 * The effect of information, as far as a history can show it. For each stakeholder, `since` is the instant at which
 * it had first acknowledged every briefing that is required now (aggregation.md §1). Its word *before* is the newest
 * ballot that it cast before `since`, its word *after* the newest that it cast at `since` or later: the one that counts
 * on the informed basis. Who has both, and both can be read, is compared; who lacks one is told apart.
 *
 * Two pairs of verdicts by the core. `all`: the words before alone against the words after alone; of these the latter
 * is the informed basis itself. `comparedAlone`: the same with everyone else's newest word on both sides, so that
 * nothing differs but what those compared said. That something came after is not that it came of it.
 *
 * A ballot that the bundle opens counts here from the moment at which it was cast, though it was under seal then.
 */
export function informationOf(
  state: NegotiationState,
  utterances: Utterances,
  openings: Openings,
): Information {
  if (faultsOfWhole(state).length > 0) return { kind: 'not-whole' };
  const frame = toNegotiation(toFile(state, { ballots: 'none' }));
  if (requiredBriefings(frame).length === 0) return { kind: 'none-required' };
  const words = wordsOf(frame, (id) => utterances.of(id, openings));
  const compared = words.flatMap(comparedOf);
  const both = new Set(compared.map(({ stakeholder }) => stakeholder));
  const standing = (choose: (of: Words) => Utterance | undefined): VerdictByProfile =>
    verdictsOn(withBallots(state, words, choose), 'stated');
  return {
    kind: 'compared',
    position: state.position,
    compared,
    apart: words.flatMap((of) =>
      both.has(of.stakeholder) ? [] : [{ stakeholder: of.stakeholder, why: whyApart(of) }],
    ),
    all: { before: standing(({ before }) => before), after: standing(({ after }) => after) },
    comparedAlone: {
      before: standing((of) => (both.has(of.stakeholder) ? of.before : of.newest)),
      after: standing((of) => (both.has(of.stakeholder) ? of.after : of.newest)),
    },
  };
}

function wordsOf(frame: Negotiation, said: (stakeholder: string) => readonly Utterance[]): Words[] {
  const required = requiredBriefings(frame);
  const acknowledged = byStakeholder(frame.stakeholders.length, frame.acknowledgements);
  return frame.stakeholders.map(({ id: stakeholder }, i) => {
    const since = informedSince(required, acknowledged[i] ?? []);
    const all = said(stakeholder);
    const newest = (counts: (at: string) => boolean) => all.findLast(({ at }) => counts(at));
    return {
      stakeholder,
      since,
      newest: all.at(-1),
      before: since === null ? undefined : newest((at) => at < since),
      after: since === null ? undefined : newest((at) => at >= since),
    };
  });
}

function comparedOf({ stakeholder, since, before, after }: Words): Compared[] {
  if (since === null || !before?.ballot || !after?.ballot) return [];
  const [from, to] = [
    wordOfBallot(before.position, before.ballot),
    wordOfBallot(after.position, after.ballot),
  ];
  return [{ stakeholder, since, before: from, after: to, scores: scoreChanges(from, to) }];
}

function whyApart({ since, newest, before, after }: Words): Apart {
  if (since === null) return 'not-acknowledged';
  if (newest === undefined) return 'silent';
  if (before === undefined) return 'none-before';
  return after === undefined ? 'none-after' : 'sealed';
}

/** The negotiation of a state with one ballot, or none, of each stakeholder. */
function withBallots(
  state: NegotiationState,
  words: readonly Words[],
  choose: (of: Words) => Utterance | undefined,
): Negotiation {
  const fitted = fitBallot(state);
  const ballots = words.flatMap((of): FileBallot[] => {
    const said = choose(of);
    return said?.ballot ? [{ stakeholder: of.stakeholder, at: said.at, ...fitted(said.ballot) }] : [];
  });
  return toNegotiation({ ...toFile(state, { ballots: 'none' }), ballots });
}
