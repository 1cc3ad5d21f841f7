import { useFormatter, useTranslations } from 'next-intl';
import { type ClipboardEvent, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { SettledField } from '@/components/ui/settled-field';
import { Cell, Head, Table } from '@/components/ui/table';
import { type FileDimension, type FileStakeholder, STAKEHOLDER_KINDS } from '@/negotiation/file/model';
import { AddForm } from './add-form';
import { totalsOf } from './totals';
import { usePendingEdits } from './use-pending-edits';
import { readWeight, weightFault } from './weight';

/** As many rows are edited in place; the others by a table from a spreadsheet. */
const SHOWN = 200;

/** The stakeholders, each edited in place, and what they hold in all. Several cells pasted into it become a table. */
export function StakeholderRows({
  dimensions,
  stakeholders,
  pending,
  onPasted,
  onChange,
  onAdd,
  onRemove,
}: {
  readonly dimensions: readonly FileDimension[];
  readonly stakeholders: readonly FileStakeholder[];
  readonly pending: boolean;
  readonly onPasted: (text: string) => void;
  readonly onChange: (stakeholder: FileStakeholder) => void;
  readonly onAdd: (name: string) => Promise<boolean>;
  readonly onRemove: (id: string) => Promise<boolean>;
}) {
  const t = useTranslations('setUp.stakeholders');
  const c = useTranslations('common');
  const format = useFormatter();
  const frame = useRef<HTMLDivElement>(null);
  const totals = totalsOf(stakeholders, dimensions);
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onPasted(text);
  };
  return (
    <div ref={frame} onPaste={paste}>
      {stakeholders.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <ScrollRegion label={t('title')}>
          <Table caption={t('title')}>
            <thead>
              <tr>
                <Head>{t('name')}</Head>
                <Head>{t('kind')}</Head>
                {dimensions.map(({ id, label }) => (
                  <Head key={id} numeric>
                    {label}
                  </Head>
                ))}
                <Head>
                  <span className="sr-only">{t('remove')}</span>
                </Head>
              </tr>
            </thead>
            <tbody>
              {stakeholders.slice(0, SHOWN).map((stakeholder) => (
                <Row
                  key={stakeholder.id}
                  stakeholder={stakeholder}
                  dimensions={dimensions}
                  onChange={onChange}
                  onRemove={async () => {
                    const removed = await onRemove(stakeholder.id);
                    if (removed) frame.current?.querySelector<HTMLElement>('form input')?.focus();
                  }}
                />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <Head row>{t('total')}</Head>
                <Cell>{c('count', { n: stakeholders.length })}</Cell>
                {totals.map((total, index) => (
                  <Cell key={dimensions[index]?.id} numeric>
                    {format.number(total)}
                  </Cell>
                ))}
                <Cell>{null}</Cell>
              </tr>
            </tfoot>
          </Table>
        </ScrollRegion>
      )}
      {stakeholders.length > SHOWN ? (
        <p className="mt-2 text-note text-muted">{t('more', { shown: SHOWN, of: stakeholders.length })}</p>
      ) : null}
      <p role="status" className="sr-only">
        {pending
          ? null
          : t('totals', {
              count: stakeholders.length,
              totals: format.list(
                totals.map((total, index) => `${format.number(total)} ${dimensions[index]?.label ?? ''}`),
              ),
            })}
      </p>
      <AddForm label={t('newName')} action={t('add')} onAdd={onAdd} />
    </div>
  );
}

function Row({
  stakeholder,
  dimensions,
  onChange,
  onRemove,
}: {
  readonly stakeholder: FileStakeholder;
  readonly dimensions: readonly FileDimension[];
  readonly onChange: (stakeholder: FileStakeholder) => void;
  readonly onRemove: () => void;
}) {
  const t = useTranslations('setUp.stakeholders');
  const c = useTranslations('common');
  const edit = usePendingEdits(stakeholder);
  const { name, kind, weights = {} } = stakeholder;
  return (
    <tr>
      <Cell className="min-w-64">
        <SettledField
          label={t('nameOf', { name })}
          labelHidden
          value={name}
          settle={(text) => text.trim() || name}
          onSettled={(next) => onChange(edit((newest) => ({ ...newest, name: next })))}
        />
      </Cell>
      <Cell className="min-w-40">
        <select
          className="field"
          aria-label={t('kindOf', { name })}
          value={kind}
          onChange={({ target }) => {
            const chosen = STAKEHOLDER_KINDS.find((each) => each === target.value);
            if (chosen !== undefined) onChange(edit((newest) => ({ ...newest, kind: chosen })));
          }}
        >
          {STAKEHOLDER_KINDS.map((each) => (
            <option key={each} value={each}>
              {c(`kind.${each}`)}
            </option>
          ))}
        </select>
      </Cell>
      {dimensions.map(({ id, label }) => (
        <Cell key={id} numeric className="min-w-24 [&_input]:text-right">
          <SettledField
            label={t('weightOf', { name, dimension: label })}
            labelHidden
            inputMode="numeric"
            value={String(weights[id] ?? 0)}
            settle={(text) => String(readWeight(text) ?? text)}
            faultOf={(text) => (readWeight(text) === null ? weightFault(text) : null)}
            onSettled={(text) =>
              onChange(
                edit((newest) => ({
                  ...newest,
                  weights: { ...newest.weights, [id]: readWeight(text) ?? 0 },
                })),
              )
            }
          />
        </Cell>
      ))}
      <Cell>
        <Button aria-label={t('removeNamed', { name })} onClick={onRemove}>
          {t('remove')}
        </Button>
      </Cell>
    </tr>
  );
}
