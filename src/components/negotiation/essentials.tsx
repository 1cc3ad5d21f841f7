import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AggregationResult } from '@/core/model';
import { essentials } from '@/negotiation/explain/essentials';
import type { NegotiationFile } from '@/negotiation/file/model';
import { Explain } from './explain';
import { FlipItem } from './flip-item';
import { profileTitle } from './labels';
import type { FlipsOf } from './seen-flips';

/** The answers to what somebody asks first, each a sentence or two: what clears, by how much, and what would change it. */
export function EssentialFacts({
  result,
  frame,
  flips,
  root,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
  readonly flips: FlipsOf;
  /** The negotiation's address. */
  readonly root: string;
}) {
  const t = useTranslations('overview.essentials');
  const facts = essentials(frame, result, flips);
  if (facts === null) return null;
  const { leading, clears, margin, critical, threats, runnerUp } = facts;
  const isClear = result.profiles.some(({ id, verdict }) => id === leading && verdict === 'clears');
  return (
    <dl className="mt-6 max-w-[52rem] border-t border-line" aria-label={t('title')}>
      <Fact id="clears" question={t('clears')}>
        <Explain message={clears} />
      </Fact>
      <Fact id="margin" question={t(isClear ? 'margin' : 'missing')}>
        <Explain message={margin} />
      </Fact>
      <Fact id="critical" question={t('critical')}>
        {critical === null ? t('nobodyCritical') : <Explain message={critical} />}
      </Fact>
      <Fact id="threats" question={t('threats')}>
        {threats.length === 0 ? t('noThreats') : null}
        {threats.map((threat) => (
          <span key={JSON.stringify(threat)}>
            <Explain message={threat} />{' '}
          </span>
        ))}
      </Fact>
      <Fact id="runner-up" question={t(isClear ? 'runnerUp' : 'nearest')}>
        {runnerUp === null ? (
          t('allClear')
        ) : (
          <>
            {isClear ? `${profileTitle(runnerUp.profile, frame)}: ` : null}
            <FlipItem
              flip={runnerUp.flip}
              profile={runnerUp.profile}
              frame={frame}
              root={root}
              basis={result.basis}
            />
          </>
        )}
      </Fact>
    </dl>
  );
}

function Fact({
  id,
  question,
  children,
}: {
  readonly id: string;
  readonly question: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="grid gap-x-6 border-b border-line py-2 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <dt className="text-note font-medium text-muted sm:pt-0.5">{question}</dt>
      <dd data-testid={`fact-${id}`}>{children}</dd>
    </div>
  );
}
