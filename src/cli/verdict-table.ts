import { STANCES, type Verdict } from '@/core/model';
import { pointsText } from '@/negotiation/explain/exact-text';
import { message, say } from '@/negotiation/explain/message';
import type { Subject } from '@/negotiation/explain/subject';
import type { Style } from './standing-report';
import { type Cell, textTable } from './text-table';
import { translate } from './translate';

/** Every verdict with its word and its sign: colour never carries it alone. */
const SIGNS: Readonly<Record<Verdict | 'default', string>> = {
  clears: '●',
  leans: '◐',
  'within-reach': '○',
  'out-of-reach': '✕',
  default: '·',
};
const COLOURS: Readonly<Record<Verdict | 'default', number>> = {
  clears: 36,
  leans: 34,
  'within-reach': 33,
  'out-of-reach': 31,
  default: 39,
};

/** One row per profile: its verdict, critical gains, threats, and whether it is recommended (§4, §5). */
export function verdictTable({ result, file, title }: Subject, { width, colour }: Style): string {
  const word = (key: string) => say(message(key), translate);
  const states = new Set(file.profiles.filter(({ adoptable }) => adoptable === false).map(({ id }) => id));
  const rows = result.profiles.map(({ id, verdict, criticalGain, threats, recommended }): Cell[] => {
    const paint = colour ? (text: string) => `\u001b[${COLOURS[verdict]}m${text}\u001b[39m` : undefined;
    const name = states.has(id) ? say(message('table.state', { profile: title(id) }), translate) : title(id);
    const gains = STANCES.map((stance): Cell => {
      const gain = criticalGain?.[stance] ?? null;
      return { text: gain === null ? '–' : pointsText(gain) };
    });
    return [
      { text: name },
      { text: `${SIGNS[verdict]} ${word(`verdictName.${verdict}`)}`, ...(paint && { paint }) },
      ...gains,
      { text: word(`threatName.${threats ?? 'none'}`) },
      { text: verdict === 'default' ? '–' : word(recommended ? 'table.yes' : 'table.no') },
    ];
  });
  const columns = [
    { title: word('table.profile'), align: 'left', yields: true },
    { title: word('table.verdict'), align: 'left' },
    ...STANCES.map((stance) => ({ title: word(`gainName.${stance}`), align: 'right' }) as const),
    { title: word('table.threats'), align: 'left' },
    { title: word('table.recommended'), align: 'left' },
  ] as const;
  return textTable(columns, rows, width);
}
