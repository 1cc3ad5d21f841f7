import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { type AggregationResult, THREAT_STATUSES, type ThreatStatus } from '@/core/model';
import { threatTitle } from '@/negotiation/explain/threat-sentence';
import type { NegotiationFile } from '@/negotiation/file/model';
import { CATALOGUE_FORMS } from '@/negotiation/threats';
import { profileTitle } from '../labels';
import { ThreatStatusMark } from '../threat-status-mark';

/** More columns than these are narrow, with their heads upright. */
const MOST_WIDE = 8;

/** Every form of threat against every profile: the status against the default, by sign and word. */
export function ThreatsGrid({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('results.threats');
  const p = useTranslations('pictures.threats');
  const c = useTranslations('common');
  const format = useFormatter();
  const columns = result.profiles.flatMap((profile) =>
    profile.threatForms === null
      ? []
      : [{ id: profile.id, status: profile.threats, forms: profile.threatForms }],
  );
  const listed = new Set(columns.flatMap(({ forms }) => THREAT_STATUSES.flatMap((status) => forms[status])));
  const threats = [...CATALOGUE_FORMS, ...(frame.threats ?? []).map(({ id }) => id)].filter((id) =>
    listed.has(id),
  );
  if (threats.length === 0) return <p>{t('none')}</p>;
  const dense = columns.length > MOST_WIDE;
  const fine = columns.filter(({ status }) => status === 'no-worse' || status === 'safer');
  return (
    <>
      <h3 className="mb-3 font-sans text-base font-semibold">
        {t('finding', {
          count: fine.length,
          names: format.list(fine.map(({ id }) => profileTitle(id, frame))),
        })}
      </h3>
      <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-note">
        {THREAT_STATUSES.map((status) => (
          <li key={status}>
            <ThreatStatusMark status={status} />
          </li>
        ))}
      </ul>
      <p className="prose-column mb-2 text-note text-muted">{p('caption')}</p>
      <ScrollRegion label={t('title')} tall={dense}>
        <Table caption={t('caption')}>
          <thead>
            <tr>
              <Head className="sticky top-0 left-0 z-20 bg-paper">{t('form')}</Head>
              {columns.map(({ id }) => (
                <Head key={id} className={clsx('sticky top-0 z-10 bg-paper', !dense && 'min-w-24')}>
                  {dense ? (
                    <span
                      title={profileTitle(id, frame)}
                      className="block max-h-44 rotate-180 truncate font-normal [writing-mode:vertical-rl]"
                    >
                      {profileTitle(id, frame)}
                    </span>
                  ) : (
                    profileTitle(id, frame)
                  )}
                </Head>
              ))}
              <Head numeric className="sticky top-0 z-10 min-w-20 bg-paper">
                {p('total')}
              </Head>
            </tr>
          </thead>
          <tbody>
            {threats.map((threat) => (
              <tr key={threat}>
                <Head row className="sticky left-0 z-10 max-w-44 min-w-28 bg-paper sm:min-w-40">
                  {threatTitle(frame, threat)}
                </Head>
                {columns.map(({ id, forms }) => {
                  const status = statusOf(forms, threat);
                  return (
                    <Cell key={id}>
                      {status === undefined ? c('notApplicable') : <ThreatStatusMark status={status} short />}
                    </Cell>
                  );
                })}
                <Cell numeric>{columns.filter(({ forms }) => isOpen(statusOf(forms, threat))).length}</Cell>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <Head row className="sticky bottom-0 left-0 z-20 bg-paper">
                {p('total')}
              </Head>
              {columns.map(({ id, forms }) => (
                <Cell key={id} className="sticky bottom-0 z-10 bg-paper tabular-nums">
                  {threats.filter((threat) => isOpen(statusOf(forms, threat))).length}
                </Cell>
              ))}
              <Cell className="sticky bottom-0 z-10 bg-paper">{null}</Cell>
            </tr>
          </tfoot>
        </Table>
      </ScrollRegion>
    </>
  );
}

function statusOf(
  forms: { readonly [S in ThreatStatus]: readonly string[] },
  threat: string,
): ThreatStatus | undefined {
  return THREAT_STATUSES.find((each) => forms[each].includes(threat));
}

/** Whether it keeps a profile from being recommended (aggregation.md §5). */
function isOpen(status: ThreatStatus | undefined): boolean {
  return status === 'worse' || status === 'unresolved';
}
