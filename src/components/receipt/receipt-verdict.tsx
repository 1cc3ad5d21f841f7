import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ReceiptCheck } from '@/audit/check-receipt';
import type { BallotBody } from '@/negotiation/file/model';
import { BallotWords } from './ballot-words';

type Holds = Extract<ReceiptCheck, { kind: 'holds' }>;

/** Whose key the checkpoint was checked against, and so what a yes is worth. */
export type KeySource = 'typed' | 'served';

/** Nothing was found wrong with the file; there was no key, or none that fits. */
const UNREAD: ReadonlySet<string> = new Set(['no-key', 'key-unread', 'other-key']);

/** A yes with its limits, or what is wrong and what to do (ledger.md §2 and §4). */
export function ReceiptVerdict({
  check,
  source,
}: {
  readonly check: ReceiptCheck;
  readonly source: KeySource;
}) {
  const t = useTranslations('receipt');
  if (check.kind === 'holds') return <Holding check={check} source={source} />;
  return (
    <div className="prose-column">
      <p className="font-semibold text-out-of-reach">
        ✕ {t(UNREAD.has(check.fault) ? 'fault.unread' : 'fault.title')}
      </p>
      <p className="mt-1 [overflow-wrap:anywhere]">
        {t(`fault.${check.fault}`, { origin: check.origin ?? '' })}
      </p>
    </div>
  );
}

function Holding({ check, source }: { readonly check: Holds; readonly source: KeySource }) {
  const t = useTranslations('receipt');
  const { event, size, origin, key, opened, receipt } = check;
  const { position, log } = event;
  return (
    <div className="space-y-4">
      <p className="prose-column font-semibold text-clears">● {t('holds', { position, log, size })}</p>
      <EventWords check={check} />
      <Part title={t('key.title')}>
        <p className="literal font-medium [overflow-wrap:anywhere]">{key}</p>
        <p>{t(`key.${source}`)}</p>
      </Part>
      <Part title={t('shown.title')}>
        <ul className="list-disc pl-5">
          <li>{t('shown.included', { position })}</li>
          <li className="[overflow-wrap:anywhere]">{t('shown.signed', { size, origin })}</li>
          {opened === null ? null : <li>{t('shown.opened')}</li>}
        </ul>
      </Part>
      <Part title={t('notShown.title')}>
        <ul className="list-disc pl-5">
          {(['extends', 'counted', 'pseudonym', 'second'] as const).map((limit) => (
            <li key={limit}>{t(`notShown.${limit}`)}</li>
          ))}
        </ul>
      </Part>
      <details>
        <summary className="text-note text-muted underline decoration-strong underline-offset-3">
          {t('says.bytes')}
        </summary>
        <pre className="literal mt-1 border border-line bg-surface p-2 text-note whitespace-pre-wrap [overflow-wrap:anywhere]">
          {receipt.event}
        </pre>
      </details>
    </div>
  );
}

function EventWords({ check: { event, opened } }: { readonly check: Holds }) {
  const t = useTranslations('receipt.says');
  const format = useFormatter();
  const { type, data } = event;
  const stakeholder = 'stakeholder' in data ? data.stakeholder : null;
  const facts = [
    { name: t('type'), value: type },
    { name: t('position'), value: String(event.position) },
    {
      name: t('at'),
      value: format.dateTime(new Date(event.at), { dateStyle: 'medium', timeStyle: 'long' }),
    },
    { name: t('actor'), value: event.actor },
    ...(typeof stakeholder !== 'string' ? [] : [{ name: t('stakeholder'), value: stakeholder }]),
  ];
  const ballot = opened ?? ballotIn(data);
  return (
    <Part title={t('title')}>
      <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-4 gap-y-1">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="literal [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      {opened === null ? null : <p className="mt-2">{t('opened')}</p>}
      {ballot === null && type === 'ballot.sealed' ? <p className="mt-2">{t('sealed')}</p> : null}
      {ballot === null ? null : <BallotWords ballot={ballot} />}
    </Part>
  );
}

function ballotIn(data: Holds['event']['data']): BallotBody | null {
  return 'ballot' in data ? data.ballot : null;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="prose-column">
      <h2 className="font-sans text-base font-semibold">{title}</h2>
      <div className="mt-1">{children}</div>
    </section>
  );
}
