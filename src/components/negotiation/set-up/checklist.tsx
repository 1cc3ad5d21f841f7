import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { SetUpView } from '@/negotiation/set-up-view';
import type { NegotiationView } from '@/negotiation/views';
import { Names } from '../names';

/** What is missing before round 1 can open, with the way to each part; and what would be good to have. */
export function Checklist({ view, setUp }: { readonly view: NegotiationView; readonly setUp: SetUpView }) {
  const t = useTranslations('setUp.checklist');
  const p = useTranslations('setUp.parts');
  const { missing, withoutDelegate } = setUp;
  return (
    <section aria-labelledby="checklist-title" className="border-l-2 border-strong pl-4">
      <h2 id="checklist-title" className="font-sans text-base font-semibold">
        {t('title')}
      </h2>
      <p role="status" className="mt-1">
        {t('missing', { count: missing.length })}
      </p>
      <ul className="mt-2 space-y-1">
        {missing.map(({ part, fault }) => (
          <li key={`${fault.path} ${fault.message}`} className="flex gap-2">
            <span aria-hidden="true">○</span>
            <span>
              <a href={`#${part}`}>{p(part)}</a>: {fault.message}.
            </span>
          </li>
        ))}
      </ul>
      {missing.length === 0 ? (
        <p className="mt-3">
          <ButtonLink look="primary" href={`/n/${view.id}/session`}>
            {t('open')}
          </ButtonLink>
        </p>
      ) : null}
      <ul className="mt-3 space-y-1 text-note text-muted">
        {view.frame.description === undefined ? (
          <li>
            <a href="#question">{p('question')}</a>: {t('noDescription')}
          </li>
        ) : null}
        {setUp.hasRule ? null : (
          <li>
            <a href="#rule">{p('rule')}</a>: {t('noRule')}
          </li>
        )}
        {withoutDelegate.length === 0 ? null : (
          <li>
            <a href={`/n/${view.id}/people`}>{t('people')}</a>:{' '}
            {t.rich('noDelegate', {
              count: withoutDelegate.length,
              names: () => <Names key="names" members={withoutDelegate} frame={view.frame} />,
            })}
          </li>
        )}
      </ul>
    </section>
  );
}
