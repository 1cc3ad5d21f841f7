import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import type { FileDimension, FileStakeholder } from '@/negotiation/file/model';
import { Fault } from '../session/fault';
import type { Edit } from './edit';
import { editsOf } from './import-edits';
import { ImportPreview } from './import-preview';
import { readStakeholders } from './stakeholder-table';
import { useTableText } from './use-table-text';

/** Stakeholders from a spreadsheet or a CSV file: what would be taken in is shown row by row before it is. */
export function ImportTable({
  frame,
  text,
  onText,
  pending,
  onTake,
}: {
  readonly frame: {
    readonly dimensions: readonly FileDimension[];
    readonly stakeholders: readonly FileStakeholder[];
  };
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly pending: boolean;
  readonly onTake: (edits: readonly Edit[]) => Promise<boolean>;
}) {
  const t = useTranslations('setUp.table');
  const id = useId();
  const read = useTableText(text);
  const table = read?.ok && read.rows.length > 0 ? readStakeholders(read.rows, frame) : null;
  const edits = table === null ? [] : editsOf(table);
  const sound = table?.rows.filter(({ stakeholder }) => stakeholder !== null).length ?? 0;
  const faulty = (table?.rows.length ?? 0) - sound;
  return (
    <div className="mt-8">
      <h3 className="mb-2 font-sans text-base font-semibold">{t('title')}</h3>
      <p className="prose-column mb-3 text-note text-muted">{t('says')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <div>
          <label htmlFor={id} className="mb-1 block text-note font-medium">
            {t('paste')}
          </label>
          <textarea
            id={id}
            rows={4}
            className="field literal py-2 font-mono text-note"
            spellCheck={false}
            value={text}
            onChange={({ target }) => onText(target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-file`} className="mb-1 block text-note font-medium">
            {t('file')}
          </label>
          <input
            id={`${id}-file`}
            type="file"
            accept=".csv,.tsv,text/csv,text/plain"
            className="min-h-11 w-full max-w-full text-note"
            onChange={async ({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) onText(await file.text());
            }}
          />
        </div>
      </div>
      <Fault sentence={read === null || read.ok || text === '' ? null : read.message} />
      <p role="status" className="mt-2 text-note">
        {table === null ? null : t('count', { sound, faulty })}
      </p>
      {table === null ? null : (
        <>
          <ImportPreview table={table} dimensions={frame.dimensions} />
          <div className="mt-3 flex flex-wrap gap-3">
            <Button
              look="primary"
              disabled={pending || edits.length === 0}
              onClick={async () => {
                if (await onTake(edits)) onText('');
              }}
            >
              {pending ? t('taking') : t('take', { count: sound })}
            </Button>
            <Button onClick={() => onText('')}>{t('clear')}</Button>
          </div>
        </>
      )}
    </div>
  );
}
