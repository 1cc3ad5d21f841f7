import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { sizeOf } from '@/core/testing/oracle-coalitions';
import { runs } from '@/core/testing/property-runs';
import { messages } from '@/i18n/messages';
import { isPercent } from '@/negotiation/testing/claims-of-why';
import { inner, namesOf, rendered, textOf } from '../../../testing/rendered';
import { idOf, idsOf, type Scene, scenes, table, titleOf } from '../../../testing/scene';
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
