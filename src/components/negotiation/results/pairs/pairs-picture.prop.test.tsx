import * as fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { sizeOf } from '@/core/testing/oracle-coalitions';
import { runs } from '@/core/testing/property-runs';
import { messages } from '@/i18n/messages';
import { isPercent } from '@/negotiation/testing/claims-of-why';
import { inner, namesOf, rendered, textOf } from '../../../testing/rendered';
import { idOf, idsOf, type Scene, scenes, table, titleOf } from '../../../testing/scene';
import { MatrixPicture } from './matrix-picture';
import { Pairs } from './pairs';

const { stanceTurns } = messages.common;

it('pairs: every number of the matrix, and of a pair both sentences and both coalitions', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const { standing, stance, x, y, props } = scene;
      const asked = scene.asked({ over: idOf(standing, x), under: idOf(standing, y) });
      const html = rendered(<Pairs {...props} asked={asked} />, scene.file);
      const [[, ...heads] = [], ...rows] = table(html);
      const index = new Map(standing.profiles.map((each) => [titleOf(standing, each), each]));
      expect(rows.map(([head]) => head)).toEqual(heads);
      expect([...heads].sort()).toEqual([...index.keys()].sort());
      let adequate = 0;
      for (const [head = '', ...cells] of rows) {
        cells.forEach((cell, column) => {
          const [a, b] = [index.get(head) ?? -1, index.get(heads[column] ?? '') ?? -1];
          if (a === b) {
            expect(cell).toBe('');
            return;
          }
          const coalition = standing.preferring(stance, a, b);
          const suffices = standing.bringsAbout(a, coalition);
          if (suffices) adequate += 1;
          expect(cell).toBe(`${sizeOf(coalition)}${suffices ? ' adequate' : ''}`);
        });
      }
      const finding = textOf(inner(html, 'h3')[0] ?? '');
      expect(finding.startsWith(adequate === 0 ? 'No profile is' : `${adequate} pair`)).toBe(true);

      const panel = html.slice(html.indexOf('role="status"'));
      const paragraphs = inner(panel, 'p').map(textOf);
      checkPairSentence(scene, paragraphs[0] ?? '', x, y);
      checkPairSentence(scene, paragraphs[1] ?? '', y, x);
      const who = [standing.preferring(stance, x, y), standing.preferring(stance, y, x)];
      expect(paragraphs.slice(2)).toEqual(who.map((each) => namesOf(idsOf(standing, each)) || 'nobody'));
    }),
    runs(60),
  );
});

/** "3 of 5 stakeholders, with 59 % of d0, prefer Title of p1 to Title of p0 at face value: an adequate coalition." */
function checkPairSentence({ standing, stance }: Scene, said: string, x: number, y: number): void {
  const { negotiation, stakeholders } = standing;
  const coalition = standing.preferring(stance, x, y);
  const members = sizeOf(coalition);
  const end = standing.bringsAbout(x, coalition) ? ': an adequate coalition.' : '.';
  const claim = `${titleOf(standing, x)} to ${titleOf(standing, y)} ${stanceTurns[stance]}${end}`;
  if (members === 0) {
    expect(said).toBe(`No stakeholder prefers ${claim}`);
    return;
  }
  expect(said.startsWith(`${members} of ${stakeholders.length} stakeholders`)).toBe(true);
  expect(said.endsWith(`${members === 1 ? 'prefers' : 'prefer'} ${claim}`)).toBe(true);
  negotiation.dimensions.forEach((dimension, d) => {
    const percent = new RegExp(`([\\d.…]+) % of ${dimension}\\b`).exec(said)?.[1] ?? 'none';
    expect(isPercent(negotiation, coalition, d, percent)).toBe(true);
  });
}

it('the picture of a matrix has every cell as dark as its share, and a frame around every adequate one', () => {
  const cells = fc.integer({ min: 1, max: 6 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      members: fc.array(fc.nat(20), { minLength: size ** 2, maxLength: size ** 2 }),
      adequate: fc.array(fc.constantFrom('0', '1'), { minLength: size ** 2, maxLength: size ** 2 }),
    }),
  );
  fc.assert(
    fc.property(cells, ({ size, members, adequate }) => {
      const matrix = { members, adequate: adequate.join('') };
      const html = renderToStaticMarkup(
        <MatrixPicture matrix={matrix} size={size} of={20} label="" row={0} column={0} />,
      );
      const drawn = members.map(() => 0);
      for (const [, path = '', opacity] of html.matchAll(
        /<path d="([^"]*)" class="stroke-expected" stroke-opacity="([^"]*)"/g,
      )) {
        for (const [, from, row, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
          drawn.fill(
            Number(opacity),
            size * Number(row) + Number(from),
            size * Number(row) + Number(from) + Number(length),
          );
        }
      }
      expect(drawn).toEqual(members.map((count) => Math.floor(count / 2) * 0.06));
      const framed = [...html.matchAll(/M(\d+) (\d+)h7v7h-7z/g)].map(
        ([, x, y]) => (size * Number(y)) / 8 + Number(x) / 8,
      );
      expect(framed).toEqual(adequate.flatMap((each, cell) => (each === '1' ? [cell] : [])));
    }),
    runs(200),
  );
});
