'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { CopyButton } from '../history/copy-button';

/** A link that is shown this once: what is kept of it is a hash. */
export function LinkOnce({ path }: { readonly path: string }) {
  const t = useTranslations('people.invite');
  const id = useId();
  const address = new URL(path, window.location.origin).href;
  return (
    <div className="border-l-2 border-accent pl-4" data-testid="invitation-link">
      <label htmlFor={id} className="block text-note font-medium">
        {t('linkOnce')}
      </label>
      <input
        id={id}
        readOnly
        value={address}
        onFocus={({ target }) => target.select()}
        className="field mt-1 mb-2 text-note"
      />
      <CopyButton text={address} label={t('copyLink')} />
    </div>
  );
}
