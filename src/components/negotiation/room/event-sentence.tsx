import { useTranslations } from 'next-intl';
import type { Event } from '@/negotiation/events/event';
import type { NegotiationFile } from '@/negotiation/file/model';
import { sentenceOf } from '../history/sentence';
import { useMoment } from './moment-text';

/** An event as the history tells it, with a link to it there. */
export function EventSentence({
  event,
  frame,
  negotiation,
}: {
  readonly event: Event;
  readonly frame: NegotiationFile;
  readonly negotiation: string;
}) {
  const t = useTranslations('history');
  const r = useTranslations('room');
  const when = useMoment();
  const { key, values } = sentenceOf(event, { frame, system: t('system'), when });
  const { position } = event;
  return (
    <>
      {t(key, values)}{' '}
      <a
        href={`/n/${negotiation}/history?at=${position}#p${position}`}
        aria-label={r('eventLink', { position })}
        className="text-note whitespace-nowrap text-muted"
      >
        {r('at', { position })}
      </a>
    </>
  );
}
