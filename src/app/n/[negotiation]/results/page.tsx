import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BasisSwitch } from '@/components/negotiation/basis-switch';
import { NoStanding } from '@/components/negotiation/no-standing';
import { askedOf, type Parameters } from '@/components/negotiation/results/asked';
import { Contents } from '@/components/negotiation/results/contents';
import { ResultSections } from '@/components/negotiation/results/sections';
import { StandingSentence } from '@/components/negotiation/standing-sentence';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { readDetailWithFlips, readFrameThen, readNegotiation, readPower, readStanding } from '../../../data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
  readonly searchParams: Promise<Parameters>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('results'),
  ]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** The whole result on one basis: verdicts with their reasons, and every number behind them. */
export default async function ResultsPage({ params, searchParams }: Props) {
  const { negotiation } = await params;
  const asked = askedOf(await searchParams);
  const { basis } = asked;
  const [view, standing, t, c] = await Promise.all([
    readNegotiation(negotiation),
    readStanding(negotiation, basis),
    getTranslations('results'),
    getTranslations('common'),
  ]);
  if (standing === null)
    return (
      <Page title={t('title')} lead={<NoStanding standing={view.standing} />}>
        {null}
      </Page>
    );
  const [frame, power, detail] = await Promise.all([
    readFrameThen(negotiation, standing.position),
    readPower(negotiation),
    readDetailWithFlips(negotiation, basis, standing.position),
  ]);
  const root = `/n/${negotiation}`;
  const download = `/api/results/${negotiation}?basis=${basis}`;
  return (
    <Page
      title={t('title')}
      lead={
        <>
          <p className="prose-column font-serif text-prose sm:text-lead">
            <StandingSentence result={standing.result} frame={frame} />
          </p>
          <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
            <BasisSwitch basis={basis} path={`${root}/results`} />
            <Link href={`${root}/what-if?basis=${basis}`}>{t('why.whatIf')}</Link>
            <p className="text-note text-muted">{t('asOf', { position: standing.position })}</p>
          </div>
          <p className="prose-column mt-2 text-note text-muted">{c(`basis.${basis}Means`)}</p>
          <ul className="mt-3 flex flex-wrap gap-x-5 text-note">
            <li>
              <a href={`${download}&format=json`} download>
                {t('json')}
              </a>
            </li>
            <li>
              <a href={`${download}&format=csv`} download>
                {t('csv')}
              </a>
            </li>
            <li>
              <a href={`/api/export/${negotiation}`} download>
                {t('negotiation')}
              </a>
            </li>
          </ul>
          <Contents />
        </>
      }
    >
      <ResultSections
        result={standing.result}
        frame={frame}
        power={power}
        detail={detail}
        asked={asked}
        negotiation={negotiation}
        position={standing.position}
        me={view.me}
      />
    </Page>
  );
}
