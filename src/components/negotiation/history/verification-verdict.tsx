import { useTranslations } from 'next-intl';
import { STEPS } from '@/audit/steps';
import type { Verification } from '@/audit/verify';

/** What was shown and what was not, in plain words: a yes never comes without its limits (ledger.md §4). */
export function Verdict({ verification }: { readonly verification: Verification }) {
  const t = useTranslations('history.verify');
  switch (verification.kind) {
    case 'unreadable':
      return <p className="text-out-of-reach">{t('unreadable', { message: verification.message })}</p>;
    case 'fails': {
      const { step, position, expected, found } = verification.failure;
      const where = position === null ? 'log' : 'event';
      return (
        <div className="prose-column">
          <p className="font-semibold text-out-of-reach">
            ✕ {t('fails', { where, position: position ?? 0, step: t(`step.${step}`) })}
          </p>
          <p>{t('expected', { expected })}</p>
          <p className="[overflow-wrap:anywhere]">{t('found', { found })}</p>
        </div>
      );
    }
    case 'holds':
      return (
        <div className="prose-column">
          <p className="font-semibold text-clears">● {t('holds', { size: verification.size })}</p>
          <h3 className="mt-3 font-sans font-medium">{t('shown')}</h3>
          <ul className="list-disc pl-5">
            {STEPS.filter(({ name }) => verification.checked[name] > 0).map(({ name }) => (
              <li key={name}>
                {t(`step.${name}`)}: {t('times', { count: verification.checked[name] })}
              </li>
            ))}
          </ul>
          <h3 className="mt-3 font-sans font-medium">{t('notShown')}</h3>
          <ul className="list-disc pl-5">
            {verification.notShown.map(({ code, size = 0 }) => (
              <li key={code}>{t(`open.${code}`, { size })}</li>
            ))}
          </ul>
        </div>
      );
  }
}
