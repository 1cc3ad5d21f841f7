'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CommentView } from '@/negotiation/comment-view';
import type { Mentionable } from '@/negotiation/mentions';
import type { Speaker } from './comment-form';
import { CommentItem } from './comment-item';
import { replyTree, type Thread } from './reply-tree';

const SHOWN = ['all', 'for', 'against'] as const;

interface Reader {
  readonly negotiation: string;
  readonly people: readonly Mentionable[];
  readonly speaker: Speaker | null;
  readonly isFacilitator: boolean;
}

/** The comments of a thread with their replies, or its arguments for or against alone. */
export function CommentList({ comments, ...reader }: Reader & { readonly comments: readonly CommentView[] }) {
  const t = useTranslations('discussion.filter');
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all');
  const threads =
    shown === 'all'
      ? replyTree(comments)
      : comments
          .filter(({ argument, text }) => argument === shown && text !== null)
          .map((comment) => ({ comment, replies: [] }));
  return (
    <>
      <fieldset className="mb-3 flex flex-wrap gap-x-4 text-note">
        <legend className="sr-only">{t('label')}</legend>
        {SHOWN.map((each) => (
          <label key={each} className="flex min-h-9 items-center gap-2">
            <input type="radio" name="shown" checked={shown === each} onChange={() => setShown(each)} />
            {t(each)}
          </label>
        ))}
      </fieldset>
      <Threads threads={threads} reader={reader} depth={0} />
    </>
  );
}

/** Replies are set in, three levels deep: a phone has no room for more. */
function Threads({
  threads,
  reader,
  depth,
}: {
  readonly threads: readonly Thread[];
  readonly reader: Reader;
  readonly depth: number;
}) {
  if (threads.length === 0) return null;
  return (
    <ol className={depth === 0 ? 'divide-y divide-line' : depth < 4 ? 'border-l-2 border-line pl-4' : ''}>
      {threads.map(({ comment, replies }) => (
        <li key={comment.position}>
          <CommentItem comment={comment} {...reader} />
          <Threads threads={replies} reader={reader} depth={depth + 1} />
        </li>
      ))}
    </ol>
  );
}
