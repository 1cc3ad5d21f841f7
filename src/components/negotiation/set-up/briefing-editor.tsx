import { useTranslations } from 'next-intl';
import { lazy, Suspense, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { SetUpBriefing } from '@/negotiation/set-up-view';
import { Check } from '../ballot/check';

/** Comes once there is something to show: it is the longest of all that this page could need. */
const Markdown = lazy(async () => ({ default: (await import('@/components/ui/markdown')).Markdown }));

/** A briefing's next version: title, text in Markdown beside what it will look like, whether it is required. */
export function BriefingEditor({
  briefing,
  midRound,
  pending,
  action,
  onPublish,
}: {
  readonly briefing: SetUpBriefing | null;
  /** While a round is open nothing that "informed" hangs on changes. */
  readonly midRound: boolean;
  readonly pending: boolean;
  readonly action: string;
  readonly onPublish: (title: string, required: boolean, text: string) => Promise<boolean>;
}) {
  const t = useTranslations('setUp.briefings');
  const id = useId();
  const [title, setTitle] = useState(briefing?.title ?? '');
  const [text, setText] = useState(briefing?.text ?? '');
  const [required, setRequired] = useState(briefing?.required ?? !midRound);
  return (
    <form
      className="space-y-3"
      onSubmit={async (event) => {
        event.preventDefault();
        if (title.trim() === '') return;
        if ((await onPublish(title.trim(), required, text)) && briefing === null) {
          setTitle('');
          setText('');
        }
      }}
    >
      <div>
        <label htmlFor={id} className="mb-1 block text-note font-medium">
          {t('title')}
        </label>
        <input
          id={id}
          className="field"
          autoComplete="off"
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <div>
          <label htmlFor={`${id}-text`} className="mb-1 block text-note font-medium">
            {t('text')}
          </label>
          <textarea
            id={`${id}-text`}
            rows={10}
            className="field py-2 font-mono text-note"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </div>
        <section aria-label={t('preview')} className="min-w-0">
          <p className="mb-1 text-note font-medium">{t('preview')}</p>
          <div className="min-h-24 border-l-2 border-line pl-4">
            {text.trim() === '' ? (
              <p className="text-note text-muted">{t('empty')}</p>
            ) : (
              <Suspense>
                <Markdown text={text} />
              </Suspense>
            )}
          </div>
        </section>
      </div>
      <Check checked={required} onChange={setRequired}>
        {t('required')}
      </Check>
      <Button type="submit" disabled={pending || title.trim() === ''}>
        {action}
      </Button>
    </form>
  );
}
