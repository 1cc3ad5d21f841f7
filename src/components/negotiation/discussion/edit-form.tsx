'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Mentionable } from '@/negotiation/mentions';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { useClient } from '../use-client';
import { MentionField } from './mention-field';
import { useCommentDraft } from './use-comment-draft';

/** Another wording of one's own comment; what it said before stays readable. */
export function EditForm({
  negotiation,
  comment,
  text,
  people,
  onDone,
}: {
  readonly negotiation: string;
  readonly comment: number;
  readonly text: string;
  readonly people: readonly Mentionable[];
  readonly onDone: () => void;
}) {
  const t = useTranslations('discussion.form');
  const client = useClient();
  const draft = useCommentDraft(`${negotiation}/edit/${comment}`, text);
  const change = useChange(`${negotiation}/edit/${comment}`, (to: string, idempotencyKey) =>
    client.comment.edit.mutate({ negotiation, comment, text: to, idempotencyKey }),
  );
  const leave = () => {
    draft.forget();
    onDone();
  };
  return (
    <form
      className="space-y-3"
      onSubmit={async (event) => {
        event.preventDefault();
        const to = draft.text;
        if ((await change.run(to)) && draft.holds(to)) leave();
      }}
    >
      <MentionField label={t('textEdit')} value={draft.text} onChange={draft.write} people={people} focused />
      <div className="flex flex-wrap gap-3">
        <Button
          type="submit"
          look="primary"
          disabled={change.pending || draft.text.trim() === '' || draft.text === text}
        >
          {t('save')}
        </Button>
        <Button onClick={leave}>{t('cancel')}</Button>
      </div>
      <Fault sentence={change.fault} />
    </form>
  );
}
