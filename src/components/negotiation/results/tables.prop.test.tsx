import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { type AggregationResult, BASES, type Members, STANCES, THREAT_STATUSES } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { oracle } from '@/core/testing/oracle';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import { messages } from '@/i18n/messages';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { titleOf } from '@/negotiation/testing/claims-of-threats';
import { fileOf } from '@/negotiation/testing/file-of';
import { inner, isPoints, isShare, namesOf, rendered, tablesIn, textOf } from '../../testing/rendered';
import { AcuteRisk } from './acute-risk';
import { Aids } from './aids';
import { Leverage } from './leverage';
import { MembersTable } from './members-table';
import { ParetoStatuses } from './pareto/pareto-statuses';
import { Power } from './power';
import { Ratification } from './ratification';
import { ThreatsGrid } from './threats-grid';
import { VerdictTable } from './verdict-table';

const { yes, no, verdict: verdictWord, threatStatus } = messages.common;
const scenes = fc
  .record({ drawn: negotiations(), basis: fc.constantFrom(...BASES) })
  .map(({ drawn, basis }) => {
    const file = fileOf(drawn);
    const negotiation = toNegotiation(file);
    const shown = aggregate(negotiation, { basis, power: true });
    // What is compared with is not the result that is shown, but that of the aggregator's slow twin.
    return { file, shown, real: oracle(negotiation, { basis, power: true }) };
  });

/** The only table of a part; without one no rows. */
function only(html: string, heads: number): readonly (readonly string[])[] {
  const tables = tablesIn(html);
  expect(tables.length).toBeLessThanOrEqual(1);
  return tables[0]?.slice(heads) ?? [];
}

function at<T>(list: readonly T[], k: number): T {
  const element = list[k];
  if (element === undefined) throw new RangeError(`nothing at ${k}`);
  return element;
}

function ids(members: Members | null | undefined): readonly string[] {
  if (typeof members !== 'object' || members === null) throw new Error('no list');
  return members;
}

/** "necessary: yes expected: no possible: –", as it is read aloud. */
function marks(value: { readonly [S in (typeof STANCES)[number]]: boolean | null } | null): string {
  if (value === null) return '–';
  return STANCES.map((stance) => {
    const is = value[stance];
    return `${stance}: ${is === null ? '–' : is ? yes : no}`;
  }).join(' ');
}

describe(`the tables of the results (${REPRODUCE})`, { timeout: 300_000 }, () => {
  it('of verdicts: verdict, critical gains, threats, whether ratified and recommended', () => {
    fc.assert(
      fc.property(scenes, ({ file, shown, real }) => {
        const rows = only(rendered(<VerdictTable result={shown} frame={file} />, file), 2);
        expect(rows).toHaveLength(real.profiles.length);
        for (const [k, own] of real.profiles.entries()) {
          const [title, verdict, ...rest] = at(rows, k);
          expect([title, verdict]).toEqual([`Title of ${own.id}`, verdictWord[own.verdict]]);
          STANCES.forEach((stance, s) => {
            expect(isPoints(at(rest, s), own.criticalGain?.[stance] ?? null)).toBe(true);
          });
          const threats = own.threats === null ? '–' : threatStatus[own.threats];
          expect(rest.slice(3)).toEqual([threats, own.ratified ? yes : no, own.recommended ? yes : no]);
        }
      }),
      runs(60),
    );
  });

  it('of members: who gains, is critical, is worse off, and how many leaving would make it fall', () => {
    fc.assert(
      fc.property(scenes, ({ file, shown, real }) => {
        for (const [x, own] of real.profiles.entries()) {
          const rows = only(rendered(<MembersTable profile={at(shown.profiles, x)} frame={file} />, file), 1);
          STANCES.forEach((stance, s) => {
            const [head, gaining, critical, worse, gain = '', resilience] = at(rows, s);
            expect(head).toBe(stance);
            if (own.coalition === null) {
              expect([gaining, worse, resilience]).toEqual(['–', '–', '–']);
              return;
            }
            expect(gaining).toBe(namesOf(ids(own.coalition[stance])) || 'nobody');
            const members = own.criticalMembers?.[stance] ?? null;
            expect(critical).toBe(members === null ? 'not adequate' : namesOf(ids(members)) || 'nobody');
            expect(worse).toBe(namesOf(ids(own.worseOff?.[stance])) || 'nobody');
            const points = own.criticalGain?.[stance] ?? null;
            expect(isPoints(gain.replace(' points', ''), points, 'none suffices')).toBe(true);
            expect(resilience).toBe(String(own.resilience?.[stance] ?? '–'));
          });
        }
      }),
      runs(60),
    );
  });

  it('of threats: every form by profile, and how many are worse or unresolved each way', () => {
    fc.assert(
      fc.property(scenes, ({ file, shown, real }) => {
        const html = rendered(<ThreatsGrid result={shown} frame={file} />, file);
        const [heads = [], ...rows] = only(html, 0);
        const profiles = real.profiles.filter(({ verdict }) => verdict !== 'default');
        expect(heads.slice(1, -1)).toEqual(profiles.map(({ id }) => `Title of ${id}`));
        const threats = toNegotiation(file).threats;
        const status = (own: AggregationResult['profiles'][number], threat: string) =>
          THREAT_STATUSES.find((each) => own.threatForms?.[each].includes(threat)) ?? 'worse';
        const open = (each: string) => each === 'worse' || each === 'unresolved';
        expect(rows).toHaveLength(threats.length + 1);
        threats.forEach((threat, k) => {
          const all = profiles.map((own) => status(own, threat));
          expect(at(rows, k)).toEqual([
            titleOf(threat),
            ...all.map((each) => threatStatus[each]),
            String(all.filter(open).length),
          ]);
        });
        const totals = profiles.map((own) =>
          String(threats.filter((each) => open(status(own, each))).length),
        );
        expect(at(rows, threats.length).slice(1, -1)).toEqual(totals);
        const fine = profiles.filter(({ threats: own }) => own === 'no-worse' || own === 'safer');
        const finding = textOf(at(inner(html, 'h3'), 0));
        if (fine.length === 0) expect(finding).toBe('Every profile has a threat that is worse or unresolved');
        else
          expect(finding).toContain(
            fine
              .map(({ id }) => `Title of ${id}`)
              .join(', ')
              .replace(/, (?!.*, )/, ' and '),
          );
        expect(finding.startsWith(fine.length === 0 ? 'Every' : `${fine.length} profile`)).toBe(true);
      }),
      runs(40),
    );
  });

  it('of research leverage: in its order, what the verdict is with each guarantee and without', () => {
    fc.assert(
      fc.property(scenes, ({ file, shown, real }) => {
        const rows = only(rendered(<Leverage result={shown} frame={file} />, file), 1);
        const expected = real.leverage.flatMap(({ guarantee, profiles }, rank) => {
          const delivered = file.guarantees?.find(({ id }) => id === guarantee)?.delivered === true;
          const head = `${rank + 1}. Guarantee ${guarantee}`;
          if (profiles.length === 0) return [[head, 'No profile relies on it.']];
          return profiles.map(({ id, verdict, without, stated, firm, pivotal }, k) => [
            ...(k === 0 ? [`${head} ${delivered ? 'delivered' : 'not delivered yet'}`] : []),
            `Title of ${id}`,
            verdictWord[verdict],
            verdictWord[without],
            String(stated),
            marks(firm),
            marks(pivotal),
          ]);
        });
        expect(rows).toEqual(expected);
      }),
      runs(80),
    );
  });

  it('of the acute risk, of the aids, and of efficiency, core and unanimity', () => {
    fc.assert(
      fc.property(scenes, ({ file, shown, real }) => {
        const acute = rendered(<AcuteRisk result={shown} frame={file} />, file);
        const assessed = real.profiles.flatMap(({ id, acuteRisk }) =>
          acuteRisk ? [{ id, ...acuteRisk }] : [],
        );
        const rows = only(acute, 1);
        expect(rows).toHaveLength(assessed.length);
        assessed.forEach(({ id, assessors, low, median, high }, k) => {
          const [title, number, ...ends] = at(rows, k);
          expect([title, number]).toEqual([`Title of ${id}`, String(assessors)]);
          [low, median, high].forEach((exact, e) => {
            expect(isPoints(at(ends, e), exact)).toBe(true);
          });
        });
        faultlessAcute(textOf(inner(acute, 'h3')[0] ?? ''), assessed);

        const aids = only(rendered(<Aids result={shown} frame={file} />, file), 1);
        (['utilitarian', 'egalitarian'] as const).forEach((aid, k) => {
          STANCES.forEach((stance, s) => {
            const cell = at(at(aids, k), s + 1);
            const exact = real.aids[stance][aid];
            if (exact === null) expect(cell).toBe('none clears under this stance');
            else {
              expect(cell.startsWith(`Title of ${exact.id} (`)).toBe(true);
              expect(isPoints(cell.replace(/^.*\(|\)$/g, ''), exact.value)).toBe(true);
            }
          });
        });

        const statuses = only(rendered(<ParetoStatuses result={shown} frame={file} />, file), 1);
        expect(statuses).toEqual(
          real.profiles.map(({ id, efficient, weaklyEfficient, core, unanimous }) => [
            `Title of ${id}`,
            ...[efficient, weaklyEfficient, core, unanimous].map(marks),
          ]),
        );
      }),
      runs(60),
    );
  });

  it('of power, and who has the most of it', () => {
    fc.assert(
      fc.property(scenes, ({ file, shown, real }) => {
        if (shown.power === undefined || real.power === undefined) throw new Error('no power');
        const html = rendered(<Power power={shown.power} frame={file} />, file);
        const rows = only(html, 1);
        const exact = [...real.power.stakeholders];
        expect(rows.map(([name]) => name).sort()).toEqual(exact.map(({ id }) => `Name of ${id}`).sort());
        const order = rows.map(([name]) => exact.find(({ id }) => `Name of ${id}` === name)?.banzhaf ?? -1);
        expect(order).toEqual([...order].sort((a, b) => b - a));
        for (const [name, banzhaf = '', shapley = ''] of rows) {
          const own = exact.find(({ id }) => `Name of ${id}` === name);
          expect(isShare(banzhaf, own?.banzhaf ?? -1) && isShare(shapley, own?.shapleyShubik ?? -1)).toBe(
            true,
          );
        }
        const most = Math.max(...exact.map(({ banzhaf }) => banzhaf));
        const strongest = exact.filter(({ banzhaf }) => banzhaf === most);
        const finding = textOf(at(inner(html, 'h3'), 0));
        if (strongest.length === 1) expect(finding).toMatch(/^Name of \S+ has the most power: /);
        else if (strongest.length <= 3) expect(finding).toContain('have the most power, each the same');
        else expect(finding).toContain(`${strongest.length} stakeholders have the most power`);
        const named = strongest.filter(({ id }) => finding.includes(`Name of ${id}`)).length;
        expect(named).toBe(Math.min(strongest.length, 3) === strongest.length ? strongest.length : 0);
        expect(isShare(finding.replace(/^.*?([\d.]+ %).*$/, '$1'), most)).toBe(true);
        const zero = exact.filter(({ banzhafSwings }) => banzhafSwings === '0').length;
        const none = /(\d+) stakeholders? (?:has|have) no power/.exec(textOf(html))?.[1] ?? '0';
        expect(none).toBe(String(zero));
      }),
      runs(60),
    );
  });

  it('of ratification: whose pledges hold together, and whether they suffice', () => {
    fc.assert(
      fc.property(scenes, ({ file, shown, real }) => {
        const said = inner(rendered(<Ratification result={shown} frame={file} />, file), 'li').map(textOf);
        const pledged = real.profiles.filter(({ ratifiers }) => ids(ratifiers).length > 0);
        expect(said).toHaveLength(pledged.length);
        pledged.forEach(({ id, ratifiers, ratified }, k) => {
          const names = namesOf(ids(ratifiers));
          const sentence = ratified
            ? `Title of ${id} is ratified: ${names} , whose conditions all hold`
            : `Title of ${id} is not ratified: ${names} pledge it and their conditions hold, but they are not adequate.`;
          expect(at(said, k).replace(' ,', ',').startsWith(sentence.replace(' ,', ','))).toBe(true);
        });
      }),
      runs(80),
    );
  });
});

/** Who is named helps most by the median, and where several do the sentence says so. */
function faultlessAcute(
  finding: string,
  assessed: readonly { readonly id: string; readonly assessors: number; readonly median: string }[],
): void {
  if (assessed.length === 0) return;
  const value = (points: string) => {
    const [a = 0, b = 1] = points.split('/').map(Number);
    return a / b;
  };
  const most = Math.max(...assessed.map(({ median }) => value(median)));
  const best = assessed.filter(({ median }) => value(median) === most);
  for (const { id } of best) expect(finding).toContain(`Title of ${id}`);
  for (const { id } of assessed)
    if (!best.some((each) => each.id === id)) expect(finding).not.toContain(`Title of ${id}`);
  const [only] = best;
  if (best.length === 1 && only !== undefined) expect(finding).toContain(`of ${only.assessors} assessor`);
  expect(isPoints(finding.replace(/^.*?([\d.]+) of 100$/, '$1'), at(best, 0).median)).toBe(true);
}
