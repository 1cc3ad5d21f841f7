import { getTranslations } from 'next-intl/server';
import { Verdict } from '@/components/negotiation/verdict';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { VERDICTS } from '@/core/model';
import { readAccount } from './data';

/** The front page: what Parley is and its criterion in plain words, for someone who has never heard of it. */
export default async function FrontPage() {
  const [t, c, r, account] = await Promise.all([
    getTranslations('front'),
    getTranslations('common'),
    getTranslations('receipt'),
    readAccount(),
  ]);
  return (
    <>
      <header className="mx-auto flex max-w-[62rem] items-baseline justify-between gap-4 px-4 pt-6 sm:px-8">
        <p className="font-serif text-lead font-semibold">{c('product')}</p>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-[62rem] px-4 pt-10 pb-16 outline-none sm:px-8">
        <h1 className="max-w-[24ch] text-title sm:text-display">{t('heading')}</h1>
        <p className="prose-column mt-6 font-serif text-prose">{t('lead')}</p>
        <p className="mt-8 flex flex-wrap gap-3">
          {account.user === null ? (
            <ButtonLink href="/sign-in" look="primary">
              {account.demo ? t('tryDemo') : t('signIn')}
            </ButtonLink>
          ) : (
            <ButtonLink href="/negotiations" look="primary">
              {t('mine')}
            </ButtonLink>
          )}
        </p>
        <div className="mt-16 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <section aria-labelledby="criterion">
            <h2 id="criterion" className="text-lead">
              {t('criterion.title')}
            </h2>
            <ol className="prose-column mt-4 list-decimal space-y-4 pl-6 font-serif text-prose marker:text-muted">
              {(['profile', 'ballot', 'coalition', 'bar', 'threats'] as const).map((part) => (
                <li key={part}>{t(`criterion.${part}`)}</li>
              ))}
            </ol>
          </section>
          <div className="space-y-10">
            <section aria-labelledby="verdicts">
              <h2 id="verdicts" className="text-lead">
                {t('verdicts.title')}
              </h2>
              <dl className="mt-4 space-y-3">
                {VERDICTS.map((verdict) => (
                  <div key={verdict}>
                    <dt>
                      <Verdict verdict={verdict} />
                    </dt>
                    <dd className="text-note text-muted">{c(`verdictMeans.${verdict}`)}</dd>
                  </div>
                ))}
              </dl>
            </section>
            <section aria-labelledby="trust">
              <h2 id="trust" className="text-lead">
                {t('trust.title')}
              </h2>
              <ul className="mt-4 space-y-3 text-note text-muted">
                {(['exact', 'ledger', 'private'] as const).map((part) => (
                  <li key={part}>{t(`trust.${part}`)}</li>
                ))}
                <li>
                  <Link href="/receipt">{r('link')}</Link>
                </li>
              </ul>
            </section>
          </div>
        </div>
      </main>
    </>
  );
}
