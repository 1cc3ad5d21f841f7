import { useFormatter, useTranslations } from 'next-intl';
import type { HistoryCheckpoint } from '@/negotiation/history';
import { Bytes } from './bytes';
import { SaveLink } from './save-link';

/** Who else has seen this history, and how far: what keeps the platform from showing a second one. */
export function Witnesses({
  negotiation,
  newest: { witnesses, cosigned, size: total },
}: {
  readonly negotiation: string;
  readonly newest: HistoryCheckpoint;
}) {
  const t = useTranslations('history.checkpoint');
  const format = useFormatter();
  return (
    <>
      <h3 className="mt-4 font-sans text-note font-medium">{t('witnesses')}</h3>
      <p className="prose-column font-serif text-prose">
        {t(witnesses.length === 0 ? 'noWitnesses' : 'witnessesSay')}
      </p>
      {witnesses.length === 0 ? null : (
        <ul data-testid="witnesses" className="mt-2 text-note">
          {witnesses.map(({ name, key, size, at }) => (
            <li key={key} className="mt-2 [overflow-wrap:anywhere]">
              {at === null
                ? t('notCosigned', { name })
                : t('hasCosigned', {
                    name,
                    size,
                    at: format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' }),
                  })}
              {at === null || size >= total ? null : ` ${t('behind', { count: total - size })}`}
              <Bytes>{key}</Bytes>
            </li>
          ))}
        </ul>
      )}
      {cosigned !== null && (
        <p className="mt-2">
          <SaveLink name={`${negotiation}.cosigned.txt`} type="text/plain" text={cosigned}>
            {t('downloadCosigned')}
          </SaveLink>
        </p>
      )}
    </>
  );
}
