import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import type { BallotFrame } from '@/components/negotiation/ballot/form';
import { Recorded } from '@/components/negotiation/ballot/recorded';
import { Button } from '@/components/ui/button';
import type { MyBallot } from '@/negotiation/views';

/** For a page without script: exactly what will be recorded, and the button that casts it. */
export async function PlainReview({
  negotiation,
  stakeholder,
  mine,
  frame,
}: {
  readonly negotiation: string;
  readonly stakeholder: { readonly id: string; readonly name: string };
  readonly mine: MyBallot;
  readonly frame: BallotFrame;
}) {
  const t = await getTranslations('ballot');
  const body = mine.draft?.body.body ?? null;
  if (body === null || !mine.open) return null;
  return (
    <form
      method="post"
      action={`/n/${negotiation}/ballot/cast`}
      aria-labelledby="plain-review"
      className="hidden space-y-4 border-l-2 border-accent pl-4 noscript:block"
    >
      <h2 id="plain-review" className="text-lead">
        {t('plain.review')}
      </h2>
      <p className="prose-column text-note text-muted">{t('review.says')}</p>
      <Recorded body={body} frame={frame} stakeholder={stakeholder.name} />
      <input type="hidden" name="stakeholder" value={stakeholder.id} />
      <input type="hidden" name="idempotencyKey" value={randomUUID()} />
      <input type="hidden" name="ballot" value={JSON.stringify(body)} />
      <Button type="submit" look="primary">
        {t('review.cast')}
      </Button>
    </form>
  );
}
