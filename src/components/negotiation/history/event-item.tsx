import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { HistoryEntry } from '@/negotiation/history';
import type { Mode } from '@/negotiation/views';
import { EventProof } from './event-proof';
import { addressOf, type HistoryFilters } from './filters';
import { sentenceOf } from './sentence';

export interface EventContext {
  readonly negotiation: string;
  readonly mode: Mode;
  readonly path: string;
  readonly filters: HistoryFilters;
  readonly frame: Pick<NegotiationFile, 'stakeholders' | 'profiles'>;
}

const MOMENT = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
} as const;

/** An event as a sentence, with its time in the reader's zone, a link to its position, its bytes and its proof. */
export function EventItem({
  entry,
  context,
  open,
  onToggle,
}: {
  readonly entry: HistoryEntry;
  readonly context: EventContext;
  /** Whether bytes and proof are open, which outlives the item. */
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
}) {
  const t = useTranslations('history');
  const format = useFormatter();
  const { negotiation, mode, path, filters, frame } = context;
  const { position, event } = entry;
  const isNamed = position === filters.at;
  const when = (instant: string) => format.dateTime(new Date(instant), MOMENT);
  const says = () => {
    if (event === null) return t('events.hidden', { mode });
    const { key, values } = sentenceOf(event, { frame, system: t('system'), when });
    return t(key, values);
  };
  return (
    <div
      id={`p${position}`}
      data-position={position}
      data-type={event?.type ?? 'hidden'}
      className={clsx(
        'literal grid scroll-mt-4 grid-cols-[3.5rem_minmax(0,1fr)] gap-x-2 border-b border-line py-3',
        isNamed && 'border-l-2 border-l-accent pl-2',
      )}
    >
      <Link
        href={`${addressOf(path, filters, { at: position })}#p${position}`}
        aria-label={t('events.link', { position })}
        aria-current={isNamed ? 'location' : undefined}
        className="justify-self-start text-note text-muted tabular-nums"
      >
        {position}
      </Link>
      <div className="min-w-0">
        {event === null ? null : (
          <p className="text-note text-muted">
            <time dateTime={event.at}>{when(event.at)}</time>
          </p>
        )}
        <p className={clsx('prose-column [overflow-wrap:anywhere]', event === null && 'text-muted')}>
          {says()}
        </p>
        <EventProof negotiation={negotiation} position={position} open={open} onToggle={onToggle} />
      </div>
    </div>
  );
}
