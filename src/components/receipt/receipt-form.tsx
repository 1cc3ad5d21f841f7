'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import { Verdict } from '@/components/negotiation/history/verification-verdict';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { readFiles } from './read-files';
import type { ReceiptAnswer, ReceiptOrder } from './receipt-order';
import { type KeySource, ReceiptVerdict } from './receipt-verdict';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too-large' }
  | (ReceiptAnswer & { readonly source: KeySource; readonly typed: boolean });

/** A receipt, an audit bundle, or both, checked in this browser. The files stay in it. */
export function ReceiptForm() {
  const t = useTranslations('receipt');
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [over, setOver] = useState(false);
  const worker = useRef<Worker | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const files = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Made with the page and not with the first check: from then on the network is not needed.
    worker.current = newWorker();
    return () => worker.current?.terminate();
  }, []);

  const check = async (chosen: readonly File[]) => {
    const fields = new FormData(form.current ?? undefined);
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    const read = await readFiles(chosen);
    if (read === 'too-large') return setState({ kind: 'too-large' });
    const { bundle } = read;
    const receipt = read.receipt ?? (text('text') === '' ? null : text('text'));
    if (receipt === null && bundle === null) return setState({ kind: 'nothing' });
    setState({ kind: 'checking' });
    const typed = text('key');
    const source = typed === '' ? 'served' : 'typed';
    const current = worker.current ?? newWorker();
    worker.current = current;
    const answer = await ask(current, { receipt, bundle, key: typed === '' ? null : typed });
    if (answer.kind === 'broken') {
      current.terminate();
      worker.current = newWorker();
    }
    setState({ ...answer, source, typed: typed !== '' });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void check([...(files.current?.files ?? [])]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const { files: dropped } = event.dataTransfer;
    if (files.current !== null) files.current.files = dropped;
    void check([...dropped]);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };

  return (
    <>
      <form
        ref={form}
        onSubmit={submit}
        onDragOver={onDragOver}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        aria-label={t('title')}
        className={`prose-column space-y-4 border border-dashed p-4 ${over ? 'border-accent' : 'border-strong'}`}
      >
        <Field label={t('form.file')}>
          {(id) => (
            <>
              <input
                id={id}
                ref={files}
                type="file"
                multiple
                accept=".json,.ndjson,.txt,application/json"
                aria-describedby={`${id}-hint`}
                className="block min-h-11 w-full py-2 text-note"
              />
              <p id={`${id}-hint`} className="text-note text-muted">
                {t('form.drop')}
              </p>
            </>
          )}
        </Field>
        <Field label={t('form.text')}>
          {(id) => (
            <textarea id={id} name="text" rows={4} spellCheck={false} className="field literal py-2" />
          )}
        </Field>
        <Field label={t('form.key')}>
          {(id) => (
            <>
              <input
                id={id}
                name="key"
                autoComplete="off"
                spellCheck={false}
                aria-describedby={`${id}-hint`}
                className="field literal"
              />
              <p id={`${id}-hint`} className="mt-1 text-note text-muted">
                {t('form.keyHint')}
              </p>
            </>
          )}
        </Field>
        <Button type="submit" look="primary" disabled={state.kind === 'checking'}>
          {t('form.check')}
        </Button>
      </form>
      <div aria-live="polite" data-testid="receipt-verdict" data-state={state.kind} className="mt-6 min-h-12">
        <Answered state={state} />
      </div>
    </>
  );
}

function Answered({ state }: { readonly state: State }) {
  const t = useTranslations('receipt');
  switch (state.kind) {
    case 'idle':
      return null;
    case 'checking':
      return <p>{t('form.checking')}</p>;
    case 'nothing':
      return <p className="text-out-of-reach">{t('form.nothing')}</p>;
    case 'too-large':
      return <p className="text-out-of-reach">{t('form.tooLarge')}</p>;
    case 'broken':
      return <p className="text-out-of-reach">{t('form.broken', { message: state.message })}</p>;
    case 'done':
      return (
        <div className="space-y-8">
          {state.check === null ? null : <ReceiptVerdict check={state.check} source={state.source} />}
          {state.verification === null ? null : (
            <section className="prose-column">
              <h2 className="font-sans text-base font-semibold">{t('bundle.title')}</h2>
              <p>{t(state.check === null ? 'bundle.alone' : 'bundle.with')}</p>
              {state.check === null && !state.typed ? <p>{t('key.bundle')}</p> : null}
              <Verdict verification={state.verification} />
            </section>
          )}
        </div>
      );
  }
}

function newWorker(): Worker {
  return new Worker(new URL('./receipt-worker.ts', import.meta.url), { type: 'module' });
}

/** One question at a time: the button is off meanwhile. */
function ask(worker: Worker, order: ReceiptOrder): Promise<ReceiptAnswer> {
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<ReceiptAnswer>) => resolve(data);
    worker.onerror = ({ message }) => resolve({ kind: 'broken', message });
    worker.postMessage(order);
  });
}
