import { useFormatter, useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import { type AggregationResult, THREAT_STATUSES } from '@/core/model';
import { threatTitle } from '@/negotiation/explain/threat-sentence';
import type { NegotiationFile } from '@/negotiation/file/model';
import { CATALOGUE_FORMS } from '@/negotiation/threats';
import { profileTitle } from '../labels';
import { ThreatStatusMark } from '../threat-status-mark';

/** Every form of threat against every profile: the status against the default, by sign and word. */
export function ThreatsGrid({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('results.threats');
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
      <ScrollRegion label={t('title')}>
        <Table caption={t('caption')} shown>
          <thead>
            <tr>
              <Head className="sticky left-0 z-10 bg-paper">{t('form')}</Head>
              {columns.map(({ id }) => (
                <Head key={id} className="min-w-24">
                  {profileTitle(id, frame)}
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {threats.map((threat) => (
              <tr key={threat}>
                <Head row className="sticky left-0 z-10 min-w-40 bg-paper">
                  {threatTitle(frame, threat)}
                </Head>
                {columns.map(({ id, forms }) => {
                  const status = THREAT_STATUSES.find((each) => forms[each].includes(threat));
                  return (
                    <Cell key={id}>
                      {status === undefined ? c('notApplicable') : <ThreatStatusMark status={status} short />}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </>
  );
}
