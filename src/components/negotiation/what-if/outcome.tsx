'use client';

import { useTranslations } from 'next-intl';
import type { AggregationResult } from '@/core/model';
import { standingSentence } from '@/negotiation/explain/standing';
import type { Sandbox } from '@/negotiation/what-if/apply';
import { differences, type Stood } from '@/negotiation/what-if/difference';
import { Explain } from '../explain';
import { StanceLegend } from '../legend';
import { countOf } from '../numbers';
import { BeforeAfter } from './before-after';

interface Computed {
  readonly sandbox: Sandbox;
  readonly result: AggregationResult;
}

/** What would become of the standing: the difference in sentences, and before and after as a picture. */
export function Outcome({
  before,
  after,
  current,
  broken,
  refused,
  changed,
  real,
}: {
  readonly before: Computed | null;
  readonly after: Computed | null;
  /** Whether what is shown is of the changes as they are now. */
  readonly current: boolean;
  readonly broken: string | null;
  readonly refused: boolean;
  readonly changed: boolean;
  readonly real: AggregationResult | null;
}) {
  const t = useTranslations('whatIf.outcome');
  if (broken !== null) return <p className="text-out-of-reach">{t('broken', { message: broken })}</p>;
  if (refused) return <p className="prose-column">{t('refused')}</p>;
  if (before === null || after === null) return <p className="min-h-40 text-muted">{t('computing')}</p>;
  const [then, now] = [stood(before), stood(after)];
  const said = differences(then, now);
  return (
    <div className={current ? undefined : 'opacity-60'} data-testid="outcome" data-current={current}>
      <p className="prose-column font-serif text-prose" aria-live="polite">
        {nobodySpeaks(now) ? t('nobody') : <Explain message={standingSentence(now.file, now.result)} />}
      </p>
      {changed ? (
        <div className="mt-4" data-testid="differences">
          <h3 className="text-note font-semibold text-muted">{t('differences')}</h3>
          {said.length === 0 ? <p>{t('same')}</p> : null}
          <ul className="prose-column list-disc pl-5">
            {said.map((sentence) => (
              <li key={JSON.stringify(sentence)}>
                <Explain message={sentence} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="mt-6">
        <StanceLegend />
        <div className="mt-4">
          <BeforeAfter before={then} after={now} real={real} />
        </div>
      </div>
    </div>
  );
}

function stood({ sandbox: { file }, result }: Computed) {
  return { file, result };
}

/** Of a sandbox it would be wrong to say that nobody has voted: its reader may only not read what they said. */
function nobodySpeaks({ file, result }: Stood): boolean {
  return countOf(result.silent) === file.stakeholders.length;
}
