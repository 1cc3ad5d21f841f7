import { useTranslations } from 'next-intl';
import type { AggregationResult } from '@/core/model';
import { gapSentences } from '@/negotiation/explain/gap';
import type { Message } from '@/negotiation/explain/message';
import { stabilitySentences } from '@/negotiation/explain/stability-sentences';
import { threatSentence } from '@/negotiation/explain/threat-sentence';
import { verdictReasons } from '@/negotiation/explain/verdict-reasons';
import type { NegotiationFile } from '@/negotiation/file/model';
import { Explain } from '../explain';

interface Props {
  readonly result: AggregationResult;
  /** Its id. */
  readonly profile: string;
  readonly frame: NegotiationFile;
}

/** A profile's verdict as a sentence. */
export function VerdictWords({ result, profile, frame }: Props) {
  const [verdict] = verdictReasons(frame, result, profile);
  return verdict === undefined ? null : (
    <p className="prose-column mt-2 font-serif text-prose">
      <Explain message={verdict} />
    </p>
  );
}

/** Why it is so, what is missing, threats and stability, each as sentences under its heading. */
export function ProfileReasons({ result, profile, frame }: Props) {
  const t = useTranslations('results.why');
  const [, ...reasons] = verdictReasons(frame, result, profile);
  const threats = threatSentence(frame, result, profile);
  return (
    <>
      <Sentences title={t('reasons')} sentences={reasons} />
      <Sentences title={t('gap')} sentences={gapSentences(frame, result, profile)} />
      <Sentences title={t('threats')} sentences={threats === null ? [] : [threats]} />
      <Sentences title={t('stability')} sentences={stabilitySentences(frame, result, profile)} />
    </>
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
