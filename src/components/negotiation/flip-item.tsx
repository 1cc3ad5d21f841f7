import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { Basis } from '@/core/model';
import type { FlipSentence } from '@/negotiation/explain/flip-sentences';
import type { NegotiationFile } from '@/negotiation/file/model';
import { flipScenario } from '@/negotiation/what-if/flip-scenario';
import { toFragment } from '@/negotiation/what-if/fragment';
import { Explain } from './explain';
import { defaultProfileId } from './tracks';

/** What would flip a verdict, as a sentence, with a way to try exactly that where the reader may read the ballots. */
export function FlipItem({
  flip: { sentence, change, side, stance },
  profile,
  frame,
  root,
  basis,
}: {
  readonly flip: FlipSentence;
  /** Its id. */
  readonly profile: string;
  readonly frame: NegotiationFile;
  /** The negotiation's address. */
  readonly root: string;
  readonly basis: Basis;
}) {
  const t = useTranslations('results.why');
  const about = { profile, default: defaultProfileId(frame), stance, side };
  const scenario = change === null ? null : flipScenario(change, about);
  return (
    <>
      <Explain message={sentence} />
      {scenario === null ? null : (
        <>
          {' '}
          <Link
            href={`${root}/what-if?basis=${basis}#${toFragment(scenario)}`}
            className="inline-block py-0.5 text-note whitespace-nowrap"
            aria-label={t('tryIt', {
              side,
              profile: frame.profiles.find(({ id }) => id === profile)?.title ?? profile,
            })}
          >
            {t('try')}
          </Link>
        </>
      )}
    </>
  );
}
