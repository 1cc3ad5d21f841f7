import type { PowerResult } from '@/core/model';
import { message, say } from '@/negotiation/explain/message';
import type { Subject } from '@/negotiation/explain/subject';
import type { Style } from './standing-report';
import { type Cell, textTable } from './text-table';
import { translate } from './translate';

/** The power indices of the rule (aggregation.md §4, "Power"), the sampled ones with their intervals. */
export function powerTable({ name }: Subject, power: PowerResult, { width }: Style): string {
  const word = (key: string) => say(message(key), translate);
  const columns = [
    { title: word('table.power'), align: 'left', yields: true },
    { title: word('table.banzhaf'), align: 'right' },
    { title: word('table.shapley'), align: 'right' },
  ] as const;
  if (power.method === 'exact') {
    const rows = power.stakeholders.map(({ id, banzhaf, shapleyShubik }): Cell[] => [
      { text: name(id) },
      { text: shown(banzhaf) },
      { text: shown(shapleyShubik) },
    ]);
    return textTable(columns, rows, width);
  }
  const rows = power.stakeholders.map((row): Cell[] => [
    { text: name(row.id) },
    { text: between(row.banzhaf, row.banzhafInterval) },
    { text: between(row.shapleyShubik, row.shapleyShubikInterval) },
  ]);
  const note = say(message('table.sampled', { samples: power.samples, seed: power.seed }), translate);
  return `${textTable(columns, rows, width)}\n${note}`;
}

function shown(index: number): string {
  return index.toFixed(4);
}

function between(index: number, [low, high]: readonly [number, number]): string {
  return `${shown(index)} (${shown(low)} to ${shown(high)})`;
}
