import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Trpc } from '@/components/negotiation/ballot/trpc';
import { stakeholderName } from '@/components/negotiation/labels';
import { InvitationList } from '@/components/negotiation/people/invitation-list';
import { InviteForm } from '@/components/negotiation/people/invite-form';
import { Leave } from '@/components/negotiation/people/leave';
import { Members } from '@/components/negotiation/people/members';
import { Page } from '@/components/ui/page';
import { Section } from '@/components/ui/section';
import { messages } from '@/i18n/messages';
import { may } from '@/negotiation/permissions';
import { readInvitations, readMembers, readNegotiation } from '../../../data';
import { OwnStakeholder } from './own-stakeholder';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('people'),
  ]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** Who sits at the table; for facilitators the invitations, for delegates what was done for their stakeholder. */
export default async function PeoplePage({ params }: Props) {
  const { negotiation } = await params;
  const [view, list, t] = await Promise.all([
    readNegotiation(negotiation),
    readMembers(negotiation),
    getTranslations('people'),
  ]);
  const { frame, me } = view;
  const isLiving = view.phase !== 'archived';
  const leave =
    may('member.leave', me) && isLiving ? (
      <Section id="leave" title={t('leave.title')}>
        <Leave
          negotiation={negotiation}
          title={frame.title}
          isFacilitator={me.roles.includes('facilitator')}
          stakeholders={me.stakeholders.map((id) => stakeholderName(id, frame))}
        />
      </Section>
    ) : null;
  if (list === null) {
    return (
      <Page title={t('title')} lead={<p className="prose-column font-serif text-prose">{t('notMember')}</p>}>
        <NextIntlClientProvider
          messages={{ errors: messages.errors, people: messages.people, session: messages.session }}
        >
          <Trpc>{leave}</Trpc>
        </NextIntlClientProvider>
      </Page>
    );
  }
  const invitations = await readInvitations(negotiation);
  const acts = me.roles.includes('facilitator') && isLiving;
  const mayEnter = acts && view.phase === 'open';
  const stakeholders = frame.stakeholders.map(({ id, name }) => ({ id, name }));
  return (
    <NextIntlClientProvider
      messages={{
        errors: messages.errors,
        people: messages.people,
        session: messages.session,
        ballot: messages.ballot,
        common: messages.common,
        history: { checkpoint: messages.history.checkpoint },
      }}
    >
      <Trpc>
        <Page
          title={t('title')}
          lead={
            <p className="prose-column font-serif text-prose">
              {t('lead', { members: new Set(list.members.map(({ pseudonym }) => pseudonym)).size })}
            </p>
          }
        >
          {acts ? (
            <Section id="invite" title={t('invite.title')} note={<p>{t('invite.note')}</p>}>
              <InviteForm negotiation={negotiation} stakeholders={stakeholders} />
            </Section>
          ) : null}
          {invitations === null ? null : (
            <Section id="invitations" title={t('invitations.title')}>
              {invitations.length === 0 ? (
                <p className="text-muted">{t('invitations.none')}</p>
              ) : (
                <InvitationList
                  negotiation={negotiation}
                  stakeholders={frame.stakeholders}
                  invitations={invitations}
                />
              )}
            </Section>
          )}
          {me.stakeholders.map((id) => (
            <OwnStakeholder key={id} negotiation={negotiation} stakeholder={id} now={Date.now()} />
          ))}
          <Section
            id="members"
            title={t('membersTitle')}
            note={mayEnter ? <p>{t('paperNote')}</p> : undefined}
          >
            <Members
              negotiation={negotiation}
              members={list.members}
              deputies={list.deputies}
              stakeholders={stakeholders}
              mayRemove={acts}
              mayEnter={mayEnter}
            />
          </Section>
          {leave}
        </Page>
      </Trpc>
    </NextIntlClientProvider>
  );
}
