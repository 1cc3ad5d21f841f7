import { useTranslations } from 'next-intl';
import type { AggregationResult, ProfileResult } from '@/core/model';
import { stabilitySentences } from '@/negotiation/explain/stability-sentences';
import type { NegotiationFile } from '@/negotiation/file/model';
import { Explain } from '../explain';
import { profileTitle } from '../labels';
import { StanceTable } from './stance-table';

const CONCEPTS = ['nash', 'gmr', 'smr', 'seq'] as const;

/** Which profiles hold as equilibria, and who is tempted away from them (aggregation.md §6). */
export function Stability({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('results.stability');
  const rows = result.profiles.filter((profile) => profile.stability.necessary.nash !== null);
  if (rows.length === 0) return <p>{t('nothing')}</p>;
  return (
    <>
      <dl className="prose-column mb-4 space-y-2 font-serif">
        {rows.map((profile) => (
          <div key={profile.id}>
            <dt className="font-semibold">{profileTitle(profile.id, frame)}</dt>
            <dd>
              {stabilitySentences(frame, result, profile.id).map((sentence) => (
                <span key={JSON.stringify(sentence)}>
                  <Explain message={sentence} />{' '}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <StanceTable
        label={t('title')}
        caption={t('caption')}
        frame={frame}
        profiles={rows}
        columns={CONCEPTS.map((concept) => ({
          head: t(concept),
          of: (profile) => byStance(profile, concept),
        }))}
      />
    </>
  );
}

function byStance({ stability }: ProfileResult, concept: (typeof CONCEPTS)[number]) {
  return {
    necessary: stability.necessary[concept],
    expected: stability.expected[concept],
    possible: stability.possible[concept],
  };
}
