'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { Topic } from '@/negotiation/comment-view';
import type { Mentionable } from '@/negotiation/mentions';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { useClient } from '../use-client';
import { MentionField } from './mention-field';
import { aboutOf } from './topic';
import { useCommentDraft } from './use-comment-draft';

const ARGUMENTS = ['for', 'against'] as const;

export interface Speaker {
  readonly negotiation: string;
  readonly topic: Topic;
  readonly people: readonly Mentionable[];
  /** The stakeholders in whose name the reader may speak. */
  readonly stakeholders: readonly { readonly id: string; readonly name: string }[];
}

/** A new comment, or a reply to one. */
export function CommentForm({
  speaker: { negotiation, topic, people, stakeholders },
  replyTo = null,
  onDone,
}: {
  readonly speaker: Speaker;
  readonly replyTo?: { readonly position: number; readonly name: string } | null;
  readonly onDone?: () => void;
}) {
  const t = useTranslations('discussion.form');
  const a = useTranslations('discussion.argument');
  const client = useClient();
  const group = useId();
  const place = `${negotiation}/${aboutOf(topic)}/${replyTo?.position ?? ''}`;
  const draft = useCommentDraft(place);
  const [argument, setArgument] = useState<(typeof ARGUMENTS)[number] | null>(null);
  const [stakeholder, setStakeholder] = useState<string | null>(stakeholders[0]?.id ?? null);
  const change = useChange(
    `${place}/post`,
    (input: { text: string; argument: typeof argument; stakeholder: string | null }, idempotencyKey) =>
      client.comment.post.mutate({
        negotiation,
        topic,
        replyTo: replyTo?.position ?? null,
        ...input,
        idempotencyKey,
      }),
  );
  return (
    <form
      className="space-y-3"
      onSubmit={async (event) => {
        event.preventDefault();
        const { text } = draft;
        if (text.trim() === '' || !(await change.run({ text, argument, stakeholder }))) return;
        setArgument(null);
        if (draft.posted(text)) onDone?.();
      }}
    >
      <MentionField
        label={replyTo === null ? t('text') : t('textReply', { name: replyTo.name })}
        value={draft.text}
        onChange={draft.write}
        people={people}
        focused={replyTo !== null}
      />
      <fieldset className="flex flex-wrap items-center gap-x-4">
        <legend className="float-left mr-4 text-note font-medium">{t('argument')}</legend>
        {[null, ...ARGUMENTS].map((each) => (
          <label key={each} className="flex min-h-9 items-center gap-2">
            <input type="radio" name={group} checked={argument === each} onChange={() => setArgument(each)} />
            {each === null ? t('none') : a(each)}
          </label>
        ))}
      </fieldset>
      {stakeholders.length === 0 ? null : (
        <div className="max-w-72">
          <Field label={t('as')}>
            {(id) => (
              <select
                id={id}
                className="field"
                value={stakeholder ?? ''}
                onChange={(event) => setStakeholder(event.currentTarget.value || null)}
              >
                {stakeholders.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
                <option value="">{t('myself')}</option>
              </select>
            )}
          </Field>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" disabled={change.pending || draft.text.trim() === ''}>
          {t('post')}
        </Button>
        {onDone === undefined ? null : <Button onClick={onDone}>{t('cancel')}</Button>}
      </div>
      <Fault sentence={change.fault} />
    </form>
  );
}
