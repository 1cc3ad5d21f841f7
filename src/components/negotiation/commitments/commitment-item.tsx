import { useFormatter, useTranslations } from 'next-intl';
import { LinkOrText } from '@/components/ui/outside-link';
import type { CommitmentView, ReportView } from '@/negotiation/commitment-view';
import type { NegotiationFile } from '@/negotiation/file/model';
import { stakeholderName } from '../labels';
import { DisputeForm } from './dispute-form';
import { DueMark } from './due-mark';
import { ReportForm } from './report-form';
import { StatusMark } from './status-mark';

interface Reader {
  readonly negotiation: string;
  readonly frame: Pick<NegotiationFile, 'stakeholders'>;
  /** The stakeholders for whom the reader may report and dispute now. */
  readonly speaksFor: readonly string[];
}

/** What one stakeholder owes, its reports in their order, and who disputes them. */
export function CommitmentItem({
  commitment: { stakeholder, strategy, reports, due },
  ...reader
}: Reader & { readonly commitment: CommitmentView }) {
  const t = useTranslations('commitments');
  const { negotiation, frame, speaksFor } = reader;
  const name = stakeholderName(stakeholder, frame);
  const last = reports?.at(-1);
  return (
    <li className="grid gap-x-8 gap-y-3 border-t border-line py-5 lg:grid-cols-2">
      <div>
        <h3 className="text-prose">{name}</h3>
        <p className="font-serif">{strategy}</p>
        {last === undefined ? null : (
          <p className="mt-2">
            <StatusMark status={last.status} />
            {last.disputes.length === 0 ? null : (
              <span className="ml-2 font-medium text-within-reach">
                <span aria-hidden="true">≠</span> {t('isDisputed')}
              </span>
            )}
          </p>
        )}
        {due === null ? null : <DueMark {...due} />}
      </div>
      <div className="space-y-3">
        {reports === null ? null : reports.length === 0 ? (
          <p className="text-note text-muted">{t('noReport')}</p>
        ) : (
          <ol aria-label={t('timeline')} className="space-y-3 border-l-2 border-line pl-4">
            {reports.map((report) => (
              <Report key={report.position} report={report} stakeholder={stakeholder} {...reader} />
            ))}
          </ol>
        )}
        {speaksFor.includes(stakeholder) ? (
          <ReportForm
            negotiation={negotiation}
            stakeholder={{ id: stakeholder, name }}
            status={last?.status ?? null}
          />
        ) : null}
      </div>
    </li>
  );
}

function Report({
  report,
  stakeholder,
  negotiation,
  frame,
  speaksFor,
}: Reader & { readonly report: ReportView; readonly stakeholder: string }) {
  const t = useTranslations('commitments');
  const format = useFormatter();
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium' });
  const others = speaksFor.filter((id) => id !== stakeholder);
  return (
    <li className="space-y-2 text-note">
      <p>
        <time dateTime={report.at}>{day(report.at)}</time> <StatusMark status={report.status} />
        {report.evidence === null ? null : (
          <>
            {' · '}
            <LinkOrText text={report.evidence} />
          </>
        )}
      </p>
      {report.disputes.map(({ position, at, by, reason }) => (
        <p key={position} className="border-l-2 border-within-reach pl-3">
          {t('disputedBy', { stakeholder: stakeholderName(by, frame), at: day(at) })}{' '}
          {reason ?? t('reasonGone')}
        </p>
      ))}
      {others.length === 0 ? null : (
        <DisputeForm
          negotiation={negotiation}
          stakeholder={stakeholder}
          report={report.position}
          which={t('dispute.for', { stakeholder: stakeholderName(stakeholder, frame), at: day(report.at) })}
          speakers={others.map((id) => ({ id, name: stakeholderName(id, frame) }))}
        />
      )}
    </li>
  );
}
