'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Section } from '@/components/ui/section';
import type { AggregationResult } from '@/core/model';
import type { Message } from '@/negotiation/explain/message';
import type { NegotiationFile } from '@/negotiation/file/model';
import { apply, type Sandbox } from '@/negotiation/what-if/apply';
import type { ScenarioChange } from '@/negotiation/what-if/scenario';
import { changed, undone } from '@/negotiation/what-if/scenario-changes';
import { Explain } from '../explain';
import { Changes } from './changes';
import { Editing } from './editing';
import { Outcome } from './outcome';
import { useScenario } from './use-scenario';
import { useStandingOf } from './use-standing-of';

/** A sandbox of the reader's own: changes, and what would become of the standing, computed in their browser. */
export function WhatIf({
  start,
  informed,
  real,
}: {
  /** What it starts from: the negotiation as far as the reader may see it (start.ts). */
  readonly start: NegotiationFile;
  /** The same on the informed basis; `null` where `start` is. */
  readonly informed: NegotiationFile | null;
  /** The standing as it is, where that is of more than the reader may read. */
  readonly real: AggregationResult | null;
}) {
  const t = useTranslations('whatIf');
  const { held, put } = useScenario();
  const [refusal, setRefusal] = useState<Message | null>(null);
  const { changes } = held;
  const begin = useMemo((): Sandbox => ({ file: start, informed, failed: null }), [start, informed]);
  const applied = useMemo(() => apply(start, changes, informed), [start, changes, informed]);
  const before = useStandingOf(begin);
  const after = useStandingOf(applied.ok && changes.length > 0 ? applied.sandbox : null);
  const make = (change: ScenarioChange) => {
    const next = changed(changes, change);
    const outcome = apply(start, next);
    setRefusal(outcome.ok ? null : outcome.refusal);
    if (outcome.ok) put(next);
  };
  const undo = (change: ScenarioChange) => {
    setRefusal(null);
    put(undone(changes, change));
  };
  const sandbox = applied.ok ? applied.sandbox : begin;
  const shown = changes.length === 0 ? before : after;
  return (
    <>
      <Section id="changes" title={t('changes.title')} note={<p>{t('changes.note')}</p>}>
        {held.unreadable ? <p className="prose-column text-out-of-reach">{t('unreadable')}</p> : null}
        {applied.ok ? null : (
          <p className="prose-column mb-3 text-out-of-reach" data-testid="refused">
            {t('doesNotFit', { at: applied.at === null ? 0 : applied.at + 1 })}{' '}
            <Explain message={applied.refusal} />
          </p>
        )}
        <Changes file={start} changes={changes} onUndo={undo} onUndoAll={() => put([])} />
      </Section>
      <Section id="outcome" title={t('outcome.title')} note={<p>{t('outcome.note')}</p>}>
        <Outcome
          before={before.computed}
          after={applied.ok ? shown.computed : null}
          current={!held.reading && shown.computed?.sandbox === (changes.length === 0 ? begin : sandbox)}
          broken={before.broken ?? after.broken}
          refused={!applied.ok}
          changed={changes.length > 0}
          real={real}
        />
      </Section>
      <Section id="change" title={t('editing.title')}>
        <p role="status" className="prose-column min-h-5 text-out-of-reach">
          {refusal === null ? null : (
            <>
              {t('refused')} <Explain message={refusal} />
            </>
          )}
        </p>
        {/* A change made now would take the place of those that the address brings. */}
        <div inert={held.reading}>
          <Editing start={start} sandbox={sandbox} changes={changes} onChange={make} onUndo={undo} />
        </div>
      </Section>
    </>
  );
}
