import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { CommentForm, type Speaker } from '@/components/negotiation/discussion/comment-form';
import { CommentList } from '@/components/negotiation/discussion/comment-list';
import { ThreadIndex } from '@/components/negotiation/discussion/thread-index';
import { aboutOf, threadHref, topicOf, topicTitle } from '@/components/negotiation/discussion/topic';
import { stakeholderName } from '@/components/negotiation/labels';
import { Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';
import { Section } from '@/components/ui/section';
import { messages } from '@/i18n/messages';
import type { Mentionable } from '@/negotiation/mentions';
import { may } from '@/negotiation/permissions';
import { readComments, readMembers, readNegotiation, readThreads } from '../../../data';

interface Props {
  readonly params: Promise<{ readonly negotiation: string }>;
  readonly searchParams: Promise<{
    readonly about?: string | string[];
    readonly from?: string | string[];
  }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [view, t] = await Promise.all([
    readNegotiation((await params).negotiation),
    getTranslations('discussion'),
  ]);
  return { title: `${t('title')}: ${view.frame.title}` };
}

/** One thread: on the negotiation, or on a profile, a threat or a briefing; and what else is talked about. */
export default async function DiscussionPage({ params, searchParams }: Props) {
  const [{ negotiation }, asked] = await Promise.all([params, searchParams]);
  const topic = topicOf(asked.about);
  const from = Number(asked.from ?? 0);
  const [{ frame, me, mode, phase }, page, threads, t] = await Promise.all([
    readNegotiation(negotiation),
    readComments(negotiation, topic, Number.isSafeInteger(from) && from > 0 ? from : 0),
    readThreads(negotiation),
    getTranslations('discussion'),
  ]);
  const members = (await readMembers(negotiation))?.members ?? [];
  const names = new Map(members.map(({ pseudonym, name }) => [pseudonym, name]));
  const people: readonly Mentionable[] = [
    ...frame.stakeholders.map(({ id, name }) => ({ id, name })),
    ...[...names].map(([id, name]) => ({ id, name: name ?? id })),
  ];
  const speaker: Speaker | null =
    may('comment.post', me) && phase !== 'archived'
      ? {
          negotiation,
          topic,
          people,
          stakeholders: me.stakeholders.map((id) => ({ id, name: stakeholderName(id, frame) })),
        }
      : null;
  const title = topicTitle(topic, frame);
  const about = aboutOf(topic);
  const count = threads.find((each) => aboutOf(each.topic) === about);
  return (
    <Page
      title={t('heading', { topic: title ?? t('whole') })}
      lead={
        <p className="prose-column">
          {t('lead', {
            count: count?.comments ?? 0,
            redacted: page.comments.length,
            for: count?.arguments.for ?? 0,
            against: count?.arguments.against ?? 0,
          })}{' '}
          {topic.kind === 'negotiation' ? null : (
            <Link
              href={
                topic.kind === 'briefing'
                  ? `/n/${negotiation}/briefings/${encodeURIComponent(topic.id)}`
                  : `/n/${negotiation}/${topic.kind}s`
              }
            >
              {t(`goTo.${topic.kind}`)}
            </Link>
          )}
        </p>
      }
    >
      <NextIntlClientProvider
        messages={{
          errors: messages.errors,
          discussion: messages.discussion,
          session: { back: messages.session.back, working: messages.session.working },
        }}
      >
        {page.comments.length === 0 ? null : (
          <Section id="comments" title={t('commentsTitle')}>
            {from > 0 ? (
              <p className="mb-3">
                <Link href={threadHref(negotiation, topic)}>{t('earlierPage')}</Link>
              </p>
            ) : null}
            <CommentList
              key={about}
              comments={page.comments}
              negotiation={negotiation}
              people={people}
              speaker={speaker}
              isFacilitator={me.roles.includes('facilitator')}
            />
            {page.next === null ? null : (
              <p className="mt-3">
                <Link
                  href={`/n/${negotiation}/discussion?about=${encodeURIComponent(about)}&from=${page.next}`}
                >
                  {t('more')}
                </Link>
              </p>
            )}
          </Section>
        )}
        {speaker === null ? null : (
          <Section id="say" title={t('form.title')} note={<p>{t(`form.${mode}`)}</p>}>
            <CommentForm key={about} speaker={speaker} />
          </Section>
        )}
      </NextIntlClientProvider>
      <Section id="threads" title={t('threadsTitle')}>
        <ThreadIndex negotiation={negotiation} frame={frame} threads={threads} current={topic} />
      </Section>
    </Page>
  );
}
