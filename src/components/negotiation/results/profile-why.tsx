import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import type { AggregationResult, ProfileResult } from '@/core/model';
import { gapSentences } from '@/negotiation/explain/gap';
import type { Message } from '@/negotiation/explain/message';
import { stabilitySentences } from '@/negotiation/explain/stability-sentences';
import { threatSentence } from '@/negotiation/explain/threat-sentence';
import { verdictReasons } from '@/negotiation/explain/verdict-reasons';
import type { NegotiationFile } from '@/negotiation/file/model';
import { Explain } from '../explain';
import { profileTitle } from '../labels';
import { SupportBars } from '../support-bars';
import type { Track } from '../tracks';
import { Verdict } from '../verdict';
import { MembersTable } from './members-table';

/** One profile's argument: its picture, why in sentences, what is missing, and who stands where as a table behind it. */
export function ProfileWhy({
  result,
  profile,
  frame,
  tracks,
}: {
  readonly result: AggregationResult;
  readonly profile: ProfileResult;
  readonly frame: NegotiationFile;
  readonly tracks: readonly Track[];
}) {
  const t = useTranslations('results.why');
  const [verdict, ...reasons] = verdictReasons(frame, result, profile.id);
  const threats = threatSentence(frame, result, profile.id);
  return (
    <article aria-labelledby={`why-${profile.id}`} className="border-t border-line pt-5">
      <h3 id={`why-${profile.id}`} className="flex flex-wrap items-baseline gap-x-3 text-prose">
        {profileTitle(profile.id, frame)}
        <Verdict verdict={profile.verdict} className="font-sans text-base" />
      </h3>
      {verdict === undefined ? null : (
        <p className="prose-column mt-2 font-serif text-prose">
          <Explain message={verdict} />
        </p>
      )}
      <div className="mt-4">
        <SupportBars result={result} frame={frame} profile={profile.id} tracks={tracks} />
      </div>
      <Sentences title={t('reasons')} sentences={reasons} />
      <Sentences title={t('gap')} sentences={gapSentences(frame, result, profile.id)} />
      <Sentences title={t('threats')} sentences={threats === null ? [] : [threats]} />
      <Sentences title={t('stability')} sentences={stabilitySentences(frame, result, profile.id)} />
      <Disclosure summary={t('membersTable')}>
        <MembersTable profile={profile} frame={frame} />
      </Disclosure>
    </article>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly Message[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className="mt-4">
      <h4 className="text-note font-semibold text-muted">{title}</h4>
      <ul className="prose-column">
        {sentences.map((sentence) => (
          <li key={JSON.stringify(sentence)}>
            <Explain message={sentence} />
          </li>
        ))}
      </ul>
    </div>
  );
}
