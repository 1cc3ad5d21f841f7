import { useTranslations } from 'next-intl';
import type { AggregationResult } from '@/core/model';
import { STANCES } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { Verdict } from '../verdict';
import { Conclude } from './conclude';
import { type Candidate, candidatesOf } from './conclusion-order';

/** The choice with which a negotiation ends: what can be adopted, those that clear first, and none. */
export function Conclusion({
  negotiation,
  seen,
  result,
  frame,
}: {
  readonly negotiation: string;
  readonly seen: number;
  /** On the informed basis, by which the reason is asked for. */
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('session.conclude');
  const candidates = candidatesOf(result, frame.profiles);
  const clear = candidates.filter(({ verdict }) => verdict === 'clears').length;
  return (
    <>
      <p className="prose-column mb-4">{t('finding', { clear, of: candidates.length })}</p>
      <Conclude
        negotiation={negotiation}
        seen={seen}
        choices={candidates.map((candidate) => ({
          id: candidate.id,
          title: profileTitle(candidate.id, frame),
          clears: candidate.verdict === 'clears',
          says: <Says candidate={candidate} frame={frame} />,
        }))}
      />
    </>
  );
}

function Says({ candidate, frame }: { readonly candidate: Candidate; readonly frame: NegotiationFile }) {
  const t = useTranslations('session.conclude');
  const c = useTranslations('common');
  return (
    <>
      <Verdict verdict={candidate.verdict} />
      {candidate.foremost ? <p>{t('foremost')}</p> : null}
      {candidate.against.length === 0 ? null : (
        <ul className="text-muted">
          {candidate.against.map(({ id, pairs }) => {
            const adequate = STANCES.find((stance) => pairs[stance].adequate);
            return (
              <li key={id}>
                {t('over', {
                  title: profileTitle(id, frame),
                  necessary: pairs.necessary.members,
                  expected: pairs.expected.members,
                  possible: pairs.possible.members,
                })}{' '}
                {adequate === undefined
                  ? t('notAdequate')
                  : t('adequate', { stance: c(`stanceTurns.${adequate}`) })}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
