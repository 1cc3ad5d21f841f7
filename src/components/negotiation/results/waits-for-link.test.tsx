import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { frame as compile } from '@/core/frame';
import type { NegotiationFile } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { StandingDetail } from '@/negotiation/standing-detail';
import { inner, rendered, tablesIn, textOf } from '../../testing/rendered';
import { StandingPicture } from '../standing-picture';
import { type Asked, askedOf } from './asked';
import { Pairs } from './pairs/pairs';
import { Power } from './power';
import { ProfileArguments } from './profile-arguments';
import { ThreatsGrid } from './threats-grid';

const PROFILES = 30;
const STAKEHOLDERS = 101;
const PATH = '/n/n/results';

const file: NegotiationFile = {
  format: 'parley-negotiation/1',
  title: 'Many',
  rule: { members: { moreThan: '1/2' } },
  stakeholders: Array.from({ length: STAKEHOLDERS }, (_, i) => ({
    id: `s${i}`,
    name: `Name ${i}`,
    kind: 'other',
  })),
  profiles: Array.from({ length: PROFILES }, (_, x) => ({
    id: `p${x}`,
    title: `Title ${x}.`,
    ...(x === 0 && { default: true }),
    strategies: {},
  })),
  ballots: Array.from({ length: STAKEHOLDERS }, (_, i) => ({
    stakeholder: `s${i}`,
    at: '2026-01-05T10:00:00.000Z',
    scores: Object.fromEntries(
      Array.from({ length: PROFILES }, (_, x) => [`p${x}`, (37 * x + 11 * i) % 101]),
    ),
  })),
};
const result = aggregate(toNegotiation(file), { basis: 'stated', power: true });
const { power } = result;
const detail = new StandingDetail(file, 'stated');
const of = { result, frame: file };
const titles = file.profiles.slice(1).map(({ title }) => title);

function asking(open: string | null): Asked {
  return askedOf({ basis: 'stated', ...(open !== null && { open }) });
}

/** What a part's links open, by name. */
function opened(html: string): readonly string[] {
  return [...html.matchAll(/href="[^"]*open=([a-z0-9-]+)#\1"/g)].map(([, name = '']) => name);
}

function read(part: ReactNode): string {
  return rendered(part, file);
}

describe('in a large negotiation', () => {
  it('the overview has the profiles behind the first, and the numbers, one link away', () => {
    const overview = (open: string | null) =>
      read(<StandingPicture {...of} folds={{ asked: asking(open), path: '/n/n' }} />);
    const shown = (html: string) => titles.filter((title) => textOf(html).includes(title));
    const closed = overview(null);
    expect(opened(closed)).toEqual(['others', 'support-table']);
    expect(shown(closed)).toHaveLength(12);
    expect(tablesIn(closed)).toEqual([]);
    expect(shown(overview('others'))).toEqual(titles);
    expect(tablesIn(overview('support-table'))[0]).toHaveLength(PROFILES);
  });

  it('every profile has its support and its argument, at once or one link away', () => {
    const why = (open: string | null) =>
      read(
        <ProfileArguments
          {...of}
          compiled={compile(toNegotiation(file))}
          detail={detail}
          flipsOf={() => null}
          root="/n/n"
          asked={asking(open)}
        />,
      );
    const closed = why(null);
    expect(inner(closed, 'article')).toHaveLength(12);
    expect([...opened(closed)].sort()).toEqual(titles.map((_, x) => `argument-p${x + 1}`).sort());
    for (const name of opened(closed)) {
      const html = why(name);
      expect(inner(html, 'h3').map(textOf).sort()).toHaveLength(titles.length);
      const id = name.replace('argument-', '');
      const argument = inner(html, 'article').find((each) => each.includes(`id="why-${id}"`)) ?? '';
      expect(argument).toContain(`id="support-${id}"`);
      expect(tablesIn(argument)).toHaveLength(1);
    }
  });

  it('threats by profile and power by stakeholder are one link away', () => {
    const threats = (open: string | null) =>
      read(<ThreatsGrid {...of} folds={{ asked: asking(open), path: PATH }} />);
    expect(opened(threats(null))).toEqual(['threat-forms']);
    expect(tablesIn(threats(null))).toEqual([]);
    expect(tablesIn(threats('threat-forms'))).toEqual(tablesIn(read(<ThreatsGrid {...of} />)));
    const powerOf = (open: string | null) =>
      read(
        power === undefined ? null : (
          <Power power={power} frame={file} folds={{ asked: asking(open), path: PATH }} />
        ),
      );
    expect(opened(powerOf(null))).toEqual(['power-table']);
    expect(tablesIn(powerOf(null))).toEqual([]);
    expect(tablesIn(powerOf('power-table'))[0]?.length).toBeGreaterThan(10);
  });

  it('the matrix is a picture of every cell, and leads to all numbers without script', () => {
    const pairs = (open: string | null) =>
      read(<Pairs {...of} detail={detail} asked={asking(open)} negotiation="n" position={1} path={PATH} />);
    const picture = pairs(null);
    const adequate = result.pairs.necessary.filter((pair) => pair.adequate).length;
    expect([...picture.matchAll(/h7v7h-7z/g)]).toHaveLength(adequate);
    expect(picture).toMatch(/<noscript><a [^>]*open=matrix#pairs"/);
    const [grid] = tablesIn(pairs('matrix'));
    expect(grid).toHaveLength(PROFILES + 1);
    expect(grid?.every((row) => row.length === PROFILES + 1)).toBe(true);
  });
});
