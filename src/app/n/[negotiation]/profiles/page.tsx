import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { threadHref } from '@/components/negotiation/discussion/topic';
import { ProfileCard } from '@/components/negotiation/profiles/profile-card';
import { ProfileDifference } from '@/components/negotiation/profiles/profile-difference';
import { Proposing } from '@/components/negotiation/profiles/proposing';
import { StrategyTable } from '@/components/negotiation/profiles/strategy-table';
import { defaultProfileId } from '@/components/negotiation/tracks';
import { Page } from '@/components/ui/page';
import { Section } from '@/components/ui/section';
import { may } from '@/negotiation/permissions';
import { readNegotiation, readSessionOf, readStanding } from '../../../data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
  readonly searchParams: Promise<{ readonly a?: string | string[]; readonly b?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('profiles'),
  ]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** Profiles side by side: what each stakeholder would do, what each relies on and needs, and how two of them differ. */
export default async function ProfilesPage({ params, searchParams }: Props) {
  const [{ negotiation }, { a, b }] = await Promise.all([params, searchParams]);
  const [view, standing, session, t] = await Promise.all([
    readNegotiation(negotiation),
    readStanding(negotiation, 'informed'),
    readSessionOf(negotiation),
    getTranslations('profiles'),
  ]);
  const { frame } = view;
  const results = new Map((standing?.result.profiles ?? []).map((profile) => [profile.id, profile]));
  const ids = new Set(frame.profiles.map((profile) => profile.id));
  const asked = (value: string | string[] | undefined) =>
    typeof value === 'string' && ids.has(value) ? value : undefined;
  const base = defaultProfileId(frame);
  const first = asked(a) ?? base;
  const second = asked(b) ?? frame.profiles.find((profile) => profile.id !== first)?.id ?? base;
  return (
    <Page title={t('title')} lead={<p className="prose-column font-serif text-prose">{t('lead')}</p>}>
      <Section
        id="each"
        title={t('eachTitle')}
        note={
          <>
            <p>{t('marginGuarantee')}</p>
            <p>{t('marginThreats')}</p>
          </>
        }
      >
        <ul>
          {frame.profiles.map((profile) => (
            <ProfileCard
              key={profile.id}
              profile={profile}
              frame={frame}
              result={results.get(profile.id)}
              discussion={
                may('comment.list', view.me)
                  ? threadHref(negotiation, { kind: 'profile', id: profile.id })
                  : null
              }
            />
          ))}
        </ul>
      </Section>
      <Section id="strategies" title={t('strategiesTitle')}>
        <StrategyTable frame={frame} />
      </Section>
      {session === null ? null : <Proposing view={view} session={session} />}
      <Section id="difference" title={t('differenceTitle')} note={<p>{t('marginMove')}</p>}>
        <ProfileDifference frame={frame} first={first} second={second} results={results} />
      </Section>
    </Page>
  );
}
