import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Adopted } from '@/components/negotiation/adopted';
import { BasisSwitch } from '@/components/negotiation/basis-switch';
import { EssentialFacts } from '@/components/negotiation/essentials';
import { NextSteps } from '@/components/negotiation/next-steps';
import { NoStanding } from '@/components/negotiation/no-standing';
import { Participation } from '@/components/negotiation/participation';
import { askedOf, type Parameters } from '@/components/negotiation/results/asked';
import { PEOPLE_AT_ONCE, WaitsForLink } from '@/components/negotiation/results/folded-by-link';
import { RuleWords } from '@/components/negotiation/rule-words';
import { flipsFor } from '@/components/negotiation/seen-flips';
import { StandingPicture } from '@/components/negotiation/standing-picture';
import { StandingSentence } from '@/components/negotiation/standing-sentence';
import { Verdict } from '@/components/negotiation/verdict';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { Section } from '@/components/ui/section';
import { VERDICTS } from '@/core/model';
import { readCommitments, readDetail, readNegotiation, readStanding } from '../../data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
  readonly searchParams: Promise<Parameters>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await readNegotiation((await params).negotiation);
  return { title: view.frame.title };
}

/** The overview: the question, the standing in one sentence and one picture, who has voted, what is next for me. */
export default async function OverviewPage({ params, searchParams }: Props) {
  const { negotiation } = await params;
  const asked = askedOf(await searchParams);
  const { basis } = asked;
  const [view, standing, t, c] = await Promise.all([
    readNegotiation(negotiation),
    readStanding(negotiation, basis),
    getTranslations('overview'),
    getTranslations('common'),
  ]);
  const { frame } = view;
  const root = `/n/${negotiation}`;
  const folds = { asked, path: root };
  const participation = () => <Participation participation={view.participation} frame={frame} />;
  const isOver = view.phase === 'concluded' || view.phase === 'archived';
  // Whoever only reads what is public is told of no commitments.
  const conclusion =
    isOver && view.me.roles.length > 0 ? (await readCommitments(negotiation)).conclusion : null;
  const detail = standing === null ? null : await readDetail(negotiation, basis, standing.position);
  return (
    <Page
      title={frame.title}
      lead={
        <>
          {frame.description === undefined ? null : (
            <p className="prose-column mb-4 font-serif whitespace-pre-line text-muted">{frame.description}</p>
          )}
          {conclusion === null ? null : <Adopted conclusion={conclusion} frame={frame} root={root} />}
          {standing === null ? (
            <NoStanding standing={view.standing} />
          ) : (
            <>
              <p className="prose-column font-serif text-prose sm:text-lead" data-testid="standing-sentence">
                <StandingSentence result={standing.result} frame={frame} />
              </p>
              <EssentialFacts
                result={standing.result}
                frame={frame}
                flips={flipsFor(standing.result, detail, view.me)}
                root={root}
              />
              <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
                <BasisSwitch basis={basis} path={root} />
                <Link href={`${root}/results?basis=${basis}`}>{t('fullResults')}</Link>
                <Link href={`${root}/what-if?basis=${basis}`}>{t('whatIf')}</Link>
              </div>
            </>
          )}
        </>
      }
    >
      {standing === null ? null : (
        <Section
          id="standing"
          title={t('standingTitle')}
          note={
            <>
              <p>{t.rich('rule', { rule: () => <RuleWords rule={frame.rule} frame={frame} /> })}</p>
              <p>
                {c(`basis.${basis}Means`)} <Link href={`${root}/briefings`}>{t('briefingsTitle')}</Link>
              </p>
              <dl className="space-y-2">
                {VERDICTS.map((verdict) => (
                  <div key={verdict}>
                    <dt>
                      <Verdict verdict={verdict} />
                    </dt>
                    <dd>{c(`verdictMeans.${verdict}`)}</dd>
                  </div>
                ))}
              </dl>
            </>
          }
        >
          <StandingPicture result={standing.result} frame={frame} folds={folds} />
        </Section>
      )}
      <Section id="next" title={t('nextTitle')}>
        <NextSteps steps={view.next} negotiation={negotiation} frame={frame} />
      </Section>
      <Section id="participation" title={t('participationTitle')} note={<p>{c(`mode.${view.mode}`)}</p>}>
        <p className="mb-2">
          {t('participation', {
            voted: view.participation.filter((each) => each.voted).length,
            of: frame.stakeholders.length,
          })}
        </p>
        {frame.stakeholders.length > PEOPLE_AT_ONCE ? (
          <WaitsForLink name="participants" summary={t('eachParticipant')} {...folds}>
            {participation}
          </WaitsForLink>
        ) : (
          participation()
        )}
      </Section>
      {(frame.briefings ?? []).length === 0 ? null : (
        <Section id="briefings" title={t('briefingsTitle')}>
          <ul>
            {frame.briefings?.map((briefing) => (
              <li
                key={briefing.id}
                className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2"
              >
                <Link href={`${root}/briefings/${encodeURIComponent(briefing.id)}`}>{briefing.title}</Link>
                <span className="text-note text-muted">
                  {briefing.required === true ? t('required') : t('optional')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
