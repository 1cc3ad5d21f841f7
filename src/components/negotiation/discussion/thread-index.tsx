import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Link } from '@/components/ui/link';
import type { ThreadCount, Topic } from '@/negotiation/comment-view';
import type { NegotiationFile } from '@/negotiation/file/model';
import { formsOf } from '../threats/forms';
import { aboutOf, threadHref, topicTitle } from './topic';

/** Every thread that has begun, and a way to begin one about anything else. */
export function ThreadIndex({
  negotiation,
  frame,
  threads,
  current,
}: {
  readonly negotiation: string;
  readonly frame: NegotiationFile;
  readonly threads: readonly ThreadCount[];
  readonly current: Topic;
}) {
  const t = useTranslations('discussion');
  const topics = {
    profile: frame.profiles.map(({ id }) => ({ kind: 'profile' as const, id })),
    threat: formsOf(frame).map(({ id }) => ({ kind: 'threat' as const, id })),
    briefing: (frame.briefings ?? []).map(({ id }) => ({ kind: 'briefing' as const, id })),
  };
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      {threads.length === 0 ? (
        <p className="text-muted">{t('threadsNone')}</p>
      ) : (
        <ul>
          {threads.map(({ topic, comments, arguments: said }) => (
            <li key={aboutOf(topic)} className="border-b border-line py-2">
              <Link
                href={threadHref(negotiation, topic)}
                aria-current={aboutOf(topic) === aboutOf(current) ? 'page' : undefined}
                className="aria-[current]:font-semibold"
              >
                {topicTitle(topic, frame) ?? t('whole')}
              </Link>
              <span className="block text-note text-muted">
                {t('threadCount', { count: comments, ...said })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <form action={`/n/${negotiation}/discussion`} className="flex flex-wrap items-end gap-3 self-start">
        <div className="min-w-0 flex-1">
          <Field label={t('startAbout')}>
            {(id) => (
              <select id={id} name="about" className="field" defaultValue={aboutOf(current)}>
                <option value="">{t('whole')}</option>
                {(['profile', 'threat', 'briefing'] as const).map((kind) => (
                  <optgroup key={kind} label={t(`kinds.${kind}`)}>
                    {topics[kind].map((topic) => (
                      <option key={topic.id} value={aboutOf(topic)}>
                        {topicTitle(topic, frame)}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Button type="submit">{t('startAction')}</Button>
      </form>
    </div>
  );
}
