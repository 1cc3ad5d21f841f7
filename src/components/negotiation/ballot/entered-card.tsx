'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import type { EnteredView } from '@/negotiation/views';
import { Fault } from '../session/fault';
import { useClient } from '../use-client';
import type { BallotFrame } from './form';
import { castingKey, forgetCastingKey } from './idempotency-key';
import { Receipt } from './receipt';
import { Recorded } from './recorded';
import { useSending } from './use-sending';

/**
 * A ballot from paper that waits for a delegate: what was typed, by whom, and the button that makes it count. The
 * receipt stays when the page is read anew and nothing waits any more.
 */
export function EnteredCard({
  negotiation,
  stakeholder,
  entered,
  frame,
  open,
}: {
  readonly negotiation: string;
  readonly stakeholder: { readonly id: string; readonly name: string };
  readonly entered: EnteredView | null;
  readonly frame: BallotFrame;
  /** Whether a round takes ballots now. */
  readonly open: boolean;
}) {
  const t = useTranslations('ballot.paper');
  const format = useFormatter();
  const client = useClient();
  const confirm = useSending(client.ballot.confirm.mutate);
  const { state } = confirm;
  const send = (position: number) => {
    const place = `${negotiation}/${stakeholder.id}/confirm`;
    const idempotencyKey = castingKey(place, String(position));
    confirm.send({ negotiation, stakeholder: stakeholder.id, entered: position, idempotencyKey }, () =>
      forgetCastingKey(place),
    );
  };
  if (state.kind === 'done') {
    // The form below has started from what counted before: read anew, it starts from this one.
    return <Receipt negotiation={negotiation} cast={state.data} onAgain={() => window.location.reload()} />;
  }
  const refused = <Fault sentence={state.kind === 'failed' ? state.error.message : null} />;
  // Somebody else was first, and the page has been read anew: why the confirmation did nothing is still to be read.
  if (entered === null) return refused;
  const { position, at, by, note, ballot } = entered;
  return (
    <section
      aria-labelledby="paper-title"
      data-testid="paper-ballot"
      className="space-y-3 border-l-2 border-within-reach pl-4"
    >
      <h2 id="paper-title" className="text-lead">
        {t('waits')}
      </h2>
      <p className="prose-column">
        {t('waitsBy', {
          name: by ?? t('waitsSomebody'),
          at: format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' }),
        })}
      </p>
      {note === null ? null : (
        <p className="prose-column whitespace-pre-line [overflow-wrap:anywhere]">
          {t('waitsNote', { note })}
        </p>
      )}
      <Disclosure summary={t('compare')} open>
        <Recorded body={ballot} frame={frame} stakeholder={stakeholder.name} />
      </Disclosure>
      {refused}
      <Button look="primary" disabled={!open || state.kind === 'pending'} onClick={() => send(position)}>
        {state.kind === 'pending' ? t('confirming') : t('confirm')}
      </Button>
    </section>
  );
}
