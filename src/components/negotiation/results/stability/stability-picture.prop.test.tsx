import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { sanctionsOf, stabilityOf } from '@/core/testing/oracle-stability';
import { DUAL } from '@/core/testing/oracle-stances';
import { at, type Standing } from '@/core/testing/oracle-standing';
import { runs } from '@/core/testing/property-runs';
import { messages } from '@/i18n/messages';
import { inner, type ReadTable, rendered, textOf, titlesOf } from '../../../testing/rendered';
import { idOf, type Scene, scenes, table } from '../../../testing/scene';
import { Stability } from './stability';

const { stanceTurns } = messages.common;

it('stability: every move with whom it tempts and what deters that, and in sentences of one of them', () => {
  let tempted = 0;
  fc.assert(
    fc.property(scenes, fc.nat(), (scene, which) => {
      const { standing, stance, props, file } = scene;
      const rows = standing.profiles.map((x) => stabilityOf(standing, x)[stance]);
      const away = rows.flatMap(({ temptations }, x) =>
        typeof temptations === 'number'
          ? []
          : temptations.map((each) => ({ ...each, from: idOf(standing, x) })),
      );
      const one = away.length === 0 ? null : at(away, which % away.length);
      const asked = scene.asked(one === null ? {} : { leave: one.from, mover: one.stakeholder, to: one.to });
      const html = rendered(
        <Stability
          result={props.result}
          frame={file}
          detail={props.detail}
          asked={asked}
          path="/n/n/results"
        />,
        file,
      );
      const told = rows.filter(({ nash }) => nash !== null);
      if (told.length === 0) {
        expect(textOf(html)).toContain('stability has nothing to say');
        return;
      }
      const nash = told.filter((each) => each.nash === true).length;
      const finding = textOf(inner(html, 'h3')[0] ?? '');
      expect(
        finding.startsWith(nash === 0 ? 'No profile is self-enforcing' : `${nash} of ${told.length} `),
      ).toBe(true);
      checkTemptations(scene, table(html).slice(1), away.length);
      if (one === null) return;
      tempted += 1;
      const said =
        inner(html, 'p')
          .map(textOf)
          .find((each) => each.includes('is tempted to leave')) ?? '';
      checkTemptation(scene, said, one);
    }),
    runs(120),
  );
  expect(tempted).toBeGreaterThan(30);
});

const CONCEPTS = ['gmr', 'smr', 'seq'] as const;

function checkTemptations({ standing, stance }: Scene, rows: ReadTable, away: number): void {
  const index = (name: string | undefined, list: readonly { readonly id: string }[], of: string) =>
    list.findIndex(({ id }) => `${of} of ${id}` === name);
  const { negotiation } = standing;
  let tempting = 0;
  for (const [name, from, to, tempts, ...deterred] of rows) {
    const i = index(name, negotiation.stakeholders, 'Name');
    const [x, y] = [index(from, negotiation.profiles, 'Title'), index(to, negotiation.profiles, 'Title')];
    const is = standing.strictly(DUAL[stance], i, y, x);
    expect(tempts).toBe(is ? 'yes' : 'no');
    if (is) tempting += 1;
    const sanctions = sanctionsOf(standing, stance, i, x, y);
    CONCEPTS.forEach((concept, k) => {
      expect(deterred[k]).toBe(is ? sortedTitles(standing, sanctions[concept]) || 'nothing' : '–');
    });
  }
  expect(tempting).toBe(away);
}

function sortedTitles(standing: Standing, profiles: readonly number[]): string {
  return titlesOf([...profiles].sort((a, b) => a - b).map((z) => idOf(standing, z)));
}

/** What a temptation is, and what deters it under each concept. */
function checkTemptation(
  { standing, stance }: Scene,
  said: string,
  { stakeholder, from, to }: { readonly stakeholder: string; readonly from: string; readonly to: string },
): void {
  const { negotiation } = standing;
  const i = negotiation.stakeholders.findIndex(({ id }) => id === stakeholder);
  const [x, y] = [from, to].map((id) => negotiation.profiles.findIndex((each) => each.id === id));
  const { gmr, smr, seq } = sanctionsOf(standing, stance, i, x ?? -1, y ?? -1);
  const name = `Name of ${stakeholder}`;
  const turns = stanceTurns[stance];
  const head = `${name} is tempted to leave Title of ${from} for Title of ${to}: it prefers that ${stanceTurns[DUAL[stance]]}. `;
  const each = gmr.length === 1 ? 'that' : 'each of these';
  const titles = (profiles: readonly number[]) => sortedTitles(standing, profiles);
  const rest =
    gmr.length === 0
      ? `Nothing deters it: no moves of the others lead from there to a profile that ${name} holds to be no better than Title of ${from} ${turns}.`
      : [
          `What deters it: from there the others can move on to ${titles(gmr)}, no better for ${name} than Title of ${from} ${turns} (GMR).`,
          smr.length === 0
            ? `It could escape ${each} by a further move (not SMR).`
            : `It could not escape ${titles(smr)} by a further move (SMR).`,
          seq.length === 0
            ? 'The others would not all prefer the moves that this takes (not SEQ).'
            : `To ${titles(seq)} the others would go by moves that each of them prefers (SEQ).`,
        ].join(' ');
  expect(said).toBe(head + rest);
}
