import { useTranslations } from 'next-intl';
import type { AggregationResult } from '@/core/model';
import { flipSentences } from '@/negotiation/explain/flip-sentences';
import { gapSentences } from '@/negotiation/explain/gap';
import type { Message } from '@/negotiation/explain/message';
import { pictureOf } from '@/negotiation/explain/picture-of';
import { stabilitySentences } from '@/negotiation/explain/stability-sentences';
import { threatSentence } from '@/negotiation/explain/threat-sentence';
import { verdictReasons, verdictSentence } from '@/negotiation/explain/verdict-reasons';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { SeenFlips } from '@/negotiation/flips';
import { Explain } from '../explain';
import { FlipItem } from '../flip-item';

interface Props {
  readonly result: AggregationResult;
  /** Its id. */
  readonly profile: string;
  readonly frame: NegotiationFile;
}

/** A profile's verdict as a sentence. */
export function VerdictWords({ result, profile, frame }: Props) {
  return (
    <p className="prose-column mt-2 font-serif text-prose">
      <Explain message={verdictSentence(frame, result, profile)} />
    </p>
  );
}

/** What a page with the pictures and the sandbox adds to the sentences. */
interface OnResults {
  /** `null` where the reader may not see who would have to change sides. */
  readonly flips: SeenFlips | null;
  /** The negotiation's address. */
  readonly root: string;
}

/** Why it is so, what would flip it, what is missing, threats and stability: sentences, on the results each with its picture. */
export function ProfileReasons({
  result,
  profile,
  frame,
  onResults = null,
}: Props & { readonly onResults?: OnResults | null }) {
  const t = useTranslations('results.why');
  const [, ...reasons] = verdictReasons(frame, result, profile);
  const threats = threatSentence(frame, result, profile);
  const flips = onResults?.flips ?? null;
  const flipped = onResults === null ? [] : flipSentences(frame, result, profile, flips);
  const common = { pictures: onResults === null ? null : profile };
  return (
    <>
      <Sentences title={t('reasons')} sentences={reasons} {...common} />
      {flipped.length === 0 ? null : (
        <div className="mt-4">
          <h4 className="text-note font-semibold text-muted">{t('flips')}</h4>
          <ul className="prose-column space-y-1.5" data-testid={`flips-${profile}`}>
            {flipped.map((each) => (
              <li key={each.side}>
                <FlipItem
                  flip={each}
                  profile={profile}
                  frame={frame}
                  root={onResults?.root ?? ''}
                  basis={result.basis}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Sentences title={t('gap')} sentences={gapSentences(frame, result, profile, flips)} {...common} />
      <Sentences title={t('threats')} sentences={threats === null ? [] : [threats]} {...common} />
      <Sentences title={t('stability')} sentences={stabilitySentences(frame, result, profile)} {...common} />
    </>
  );
}

function Sentences({
  title,
  sentences,
  pictures,
}: {
  readonly title: string;
  readonly sentences: readonly Message[];
  /** The profile whose pictures are on the page; `null` where there are none. */
  readonly pictures: string | null;
}) {
  if (sentences.length === 0) return null;
  return (
    <div className="mt-4">
      <h4 className="text-note font-semibold text-muted">{title}</h4>
      <ul className="prose-column space-y-1.5">
        {sentences.map((sentence) => (
          <li key={JSON.stringify(sentence)}>
            <Explain message={sentence} />{' '}
            {pictures === null ? null : <PictureLink sentence={sentence} profile={pictures} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** To the picture that shows what a sentence says: the profile's own, or its part of the page. */
function PictureLink({ sentence, profile }: { readonly sentence: Message; readonly profile: string }) {
  const t = useTranslations('results.why.picture');
  const picture = pictureOf(sentence);
  const href = picture === 'support' ? `#support-${profile}` : `#${picture}`;
  return (
    <a href={href} className="inline-block py-0.5 text-note whitespace-nowrap text-muted hover:text-accent">
      <span aria-hidden="true">↗ </span>
      {t(picture)}
    </a>
  );
}
