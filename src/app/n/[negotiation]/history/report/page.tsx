import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Checking } from '@/components/negotiation/history/report/checking';
import { Evidence } from '@/components/negotiation/history/report/evidence';
import { Facts } from '@/components/negotiation/history/report/facts';
import { Moment } from '@/components/negotiation/history/report/moment';
import { People } from '@/components/negotiation/history/report/people';
import { PrintButton } from '@/components/negotiation/history/report/print-button';
import { Recorded } from '@/components/negotiation/history/report/recorded';
import { Rounds } from '@/components/negotiation/history/report/rounds';
import { Verdicts } from '@/components/negotiation/history/report/verdicts';
import { RuleWords } from '@/components/negotiation/rule-words';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { Section } from '@/components/ui/section';
import { readNegotiation } from '../../../../data';
import { ownAddress, readReport } from './data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('report'),
  ]);
  return { title: t('of', { title: view.frame.title }) };
}

/** What an auditor or a minister prints and files: the recorded result, its proof, and how to check both later. */
export default async function ReportRoute({ params }: Props) {
  const { negotiation } = await params;
  const [view, report, t, o, c, address] = await Promise.all([
    readNegotiation(negotiation),
    readReport(negotiation),
    getTranslations('report'),
    getTranslations('overview'),
    getTranslations('common'),
    ownAddress(),
  ]);
  const { result } = report;
  const root = `/n/${negotiation}`;
  const lead = (
    <>
      {view.frame.description === undefined ? null : (
        <p className="prose-column mb-4 font-serif text-prose">{view.frame.description}</p>
      )}
      <Facts
        rows={[
          [t('stands'), c(`phase.${view.phase}`, { round: view.round })],
          [t('mode'), c(`mode.${view.mode}`)],
          [t('made'), `${address}${root}/history/report`],
          [t('madeAt'), <Moment key="made" at={new Date().toISOString()} />],
        ]}
      />
      {view.simulated ? <p className="mt-2">{c('simulated')}</p> : null}
      <p className="mt-4 print:hidden">
        <PrintButton label={t('print')} />
      </p>
    </>
  );
  if (result.kind !== 'recorded')
    return (
      <Page title={t('of', { title: view.frame.title })} lead={lead}>
        <p className="prose-column font-serif text-prose" data-testid="no-result">
          {t(`none.${result.kind}`)}
        </p>
        {view.standing.kind === 'none' ? null : (
          <p>
            <Link href={`${root}/results`}>{t('none.standing')}</Link>
          </p>
        )}
        <Rounds rounds={report.rounds} />
      </Page>
    );
  const { frame } = result.of;
  return (
    <Page title={t('of', { title: view.frame.title })} lead={lead}>
      <Recorded result={result} />
      <Verdicts result={result.results.informed} frame={frame} />
      <Verdicts result={result.results.stated} frame={frame} />
      <Section id="rule" title={o('ruleTitle')}>
        <p className="prose-column font-serif text-prose">
          {o.rich('rule', { rule: () => <RuleWords rule={frame.rule} frame={frame} /> })}
        </p>
      </Section>
      <Rounds rounds={report.rounds} />
      <People of={result.of} />
      <Evidence negotiation={negotiation} report={report} proof={result.proof} />
      <Checking result={result} receiptPage={`${address}/receipt`} />
    </Page>
  );
}
