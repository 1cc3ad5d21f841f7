import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { STANCES, type Stance } from '@/core/model';
import { againstDefault } from '@/core/testing/oracle-bar';
import { isIn, sizeOf } from '@/core/testing/oracle-coalitions';
import { pointsText } from '@/core/testing/oracle-fraction';
import { at, type Standing } from '@/core/testing/oracle-standing';
import { runs } from '@/core/testing/property-runs';
import { messages } from '@/i18n/messages';
import { inner, isPoints, rendered, textOf } from '../../../testing/rendered';
import { idOf, scenes, setOf, table, titleOf } from '../../../testing/scene';
import { Gains } from './gains';

const { stanceTurns } = messages.common;

it('gains: of each stakeholder what it gains, and whether that is at least the critical gain', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const { standing, stance, x, props, file } = scene;
      const { d, negotiation } = standing;
      if (x === d) return;
      const asked = scene.asked({ gains: idOf(standing, x) });
      const html = rendered(
        <Gains result={props.result} frame={file} detail={props.detail} asked={asked} path="/n/n/results" />,
        file,
      );
      const [, ...rows] = table(html);
      expect(rows.map(([name]) => name).sort()).toEqual(
        negotiation.stakeholders.map(({ id }) => `Name of ${id}`).sort(),
      );
      const critical = againstDefault(standing, x).criticalGain?.[stance] ?? null;
      const together: number[] = [];
      for (const [name, kind, ...cells] of rows) {
        const i = negotiation.stakeholders.findIndex(({ id }) => `Name of ${id}` === name);
        expect(kind).toBe('other');
        const weights = cells.splice(0, negotiation.dimensions.length);
        expect(weights.map((each) => Number(each.replaceAll(',', '')))).toEqual(
          at(negotiation.stakeholders, i).weights,
        );
        STANCES.forEach((each, s) => {
          const gain = standing.gain(each, i, x);
          const shown = at(cells, s);
          expect(isPoints(shown, gain && pointsText(gain))).toBe(true);
          if (gain !== null && gain.top > 0n) expect(shown.startsWith('+')).toBe(true);
        });
        if (cells[3] === 'yes') together.push(i);
        if (cells[3] === 'silent') {
          expect(isIn(i, standing.silent)).toBe(true);
          if (reaches(standing, stance, i, x, critical)) together.push(i);
        } else expect(cells[3]).toBe(reaches(standing, stance, i, x, critical) ? 'yes' : 'no');
      }
      expect(standing.bringsAbout(x, setOf(together))).toBe(critical !== null);
      const gaining = sizeOf(standing.preferring(stance, x, d));
      const finding = textOf(inner(html, 'h3')[0] ?? '');
      expect(
        finding.startsWith(
          `${titleOf(standing, x)}: ${gaining} of ${rows.length} gain ${stanceTurns[stance]}; `,
        ),
      ).toBe(true);
      if (critical === null) expect(finding).toContain('no critical gain, since too many gains are unknown');
      else expect(isPoints(/is (\S+) on the scale/.exec(finding)?.[1] ?? '', critical)).toBe(true);
    }),
    runs(100),
  );
});

function reaches(standing: Standing, stance: Stance, i: number, x: number, critical: string | null): boolean {
  const gain = standing.gain(stance, i, x);
  if (gain === null || critical === null) return false;
  const [top = '0', bottom = '1'] = critical.split('/');
  // The critical gain is in points, a gain in hundredths of them.
  return gain.top * BigInt(bottom) >= BigInt(top) * 100n * gain.bottom;
}
