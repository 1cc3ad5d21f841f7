import { NextIntlClientProvider, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/section';
import { messages } from '@/i18n/messages';
import { may } from '@/negotiation/permissions';
import type { SessionView } from '@/negotiation/session-view';
import type { NegotiationView } from '@/negotiation/views';
import { stakeholderName } from '../labels';
import { Proposals } from '../session/proposals';
import { Propose } from './propose';

/** Proposals and what became of them, and the form for another one, where the reader may propose now. */
export function Proposing({
  view,
  session,
}: {
  readonly view: NegotiationView;
  readonly session: SessionView;
}) {
  const t = useTranslations('profiles.propose');
  const { frame, id: negotiation, me, phase } = view;
  const facilitates = me.roles.includes('facilitator');
  const now = phase === 'open' || phase === 'closed';
  const speaks = may('profile.propose', me);
  return (
    <Section id="propose" title={t('title')} note={<p>{t('says')}</p>}>
      <NextIntlClientProvider
        messages={{
          errors: messages.errors,
          session: messages.session,
          profiles: messages.profiles,
          common: messages.common,
          ruleBuilder: messages.ruleBuilder,
        }}
      >
        <Proposals
          negotiation={negotiation}
          proposals={session.proposals}
          frame={frame}
          mayAdmit={facilitates && now}
        />
        {!speaks ? null : now ? (
          <Disclosure summary={t('open')}>
            <Propose
              negotiation={negotiation}
              frame={frame}
              taken={session.proposals.map(({ profile }) => profile.id)}
              stakeholders={me.stakeholders.map((id) => ({ id, name: stakeholderName(id, frame) }))}
              facilitates={facilitates}
            />
          </Disclosure>
        ) : (
          <p className="mt-3 text-note text-muted">{t('closed')}</p>
        )}
      </NextIntlClientProvider>
    </Section>
  );
}
