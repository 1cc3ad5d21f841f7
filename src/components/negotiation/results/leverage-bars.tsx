import { useTranslations } from 'next-intl';
import { type AggregationResult, type LeverageProfile, STANCES } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { guaranteeTitle } from '../labels';

/** Guarantees in their rank, each with how many verdicts fall if it fails (aggregation.md §7). */
export function LeverageBars({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: Pick<NegotiationFile, 'guarantees'>;
}) {
  const t = useTranslations('pictures.leverage');
  const rows = result.leverage.map(({ guarantee, profiles }) => ({
    guarantee,
    firm: profiles.filter(isFirm).length,
    pivotal: profiles.filter((each) => isFirm(each) || isPivotal(each)).length,
  }));
  const most = Math.max(1, ...result.leverage.map(({ profiles }) => profiles.length));
  return (
    <figure>
      <figcaption className="prose-column mb-3 text-note text-muted">{t('caption')}</figcaption>
      <ol className="space-y-2">
        {rows.map(({ guarantee, firm, pivotal }, rank) => (
          <li key={guarantee} className="grid items-center gap-x-6 sm:grid-cols-[16rem_minmax(0,1fr)]">
            <span className="font-medium">
              {t('rank', { rank: rank + 1, guarantee: guaranteeTitle(guarantee, frame) })}
            </span>
            <span className="text-note">
              <svg width="100%" height="12" aria-hidden="true" className="block max-w-sm overflow-visible">
                <line x1="0" x2="100%" y1="11.5" y2="11.5" className="stroke-line" />
                <rect
                  width={`${(100 * pivotal) / most}%`}
                  height="11"
                  fill="url(#hatch)"
                  className="stroke-strong"
                  strokeWidth={pivotal > 0 ? 1 : 0}
                />
                <rect width={`${(100 * firm) / most}%`} height="11" className="fill-necessary" />
              </svg>
              {t('bar', { firm, pivotal })}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function isFirm({ firm }: LeverageProfile): boolean {
  return STANCES.some((stance) => firm[stance]);
}

function isPivotal({ pivotal }: LeverageProfile): boolean {
  return STANCES.some((stance) => pivotal[stance]);
}
