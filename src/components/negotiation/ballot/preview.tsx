'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useState } from 'react';
import { BASES } from '@/core/model';
import type { BallotBody } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { Verdict } from '../verdict';
import type { BallotFrame } from './form';
import { useTRPC } from './trpc';
import type { VerdictChange } from './verdict-changes';

const AFTER_MS = 250;

type State = 'unready' | 'working' | 'failed' | readonly VerdictChange[];

/** What the ballot would change before it is cast, computed here by the same core. */
export function Preview({
  negotiation,
  stakeholder,
  body,
  frame,
  uninformed,
}: {
  readonly negotiation: string;
  readonly stakeholder: { readonly id: string; readonly name: string };
  readonly body: BallotBody | null;
  readonly frame: BallotFrame;
  readonly uninformed: boolean;
}) {
  const t = useTranslations('ballot.preview');
  const b = useTranslations('common.basis');
  const trpc = useTRPC();
  const { data: file, isError } = useQuery(trpc.negotiation.export.queryOptions({ negotiation }));
  const stated = useDeferredValue(body);
  const [state, setState] = useState<State>('working');
  const { id } = stakeholder;

  useEffect(() => {
    if (stated === null) return setState('unready');
    if (isError) return setState('failed');
    if (file === undefined) return setState('working');
    let left = false;
    const timer = setTimeout(async () => {
      try {
        const { verdictChanges } = await import('./verdict-changes');
        const changes = verdictChanges(file, id, stated, new Date().toISOString());
        if (!left) setState(changes);
      } catch {
        if (!left) setState('failed');
      }
    }, AFTER_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [stated, file, isError, id]);

  return (
    <section aria-labelledby="preview-title" className="border-t border-line pt-5 noscript:hidden">
      <h2 id="preview-title" className="text-lead">
        {t('title')}
      </h2>
      <div aria-live="polite" data-testid="preview" className="mt-2 min-h-14">
        {typeof state === 'string' ? (
          <p className="text-muted">{t(state)}</p>
        ) : (
          <ul className="space-y-1">
            {BASES.map((basis) => {
              const changes = state.filter((change) => change.basis === basis);
              if (changes.length === 0) return <li key={basis}>{t('nothing', { basis: b(basis) })}</li>;
              return changes.map((change) => (
                <li key={`${basis} ${change.profile}`}>
                  {t.rich('change', {
                    basis: b(basis),
                    profile: profileTitle(change.profile, frame),
                    from: () => <Verdict verdict={change.from} />,
                    to: () => <Verdict verdict={change.to} />,
                  })}
                </li>
              ));
            })}
          </ul>
        )}
      </div>
      {uninformed ? (
        <p className="mt-2 text-note">{t('uninformed', { stakeholder: stakeholder.name })}</p>
      ) : null}
      <p className="mt-2 text-note text-muted">{t('how')}</p>
    </section>
  );
}
