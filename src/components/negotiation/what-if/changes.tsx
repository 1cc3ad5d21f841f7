'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { NegotiationFile } from '@/negotiation/file/model';
import { changeSentence } from '@/negotiation/what-if/change-sentence';
import { toFragment } from '@/negotiation/what-if/fragment';
import type { Scenario, ScenarioChange } from '@/negotiation/what-if/scenario';
import { Explain } from '../explain';

/** What the reader has changed, each as a sentence that can be taken back, and the address to share it by. */
export function Changes({
  file,
  changes,
  onUndo,
  onUndoAll,
}: {
  readonly file: NegotiationFile;
  readonly changes: Scenario;
  readonly onUndo: (change: ScenarioChange) => void;
  readonly onUndoAll: () => void;
}) {
  const t = useTranslations('whatIf.changes');
  if (changes.length === 0) return <p className="prose-column">{t('none')}</p>;
  return (
    <>
      <ol className="max-w-[44rem]" data-testid="changes">
        {changes.map((change) => (
          <li
            key={JSON.stringify(change)}
            className="flex items-baseline justify-between gap-4 border-b border-line py-1"
          >
            <span className="min-w-0">
              <Explain message={changeSentence(file, changes, change)} />
            </span>
            <button
              type="button"
              onClick={() => onUndo(change)}
              className="min-h-8 shrink-0 text-note text-accent underline underline-offset-3"
            >
              {t('undo')}
              <span className="sr-only">
                : <Explain message={changeSentence(file, changes, change)} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Share key={toFragment(changes)} changes={changes} />
        <Button onClick={onUndoAll}>{t('undoAll')}</Button>
      </div>
    </>
  );
}

/** Of these changes: what was copied of others is no longer told. */
function Share({ changes }: { readonly changes: Scenario }) {
  const t = useTranslations('whatIf.changes');
  const [told, tell] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = async () => {
    try {
      const { origin, pathname, search } = window.location;
      await navigator.clipboard.writeText(`${origin}${pathname}${search}#${toFragment(changes)}`);
      tell('copied');
    } catch {
      tell('copyFailed');
    }
  };
  return (
    <>
      <Button look="primary" onClick={copy}>
        {t('share')}
      </Button>
      <span role="status" className="order-last w-full text-note text-muted">
        {told === null ? null : t(told)}
      </span>
    </>
  );
}
