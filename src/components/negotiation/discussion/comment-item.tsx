'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { InOrder } from '@/components/ui/in-order';
import type { CommentView } from '@/negotiation/comment-view';
import type { Mentionable } from '@/negotiation/mentions';
import { ArgumentMark } from './argument-mark';
import { CommentForm, type Speaker } from './comment-form';
import { EditForm } from './edit-form';
import { MentionText } from './mention-text';
import { Redact } from './redact';

interface Props {
  readonly comment: CommentView;
  readonly negotiation: string;
  readonly people: readonly Mentionable[];
  /** `null` where the reader may not speak here, or no longer. */
  readonly speaker: Speaker | null;
  readonly isFacilitator: boolean;
}

/** One comment: who said it, for whom and when, its text and what it said before; what the reader may do with it. */
export function CommentItem(props: Props) {
  const { comment, negotiation, people, speaker } = props;
  const t = useTranslations('discussion');
  const format = useFormatter();
  const [doing, setDoing] = useState<'reply' | 'edit' | null>(null);
  const { author, stakeholder, argument, text, earlier, position, at } = comment;
  const name = author.name ?? author.pseudonym;
  const spokenFor = stakeholder === null ? null : people.find(({ id }) => id === stakeholder)?.name;
  const moment = (instant: string) =>
    format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <article id={`comment-${position}`} aria-label={name} className="space-y-1 py-3">
      <p className="flex flex-wrap items-baseline gap-x-2 text-note text-muted">
        <strong className="literal font-medium break-all text-ink">{name}</strong>
        {spokenFor == null ? null : <span>{t('forStakeholder', { stakeholder: spokenFor })}</span>}
        <time dateTime={at}>{moment(at)}</time>
        {argument === null ? null : <ArgumentMark argument={argument} />}
      </p>
      {doing === 'edit' && text !== null ? (
        <EditForm
          negotiation={negotiation}
          comment={position}
          text={text}
          people={people}
          onDone={() => setDoing(null)}
        />
      ) : text !== null ? (
        <MentionText text={text} people={people} />
      ) : (
        <Gone comment={comment} moment={moment} />
      )}
      {earlier.length === 0 ? null : (
        <Disclosure summary={t('editedTimes', { count: earlier.length })}>
          <ol className="space-y-2 border-l-2 border-line pl-3 text-muted">
            <InOrder of={earlier}>
              {(before) => (
                <li>
                  <MentionText text={before} people={people} />
                </li>
              )}
            </InOrder>
          </ol>
        </Disclosure>
      )}
      {speaker === null || doing !== null ? null : <Actions {...props} onDo={setDoing} />}
      {doing === 'reply' && speaker !== null ? (
        <CommentForm speaker={speaker} replyTo={{ position, name }} onDone={() => setDoing(null)} />
      ) : null}
    </article>
  );
}

function Actions({
  comment,
  negotiation,
  isFacilitator,
  onDo,
}: Props & { readonly onDo: (what: 'reply' | 'edit') => void }) {
  const t = useTranslations('discussion');
  const stands = comment.redaction === null;
  const { isMe } = comment.author;
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Button onClick={() => onDo('reply')}>{t('reply')}</Button>
      {stands && isMe && comment.text !== null ? (
        <Button onClick={() => onDo('edit')}>{t('edit')}</Button>
      ) : null}
      {stands && (isMe || isFacilitator) ? (
        <Redact negotiation={negotiation} comment={comment.position} />
      ) : null}
    </div>
  );
}

function Gone({
  comment: { redaction, author },
  moment,
}: {
  readonly comment: CommentView;
  readonly moment: (instant: string) => string;
}) {
  const t = useTranslations('discussion');
  if (redaction === null) return <p className="text-muted italic">{t('lost')}</p>;
  return (
    <p className="text-muted italic">
      {t('redacted', {
        at: moment(redaction.at),
        by: redaction.by.pseudonym === author.pseudonym ? 'author' : 'other',
        name: redaction.by.name ?? redaction.by.pseudonym,
        reason: redaction.reason === null ? 'none' : 'some',
      })}{' '}
      {redaction.reason}
    </p>
  );
}
