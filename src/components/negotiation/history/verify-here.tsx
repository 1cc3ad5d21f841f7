'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Field } from '@/components/ui/field';
import { startVerifier, type VerificationMessage, type Verifier } from './verification';
import { Verdict } from './verification-verdict';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'fetching' }
  | { readonly kind: 'no-bundle' }
  | VerificationMessage;

/** The checks of ledger.md §4 in the auditor's own browser, on the bytes that it downloads or that were saved before. */
export function VerifyHere({ negotiation, size }: { readonly negotiation: string; readonly size: number }) {
  const t = useTranslations('history.verify');
  const [state, setState] = useState<State>({ kind: 'idle' });
  const verifier = useRef<Verifier>(null);
  useEffect(() => {
    // Made with the page: a bundle that was saved is verified though the server has been stopped since.
    verifier.current = startVerifier();
    return () => verifier.current?.stop();
  }, []);
  const running = state.kind === 'fetching' || state.kind === 'progress';

  const verify = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim() || null;
    const since = text('since');
    setState({ kind: 'fetching' });
    const receipts = await Promise.all(filesIn(form, 'receipts').map((file) => file.text()));
    const witnesses = text('witnesses')?.split(/\s+/) ?? [];
    const bundle = filesIn(form, 'bundle')[0] ?? (await bundleOf(negotiation));
    if (bundle === null) {
      setState({ kind: 'no-bundle' });
      return;
    }
    setState({ kind: 'progress', events: 0 });
    const order = {
      bundle,
      key: text('key'),
      since: since === null ? null : `${since}\n`,
      receipts,
      witnesses,
    };
    verifier.current?.verify(order, (message) => {
      setState(message);
      if (message.kind !== 'broken') return;
      verifier.current?.stop();
      verifier.current = startVerifier();
    });
  };

  return (
    <form onSubmit={verify} className="mt-6" aria-label={t('button')}>
      <p className="prose-column">{t('says')}</p>
      <Disclosure summary={t('own')}>
        <div className="prose-column space-y-3">
          <Field label={t('key')}>
            {(id) => <input id={id} name="key" autoComplete="off" spellCheck={false} className="field" />}
          </Field>
          <Field label={t('since')}>
            {(id) => <textarea id={id} name="since" rows={4} spellCheck={false} className="field py-2" />}
          </Field>
          <Field label={t('saved')}>
            {(id) => <input id={id} name="bundle" type="file" className="field py-2" />}
          </Field>
          <Field label={t('receipts')}>
            {(id) => (
              <input id={id} name="receipts" type="file" accept=".json" multiple className="field py-2" />
            )}
          </Field>
          <Field label={t('witnesses')}>
            {(id) => (
              <>
                <textarea
                  id={id}
                  name="witnesses"
                  rows={2}
                  spellCheck={false}
                  aria-describedby={`${id}-hint`}
                  className="field py-2"
                />
                <p id={`${id}-hint`} className="mt-1 text-note text-muted">
                  {t('witnessesHint')}
                </p>
              </>
            )}
          </Field>
        </div>
      </Disclosure>
      <Button type="submit" look="primary" disabled={running} className="mt-3">
        {t('button')}
      </Button>
      <div aria-live="polite" data-testid="verification" data-state={state.kind} className="mt-4 min-h-12">
        {state.kind === 'fetching' ? <p>{t('fetching')}</p> : null}
        {state.kind === 'no-bundle' ? <p className="text-out-of-reach">{t('noBundle')}</p> : null}
        {state.kind === 'bad-key' ? <p className="text-out-of-reach">{t('keyUnread')}</p> : null}
        {state.kind === 'bad-receipt' ? <p className="text-out-of-reach">{t('receiptUnread')}</p> : null}
        {state.kind === 'bad-witness' ? <p className="text-out-of-reach">{t('witnessUnread')}</p> : null}
        {state.kind === 'broken' ? (
          <p className="text-out-of-reach">{t('broken', { message: state.message })}</p>
        ) : null}
        {state.kind === 'progress' ? (
          <label className="block">
            {t('progress', { events: state.events, size })}
            <progress max={size} value={state.events} className="mt-1 block w-full max-w-80" />
          </label>
        ) : null}
        {state.kind === 'done' ? <Verdict verification={state.verification} /> : null}
      </div>
    </form>
  );
}

/** A file field that was left empty holds one file without a name. */
function filesIn(form: FormData, name: string): readonly File[] {
  return form.getAll(name).filter((file): file is File => file instanceof File && file.name !== '');
}

async function bundleOf(negotiation: string): Promise<Blob | null> {
  try {
    const response = await fetch(`/api/bundle/${negotiation}`);
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}
