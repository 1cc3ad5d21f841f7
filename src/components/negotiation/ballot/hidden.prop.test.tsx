import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { at } from '@/core/testing/oracle-standing';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import { viewerOf } from '@/negotiation/authority';
import { MODES } from '@/negotiation/events/negotiation';
import type { BallotBody, NegotiationFile } from '@/negotiation/file/model';
import { standingAccess } from '@/negotiation/standing-access';
import { fileOf } from '@/negotiation/testing/file-of';
import { FACILITATOR, Stage } from '@/negotiation/testing/stage';
import type { Mode } from '@/negotiation/views';
import { ownBallot, visibleFile } from '@/negotiation/visibility';
import { faultsOfForesight, isUninformed, turnOf } from '../../testing/claims-of-preview';
import { inner, rendered, textOf } from '../../testing/rendered';
import { ConsequenceList } from './consequence-list';
import { foreseeing } from './consequences';
import { hiddenOf } from './hidden';
import { Preview } from './preview';

/** Of each stakeholder what it casts in a round; `null`: nothing. */
type Round = readonly (BallotBody | null)[];
interface Script {
  readonly mode: Mode;
  /** The last of them is open, unless it is `closed`. */
  readonly rounds: readonly Round[];
  readonly closed: boolean;
}

const scenes = fc.record({
  negotiation: negotiations(),
  whose: fc.nat(),
  mode: fc.constantFrom(...MODES),
  rounds: fc.array(fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 2 }),
  /** What the others cast in the last round of another world. */
  other: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  closed: fc.boolean(),
  mine: fc.nat(),
});

it(`behind seals and in private nothing is foreseen of what others cast (${REPRODUCE})`, {
  timeout: 300_000,
}, () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(scenes, (drawn) => {
      const { negotiation, mode, closed } = drawn;
      const file = fileOf(negotiation);
      const i = drawn.whose % negotiation.stakeholders.length;
      const casts = (which: readonly number[]): Round =>
        negotiation.stakeholders.map((_, k) => pool(file, which[k]));
      const rounds = drawn.rounds.map(casts);
      const others = casts(drawn.other);
      // Of a private negotiation what was cast in an earlier round is as hidden as what is cast now.
      const elsewhere = rounds.map((round, k) =>
        mode === 'private' || k === rounds.length - 1
          ? round.map((cast, who) => (who === i ? cast : (others[who] ?? null)))
          : round,
      );
      const body = pool(file, drawn.mine) ?? { abstain: true };
      const here = told(file, { mode, rounds, closed }, i, body);
      const there = told(file, { mode, rounds: elsewhere, closed }, i, body);
      const isSealed = mode === 'private' || (mode === 'sealed' && !closed);
      if (isSealed) expect(there).toEqual(here);
      seen.add(`${mode} ${here.hidden}`);
      const named = negotiation.stakeholders.filter((_, k) => k !== i).map(({ id }) => `Name of ${id}`);
      for (const name of named) expect(here.said.join(' ')).not.toContain(name);
      if (here.hidden === 'all') {
        expect(here.said.join(' ')).not.toMatch(/clears|leans|within reach|out of reach|coalition|suffice/);
      } else {
        const revealed = isSealed
          ? rounds.map((round, k) =>
              round.map((cast, who) => (k < rounds.length - 1 || who === i ? cast : null)),
            )
          : rounds;
        const turn = turnOf(fileAfter(file, revealed), at(file.stakeholders, i).id, body);
        expect(faultsOfForesight(turn, i, here.uninformed, here.said)).toEqual([]);
      }
    }),
    runs(60),
  );
  expect([...seen].sort()).toEqual([
    'open nothing',
    'private all',
    'sealed all',
    'sealed nothing',
    'sealed since',
  ]);
});

/** A ballot of the drawn ones; once in four, none. */
function pool({ ballots = [] }: NegotiationFile, which = 0): BallotBody | null {
  const ballot = which % 4 === 3 ? undefined : ballots[which % Math.max(1, ballots.length)];
  if (ballot === undefined) return null;
  const { stakeholder: _, at: __, ...body } = ballot;
  return body;
}

const delegateOf = (id: string) => `u_${id}`;

/** The history of the script, from the file without its ballots; everyone has a delegate. */
function played(file: NegotiationFile, { mode, rounds, closed }: Script): Stage {
  const stage = new Stage();
  stage.do(FACILITATOR, 'createNegotiation', { title: 'Drawn', mode, public: false, succeeds: null });
  const { ballots: _, ...bare } = file;
  stage.do(FACILITATOR, 'importFile', { file: bare });
  for (const { id } of file.stakeholders) {
    const expiresAt = stage.later(24);
    stage.do(FACILITATOR, 'invite', { invitation: id, role: 'delegate', stakeholder: id, expiresAt });
    stage.do(delegateOf(id), 'join', { invitation: id });
  }
  stage.wait(24 * 30);
  rounds.forEach((round, k) => {
    stage.do(FACILITATOR, 'openRound', { deadline: null });
    round.forEach((ballot, who) => {
      const { id } = at(file.stakeholders, who);
      if (ballot !== null) stage.do(delegateOf(id), 'castBallot', { stakeholder: id, ballot });
    });
    if (closed || k < rounds.length - 1) stage.do(FACILITATOR, 'closeRound', {});
  });
  return stage;
}

/** All that the preview says to the delegate of i of a ballot that they have written, in sentences. */
function told(file: NegotiationFile, script: Script, i: number, body: BallotBody) {
  const stage = played(file, script);
  const { id, name } = at(file.stakeholders, i);
  const state = stage.known;
  const viewer = viewerOf(state, delegateOf(id), stage.now);
  const openings = (commitment: string) => stage.openings.get(commitment);
  const hidden = hiddenOf({
    mode: state.mode,
    phase: state.phase.kind,
    standing: standingAccess(state, viewer),
  });
  const uninformed = isUninformed(file, id);
  if (hidden !== 'all') {
    const seen = visibleFile(state, viewer, { openings });
    if (seen === null) throw new Error('a delegate sees the negotiation');
    const foreseen = foreseeing(seen, id)(body, stage.now);
    const list = <ConsequenceList consequences={foreseen} file={seen} uninformed={uninformed} />;
    return { hidden, uninformed, said: inner(rendered(list, seen), 'li').map(textOf) };
  }
  const counting = ownBallot(state, viewer, id, openings);
  const preview = (
    <Preview
      negotiation="n"
      stakeholder={{ id, name }}
      body={body}
      counting={counting}
      frame={file}
      uninformed={uninformed}
      hidden={hidden}
    />
  );
  return { hidden, uninformed, said: [textOf(rendered(preview, file))] };
}

/** The file as of the rounds, of which each comes a day after the other. */
function fileAfter(file: NegotiationFile, rounds: readonly Round[]): NegotiationFile {
  const ballots = rounds.flatMap((round, k) =>
    round.flatMap((cast, who) =>
      cast === null
        ? []
        : [{ ...cast, stakeholder: at(file.stakeholders, who).id, at: `2026-03-0${k + 1}T00:00:00.000Z` }],
    ),
  );
  return { ...file, ballots };
}
