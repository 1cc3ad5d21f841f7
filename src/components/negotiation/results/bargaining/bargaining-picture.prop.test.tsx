import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { STANCES } from '@/core/model';
import { compare, type Fraction, fraction, pointsText, sum } from '@/core/testing/oracle-fraction';
import { at } from '@/core/testing/oracle-standing';
import { runs } from '@/core/testing/property-runs';
import { messages } from '@/i18n/messages';
import { inner, isPoints, rendered, textOf } from '../../../testing/rendered';
import { idOf, type Scene, scenes, table, titleOf } from '../../../testing/scene';
import { Bargaining } from './bargaining';

const { stanceTurns } = messages.common;

it('bargaining: what both blocs gain by, their least gains, and which profile each aid points to', () => {
  let some = 0;
  fc.assert(
    fc.property(scenes, fc.integer({ min: 1 }), fc.integer({ min: 1 }), (scene, one, other) => {
      const { standing, stance, props, file } = scene;
      const { stakeholders } = standing;
      if (stakeholders.length === 1) return;
      const bloc = (mask: number) => {
        const members = stakeholders.filter((i) => (mask >> i) % 2 === 1);
        return members.length === 0 ? [0] : members;
      };
      const blocs = [bloc(one), bloc(other)] as const;
      const [first = '', second = ''] = blocs.map((members) =>
        members.map((i) => at(file.stakeholders, i).id).join(','),
      );
      const asked = scene.asked({ first, second });
      const html = rendered(
        <Bargaining frame={file} detail={props.detail} asked={asked} path="/n/n/results" />,
        file,
      );
      const range = standing.adoptable.filter(
        (x) =>
          x !== standing.d &&
          blocs.every((members) => members.every((i) => standing.strictly(stance, i, x, standing.d))),
      );
      const finding = textOf(inner(html, 'h3')[0] ?? '');
      expect(finding.startsWith(`${range.length === 0 ? 'No' : range.length} profile`)).toBe(true);
      expect(finding.endsWith(stanceTurns[stance])).toBe(true);
      if (range.length === 0) return;
      some += 1;
      checkRange(scene, blocs, range, html);
    }),
    runs(200),
  );
  expect(some).toBeGreaterThan(20);
});

type Blocs = readonly [readonly number[], readonly number[]];

function checkRange(scene: Scene, blocs: Blocs, range: readonly number[], html: string): void {
  const { standing, stance } = scene;
  const least = (each: (typeof STANCES)[number], members: readonly number[], x: number): Fraction | null => {
    const gains = members.map((i) => standing.gain(each, i, x));
    return gains.some((gain) => gain === null)
      ? null
      : gains.filter((gain) => gain !== null).reduce((a, b) => (compare(a, b) <= 0 ? a : b));
  };
  const point = (x: number) => {
    const [a, b] = blocs.map((members) => least(stance, members, x) ?? fraction(0));
    if (a === undefined || b === undefined) throw new Error('no gains');
    return {
      // Gains are in hundredths of a point.
      Nash: fraction(a.top * b.top, a.bottom * b.bottom * 100n),
      egalitarian: compare(a, b) <= 0 ? a : b,
      utilitarian: sum([a, b]),
    };
  };
  const winner = (aid: 'Nash' | 'egalitarian' | 'utilitarian') =>
    [...range]
      .sort((x, y) => (idOf(standing, x) < idOf(standing, y) ? -1 : 1))
      .reduce((most, x) => (compare(point(x)[aid], point(most)[aid]) > 0 ? x : most));
  const rows = table(html).slice(2);
  expect(rows).toHaveLength(range.length);
  range.forEach((x, k) => {
    const [title, ...cells] = at(rows, k);
    expect(title).toBe(titleOf(standing, x));
    blocs.forEach((members, side) => {
      STANCES.forEach((each, s) => {
        const gain = least(each, members, x);
        expect(isPoints(at(cells, 3 * side + s), gain && pointsText(gain))).toBe(true);
      });
    });
    expect(isPoints(at(cells, 6), pointsText(point(x).Nash))).toBe(true);
    expect(isPoints(at(cells, 7), pointsText(point(x).utilitarian))).toBe(true);
    const aids = (['Nash', 'egalitarian', 'utilitarian'] as const).filter((aid) => winner(aid) === x);
    expect(at(cells, 8)).toBe(aids.join(', ').replace(/, (?!.*, )/, ' and ') || '–');
  });
  const said = inner(html, 'ul').at(-1) ?? '';
  expect(inner(said, 'li').map(textOf)).toEqual([
    `Nash aid: ${titleOf(standing, winner('Nash'))} has the largest product of the two gains.`,
    `Egalitarian aid: ${titleOf(standing, winner('egalitarian'))} has the largest lesser gain.`,
    `Utilitarian aid: ${titleOf(standing, winner('utilitarian'))} has the largest sum of the two gains.`,
  ]);
}
