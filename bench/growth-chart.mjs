#!/usr/bin/env node
/**
 * `node bench/growth-chart.mjs RESULTS.json`: draws how the time of the pair tallies grows with the stakeholders, from
 * what `npm run bench -- tallies` measured, as docs/performance-growth.svg. On a light ground of its own, so that it can
 * be read on a dark page too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { script } from '../scripts/ending.mjs';
import { Failure } from '../scripts/failure.mjs';
import { inProject } from '../scripts/project.mjs';
import { say } from '../scripts/say.mjs';

const [WIDTH, HEIGHT] = [760, 470];
const FRAME = { left: 70, right: 590, top: 70, bottom: 400 };
const COLOURS = ['#0b5fa5', '#2a9d8f', '#444444', '#b5462f'];
const OUT = 'docs/performance-growth.svg';

const median = (runs) => [...runs].sort((a, b) => a - b)[runs.length >> 1];

/** By name of who counts, points of (n, milliseconds). */
function seriesOf(rows) {
  const series = new Map();
  const put = (n, measured) => {
    if (measured === null) return;
    const points = series.get(measured.name) ?? new Map();
    points.set(n, median(measured.runs));
    series.set(measured.name, points);
  };
  for (const { n, ours, peer } of rows) {
    if (n === undefined) continue;
    put(n, ours);
    put(n, peer);
  }
  return [...series].map(([name, points]) => ({ name, points: [...points].sort(([a], [b]) => a - b) }));
}

const decades = (least, most) => {
  const found = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++)
    found.push(10 ** power);
  return found;
};

const grouped = (value) => value.toLocaleString('en-GB');
const duration = (ms) => (ms >= 1000 ? `${grouped(ms / 1000)} s` : `${ms} ms`);
const text = (x, y, content, more = '') => `<text x="${x}" y="${y}" ${more}>${content}</text>`;

function chart({ at, machine, rows, measure = 'median of five runs in turns, both axes logarithmic' }) {
  const series = seriesOf(rows);
  if (series.length === 0) throw new Failure('These results have no growth: run `npm run bench -- tallies`.');
  const all = series.flatMap(({ points }) => points);
  const ns = decades(Math.min(...all.map(([n]) => n)), Math.max(...all.map(([n]) => n)));
  const times = decades(Math.min(...all.map(([, ms]) => ms)), Math.max(...all.map(([, ms]) => ms)));
  const scale = (ticks, from, to) => (value) => {
    const [low, high] = [Math.log10(ticks[0]), Math.log10(ticks.at(-1))];
    return Math.round((from + ((Math.log10(value) - low) / (high - low)) * (to - from)) * 10) / 10;
  };
  const x = scale(ns, FRAME.left, FRAME.right);
  const y = scale(times, FRAME.bottom, FRAME.top);
  const grid = [
    ...ns.map((n) => `<path d="M${x(n)} ${FRAME.top}V${FRAME.bottom}" stroke="#dddddd"/>`),
    ...times.map((ms) => `<path d="M${FRAME.left} ${y(ms)}H${FRAME.right}" stroke="#dddddd"/>`),
    ...ns.map((n) => text(x(n), FRAME.bottom + 20, grouped(n), 'text-anchor="middle"')),
    ...times.map((ms) => text(FRAME.left - 8, y(ms) + 4, duration(ms), 'text-anchor="end"')),
    text((FRAME.left + FRAME.right) / 2, FRAME.bottom + 42, 'stakeholders', 'text-anchor="middle"'),
  ];
  // Labels from the top down, none upon another.
  let last = Number.NEGATIVE_INFINITY;
  const lines = series
    .map((each, k) => ({ ...each, colour: COLOURS[k % COLOURS.length], end: y(each.points.at(-1)[1]) }))
    .sort((a, b) => a.end - b.end)
    .flatMap(({ name, points, colour, end }) => {
      last = Math.max(end, last + 18);
      const path = points.map(([n, ms], k) => `${k === 0 ? 'M' : 'L'}${x(n)} ${y(ms)}`).join('');
      return [
        `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
        ...points.map(([n, ms]) => `<circle cx="${x(n)}" cy="${y(ms)}" r="3" fill="${colour}"/>`),
        text(x(points.at(-1)[0]) + 10, last + 4, name, `fill="${colour}" font-weight="600"`),
      ];
    });
  const where = `${machine.cpu}, ${machine.cores} cores, Node ${machine.node.slice(1)}, ${at.slice(0, 10)}; load before: ${machine.load?.toFixed(1) ?? '?'}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="13" fill="#222222">
<title>Time of all pair tallies by number of stakeholders</title>
<rect width="${WIDTH}" height="${HEIGHT}" rx="8" fill="#ffffff"/>
${text(24, 30, 'All pair tallies, 64 profiles, three stances: time by stakeholders', 'font-size="16" font-weight="600"')}
${text(24, 50, measure, 'fill="#555555"')}
${[...grid, ...lines].join('\n')}
${text(24, HEIGHT - 10, where, 'font-size="11" fill="#555555"')}
</svg>
`;
}

await script(() => {
  const [file] = process.argv.slice(2);
  if (file === undefined)
    throw new Failure('Name the results: node bench/growth-chart.mjs bench/results/….json');
  writeFileSync(inProject(OUT), chart(JSON.parse(readFileSync(file, 'utf8'))));
  say(`${OUT} written`);
  return 0;
});
