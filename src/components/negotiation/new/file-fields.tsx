import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { showFault } from '@/negotiation/file/show';
import type { Start } from './source';

/** A negotiation file, uploaded or pasted, and every fault of it at its path. Nothing is created while there is one. */
export function FileFields({
  text,
  onText,
  start,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly start: Start;
}) {
  const t = useTranslations('new.source.file');
  const id = useId();
  const faults = start.kind === 'faults' ? start.faults : [];
  return (
    <div className="space-y-3 border-l-2 border-line pl-4">
      <div>
        <label htmlFor={`${id}-file`} className="mb-1 block text-note font-medium">
          {t('upload')}
        </label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".json,application/json"
          className="min-h-11 w-full max-w-full text-note"
          onChange={async ({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) onText(await file.text());
          }}
        />
      </div>
      <div>
        <label htmlFor={id} className="mb-1 block text-note font-medium">
          {t('paste')}
        </label>
        <textarea
          id={id}
          rows={8}
          className="field literal py-2 font-mono text-note"
          spellCheck={false}
          value={text}
          aria-invalid={faults.length > 0}
          aria-describedby={`${id}-faults`}
          onChange={({ target }) => onText(target.value)}
        />
      </div>
      <div id={`${id}-faults`} role="status" className="text-note">
        {start.kind === 'file' ? (
          <p>
            {t('sound', {
              stakeholders: start.file.stakeholders.length,
              profiles: start.file.profiles.length,
              ballots: start.file.ballots?.length ?? 0,
            })}
          </p>
        ) : null}
        {faults.length === 0 ? null : (
          <>
            <p className="font-medium text-out-of-reach">{t('faults', { count: faults.length })}</p>
            <ul className="literal text-out-of-reach">
              {faults.map((fault) => (
                <li key={showFault(fault)}>{showFault(fault)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
