'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { lazy, Suspense, useRef } from 'react';
import { useSeen } from '@/components/ui/use-seen';
import type { RuleNode } from '@/negotiation/file/model';
import { Names } from '../names';
import type { Consequences } from './consequences';
import type { RuleSubjects } from './tree';
import { MOST_STAKEHOLDERS, useConsequences } from './use-consequences';

/** Comes once it has been computed, which is not before somebody looks. */
const Power = lazy(async () => ({ default: (await import('../results/power')).Power }));

/** Whom a rule makes adequate, live as it is built; `rule` null: it has faults. */
export function RuleConsequences({
  rule,
  subjects,
}: {
  readonly rule: RuleNode | null;
  readonly subjects: RuleSubjects;
}) {
  const t = useTranslations('ruleBuilder.consequences');
  const section = useRef<HTMLElement>(null);
  const seen = useSeen(section);
  const tooMany = subjects.stakeholders.length > MOST_STAKEHOLDERS;
  const { computing, consequences, power, broken } = useConsequences(
    tooMany || !seen ? null : rule,
    subjects,
  );
  return (
    <section ref={section} aria-labelledby="rule-consequences" className="mt-8">
      <h3 id="rule-consequences" className="font-sans text-base font-semibold">
        {t('title')}
      </h3>
      <p role="status" className="min-h-5 text-note text-muted">
        {tooMany
          ? t('tooMany', { most: MOST_STAKEHOLDERS })
          : rule === null
            ? t('faulty')
            : broken === null
              ? computing
                ? t('computing')
                : null
              : t('broken', { message: broken })}
      </p>
      {tooMany || consequences === null ? null : (
        <div className={rule === null || computing ? 'opacity-60' : undefined}>
          <Findings consequences={consequences} subjects={subjects} />
          <Coalitions consequences={consequences} subjects={subjects} />
          <div className="mt-6 min-h-24">
            {power === null ? (
              <p className="text-note text-muted">{t('powerWaits')}</p>
            ) : (
              <Suspense fallback={<p className="text-note text-muted">{t('powerWaits')}</p>}>
                <Power power={power.result} frame={power.of} />
              </Suspense>
            )}
          </div>
        </div>
      )}
    </section>
  );
}

interface Shown {
  readonly consequences: Consequences;
  readonly subjects: RuleSubjects;
}

function Findings({ consequences, subjects }: Shown) {
  const t = useTranslations('ruleBuilder.consequences');
  const format = useFormatter();
  const { count, exact, vetoes, dummies, undecided, proper } = consequences;
  const names = (members: readonly string[]) => () => (
    <Names key="names" members={members} frame={subjects} />
  );
  return (
    <ul className="prose-column mt-2 space-y-1">
      <li>
        {t('count', { exact: String(exact), count: count === 1n ? 1 : 2, shown: format.number(count) })}{' '}
        {t('minimal')}
      </li>
      <li>{t.rich('vetoes', { count: vetoes.length, names: names(vetoes) })}</li>
      <li>{t.rich('dummies', { count: dummies.length, names: names(dummies) })}</li>
      {undecided.length === 0 ? null : <li>{t.rich('undecided', { names: names(undecided) })}</li>}
      {proper.kind === 'proper' ? null : proper.kind === 'not-shown' ? (
        <li>{t('notShown')}</li>
      ) : (
        <li className="border-l-2 border-within-reach pl-3">
          {t('improper')}{' '}
          {proper.coalitions === null
            ? null
            : t.rich('improperShown', {
                first: names(proper.coalitions[0]),
                second: names(proper.coalitions[1]),
              })}
        </li>
      )}
    </ul>
  );
}

function Coalitions({ consequences: { listed, listedWhole }, subjects }: Shown) {
  const t = useTranslations('ruleBuilder.consequences');
  if (listed.length === 0) return null;
  return (
    <div className="mt-4">
      <h4 className="text-note font-medium">{t('smallest', { count: listed.length })}</h4>
      <ol className="mt-1 list-decimal space-y-0.5 pl-7 text-note tabular-nums">
        {listed.map((members) => (
          <li key={members.join(' ')}>
            <Names members={members} frame={subjects} />{' '}
            <span className="text-muted">({t('size', { size: members.length })})</span>
          </li>
        ))}
      </ol>
      {listedWhole ? null : <p className="mt-1 text-note text-muted">{t('cut')}</p>}
    </div>
  );
}
