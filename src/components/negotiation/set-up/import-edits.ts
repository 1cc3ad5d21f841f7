import type { Edit } from './edit';
import type { StakeholderTable } from './stakeholder-table';

/** What taking in the sound rows of a table comes to: its new dimensions, then a stakeholder a row. */
export function editsOf({ dimensions, rows }: StakeholderTable): readonly Edit[] {
  const sound = rows.flatMap(({ stakeholder, known }): Edit[] =>
    stakeholder === null
      ? []
      : [
          {
            kind: 'frame',
            change: { type: known ? 'stakeholder.changed' : 'stakeholder.added', data: { stakeholder } },
          },
        ],
  );
  if (sound.length === 0) return [];
  return [
    ...dimensions.map(
      (dimension): Edit => ({
        kind: 'frame',
        change: { type: 'dimension.added', data: { dimension, weights: {} } },
      }),
    ),
    ...sound,
  ];
}
