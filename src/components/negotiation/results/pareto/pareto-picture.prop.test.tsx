import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { STANCES, type Stance } from '@/core/model';
import { isIn } from '@/core/testing/oracle-coalitions';
import { dominators } from '@/core/testing/oracle-pareto';
import { at, type Standing } from '@/core/testing/oracle-standing';
import { runs } from '@/core/testing/property-runs';
import { messages } from '@/i18n/messages';
import { inner, namesOf, rendered, textOf, titlesOf } from '../../../testing/rendered';
import { idOf, idsOf, scenes, setOf, table, titleOf } from '../../../testing/scene';
import { Pareto } from './pareto';

const { stanceTurns } = messages.common;

it('Pareto: who dominates whom, and of two profiles whether, and who stands in the way', () => {
  const told = new Set<string>();
  fc.assert(
    fc.property(scenes, (scene) => {
      const { standing, stance, x, y, props, file } = scene;
      const asked = scene.asked({ over: idOf(standing, x), under: idOf(standing, y) });
      const html = rendered(<Pareto {...props} asked={asked} />, file);
      const [, ...rows] = table(html);
      const above = (each: Stance, of: number) =>
        dominators(standing, each, of).map((dominator) => idOf(standing, dominator));
      expect(rows).toEqual(
        standing.profiles.map((of) => [
          titleOf(standing, of),
          ...STANCES.map((each) => titlesOf(above(each, of)) || '–'),
        ]),
      );
      const pairs = standing.profiles.reduce((sum, of) => sum + above(stance, of).length, 0);
      const finding = textOf(inner(html, 'h3')[0] ?? '');
      const starts = pairs === 0 ? 'No profile dominates' : pairs === 1 ? 'In one pair' : `In ${pairs} pairs`;
      expect(finding.startsWith(starts) && finding.endsWith(stanceTurns[stance])).toBe(true);

      const [said = '', inTheWay] = inner(html.slice(html.indexOf('role="status"')), 'p').map(textOf);
      const asks = stance === 'expected' ? heard(standing) : standing.stakeholders;
      const quorum = stance !== 'expected' || standing.isAdequate(setOf(asks));
      const stand = standing.stakeholders.filter((i) => !standing.weakly(stance, i, x, y));
      const way = asks.filter((i) => stand.includes(i));
      const gaining = standing.stakeholders.filter((i) => standing.strictly(stance, i, x, y));
      const [over, under] = [titleOf(standing, x), titleOf(standing, y)];
      const not = `${over} does not dominate ${under} ${stanceTurns[stance]}`;
      if (dominators(standing, stance, y).includes(x)) {
        told.add('dominates');
        const who = stance === 'expected' ? 'everyone that has spoken' : 'everyone';
        const better = `${gaining.length} stakeholder${gaining.length === 1 ? '' : 's'} better.`;
        expect(said).toBe(
          `${over} dominates ${under} ${stanceTurns[stance]}: ${who} holds it to be at least as good, and ${better}`,
        );
      } else if (!at(standing.negotiation.profiles, x).adoptable) {
        told.add('state');
        expect(said.startsWith(`${over} is only a state`)).toBe(true);
      } else if (!quorum || asks.length === 0) {
        told.add('quorum');
        expect(said).toBe(`Too few have spoken for anything to dominate ${stanceTurns[stance]}.`);
      } else if (way.length === 0) {
        told.add('nobodyGains');
        expect(gaining).toEqual([]);
        expect(said).toBe(`${not}: nobody stands in the way, but nobody holds it to be better either.`);
      } else {
        told.add('stands');
        const do_ = way.length === 1 ? 'stakeholder does' : 'stakeholders do';
        expect(said).toBe(`${not}: ${way.length} ${do_} not hold it to be at least as good.`);
        expect(inTheWay).toBe(`In the way: ${namesOf(idsOf(standing, setOf(way)))}`);
      }
    }),
    runs(250),
  );
  expect([...told].sort()).toEqual(['dominates', 'nobodyGains', 'quorum', 'stands', 'state']);
});

function heard({ stakeholders, silent }: Standing): readonly number[] {
  return stakeholders.filter((i) => !isIn(i, silent));
}
