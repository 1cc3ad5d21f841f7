import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SettledField } from '@/components/ui/settled-field';
import { Check } from '../ballot/check';

/** Whether a guarantee is delivered. It is said with what shows it, and saved once that is there. */
export function Delivered({
  delivered,
  evidence,
  onChange,
}: {
  readonly delivered: boolean;
  readonly evidence: string | null;
  readonly onChange: (delivered: boolean, evidence: string | null) => void;
}) {
  const t = useTranslations('setUp.guarantees');
  // Ticked, and nothing says yet what shows it.
  const [waiting, setWaiting] = useState(false);
  return (
    <div>
      <Check
        checked={delivered || waiting}
        onChange={(ticked) => {
          setWaiting(ticked);
          if (!ticked && delivered) onChange(false, null);
        }}
      >
        {t('delivered')}
      </Check>
      {delivered || waiting ? (
        <>
          <SettledField
            className="max-w-prose"
            label={t('evidence')}
            value={evidence ?? ''}
            settle={(text) => text.trim()}
            faultOf={(text) => (text === '' ? t('evidenceMissing') : null)}
            onSettled={(text) => {
              setWaiting(false);
              onChange(true, text);
            }}
          />
          {delivered ? null : <p className="mt-1 text-note text-muted">{t('evidenceFirst')}</p>}
        </>
      ) : null}
    </div>
  );
}
