import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { InOrder } from '@/components/ui/in-order';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { FileDimension } from '@/negotiation/file/model';
import type { Column, StakeholderTable } from './stakeholder-table';

const SHOWN = 100;

/** The table as it was read: what each column is taken for, and each row's faults at its end. Faulty rows come first. */
export function ImportPreview({
  table,
  dimensions,
}: {
  readonly table: StakeholderTable;
  readonly dimensions: readonly FileDimension[];
}) {
  const t = useTranslations('setUp.table');
  const all = [...dimensions, ...table.dimensions];
  const heading = (column: Column) => {
    if (column.kind !== 'weight') return t(`column.${column.kind}`);
    const label = all.find(({ id }) => id === column.dimension)?.label ?? column.dimension;
    const isNew = table.dimensions.some(({ id }) => id === column.dimension);
    return isNew ? t('newDimension', { label }) : label;
  };
  const rows = table.rows.toSorted((a, b) => Number(a.faults.length === 0) - Number(b.faults.length === 0));
  return (
    <ScrollRegion label={t('preview')}>
      <Table caption={t('preview')}>
        <thead>
          <tr>
            <Head numeric>{t('line')}</Head>
            <InOrder of={table.columns}>
              {(column) => <Head numeric={column.kind === 'weight'}>{heading(column)}</Head>}
            </InOrder>
            <Head>{t('outcome')}</Head>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row) => (
            <tr key={row.line}>
              <Cell numeric>{row.line}</Cell>
              <InOrder of={table.columns}>
                {(column, index) => (
                  <Cell
                    numeric={column.kind === 'weight'}
                    className={clsx(
                      row.faults.some((fault) => fault.column === index) && 'font-semibold text-out-of-reach',
                    )}
                  >
                    {row.cells[index] ?? ''}
                  </Cell>
                )}
              </InOrder>
              <Cell className={clsx('min-w-48', row.faults.length > 0 && 'text-out-of-reach')}>
                {row.faults.length === 0
                  ? t(row.known ? 'changes' : 'adds')
                  : row.faults
                      .map(
                        ({ column, message }) =>
                          `${heading(table.columns[column] ?? { kind: 'name' })} ${message}`,
                      )
                      .join('; ')}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {rows.length > SHOWN ? (
        <p className="mt-1 text-note text-muted">{t('more', { shown: SHOWN, of: rows.length })}</p>
      ) : null}
    </ScrollRegion>
  );
}
