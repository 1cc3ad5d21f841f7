import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/section';
import type { AggregationResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../../labels';
import { ProfileReasons, VerdictWords } from '../../results/profile-reasons';
import { StandingSentence } from '../../standing-sentence';
import { SupportFigures } from '../../support-figures';
import { tracksOf } from '../../tracks';
import { Verdict } from '../../verdict';

/** The result on one basis: in a sentence, in a table against the rule's thresholds, and profile by profile. */
export function Verdicts({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('report.verdicts');
  const c = useTranslations('common.basis');
  const { basis } = result;
  return (
    <Section id={`verdicts-${basis}`} title={t('title', { basis })}>
      <p className="prose-column font-serif text-prose">
        <StandingSentence result={result} frame={frame} />
      </p>
      <p className="prose-column mt-2 text-note text-muted">{c(`${basis}Means`)}</p>
      <div className="mt-4">
        <SupportFigures
          result={result}
          frame={frame}
          tracks={tracksOf(frame)}
          caption={t('support', { basis })}
        />
      </div>
      {result.profiles
        .filter(({ verdict }) => verdict !== 'default')
        .map(({ id, verdict }) => (
          <article key={id} data-profile={id} className="mt-6 border-t border-line pt-4">
            <h3 className="flex flex-wrap items-baseline gap-x-3 text-prose">
              {profileTitle(id, frame)}
              <Verdict verdict={verdict} className="font-sans text-base" />
            </h3>
            <VerdictWords result={result} profile={id} frame={frame} />
            <ProfileReasons result={result} profile={id} frame={frame} />
          </article>
        ))}
    </Section>
  );
}
