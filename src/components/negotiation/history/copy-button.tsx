'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Copies a text, and says whether it could. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useTranslations('history.checkpoint');
  const [said, setSaid] = useState('');
  const copy = async () => {
    setSaid('');
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('copied'));
    } catch {
      setSaid(t('notCopied'));
    }
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-3">
      <Button aria-label={label} onClick={copy}>
        {t('copy')}
      </Button>
      <span role="status" className="text-note text-muted">
        {said}
      </span>
    </span>
  );
}
