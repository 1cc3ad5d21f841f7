import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { STANCES } from '@/core/model';
import { sizeOf, weightOf } from '@/core/testing/oracle-coalitions';
import { at, standingOn } from '@/core/testing/oracle-standing';
import { runs } from '@/core/testing/property-runs';
import { messages } from '@/i18n/messages';
import type { NegotiationFile } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { fileOf } from '@/negotiation/testing/file-of';
import { scenes } from '@/negotiation/testing/scenarios';
import { apply } from '@/negotiation/what-if/apply';
import { standingOfSandbox } from '@/negotiation/what-if/standing-of-sandbox';
import { startOf } from '@/negotiation/what-if/start';
import { rendered, tablesIn } from '../../testing/rendered';
import { BeforeAfter } from './before-after';

const { yes, no, verdict, threatStatus } = messages.common;

it('the tables of a sandbox are its standing before and after, of which the core says the same', () => {
  fc.assert(
    fc.property(scenes, ({ negotiation, changes }) => {
      const start = startOf(fileOf(negotiation), 'stated');
      const applied = apply(start, changes);
      // A world in which a guarantee fails has no ballots of a file, so it is not recounted here.
      if (!applied.ok || applied.sandbox.failed !== null) return;
      const before = {
        file: start,
        result: standingOfSandbox({ file: start, informed: null, failed: null }),
      };
      const after = { file: applied.sandbox.file, result: standingOfSandbox(applied.sandbox) };
      const html = rendered(<BeforeAfter before={before} after={after} real={null} />, after.file);
      const [judged = [], support = []] = tablesIn(html);
      const rivals = after.result.profiles.filter((each) => each.verdict !== 'default');
      const words = (each: (typeof rivals)[number] | undefined) => [
        verdict[each?.verdict ?? 'default'],
        each?.threats ? threatStatus[each.threats] : '–',
        each?.ratified ? yes : no,
        each?.recommended ? yes : no,
      ];
      expect(judged.slice(1)).toEqual(
        rivals.map((own) => {
          const old = words(before.result.profiles.find(({ id }) => id === own.id));
          return [`Title of ${own.id}`, ...words(own).map((now, k) => `${at(old, k)} → ${now}`)];
        }),
      );
      const [then, now] = [totals(start), totals(after.file)];
      for (const [title = '', track = '', ...cells] of support.slice(1)) {
        const dimension = track.split(' ')[0] ?? '';
        STANCES.forEach((stance, s) => {
          const [old = '', own] = at(cells, s).split(' → ');
          expect(own).toBe(now(title, dimension, stance));
          // The rule may have had no such track.
          if (old !== '–') expect(old).toBe(then(title, dimension, stance));
        });
      }
    }),
    runs(100),
  );
});

/** What supports a profile, recounted: of a dimension, or in heads. */
function totals(file: NegotiationFile) {
  const standing = standingOn(toNegotiation(file), 'stated');
  const { negotiation, stakeholders } = standing;
  return (title: string, track: string, stance: (typeof STANCES)[number]): string => {
    const x = negotiation.profiles.findIndex(({ id }) => `Title of ${id}` === title);
    const coalition = standing.preferring(stance, x, standing.d);
    const dimension = negotiation.dimensions.indexOf(track);
    if (dimension < 0) return `${sizeOf(coalition)} / ${stakeholders.length}`;
    const all = stakeholders.reduce((set, i) => set | (1 << i), 0);
    return `${weightOf(negotiation, coalition, dimension)} / ${weightOf(negotiation, all, dimension)}`;
  };
}
