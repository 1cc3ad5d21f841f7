import { useFormatter, useTranslations } from 'next-intl';
import { type AggregationResult, THREAT_STATUSES, type ThreatStatus } from '@/core/model';
import { threatTitle } from '@/negotiation/explain/threat-sentence';
import type { NegotiationFile } from '@/negotiation/file/model';
import { CATALOGUE_FORMS } from '@/negotiation/threats';
import { profileTitle } from '../labels';
import { ThreatStatusMark } from '../threat-status-mark';
import { AT_ONCE, type Folds, WaitsForLink } from './folded-by-link';
import { LETTER_OF, NO_STATUS } from './threat-letters';
import { ThreatsTable } from './threats-table';

/** Every form of threat against every profile: the status against the default, by sign and word. */
export function ThreatsGrid({
  result,
  frame,
  folds = null,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
  /** Where the grid of many profiles waits for a link; else it is there. */
  readonly folds?: Folds | null;
}) {
  const t = useTranslations('results.threats');
  const p = useTranslations('pictures.threats');
  const format = useFormatter();
  const columns = result.profiles.flatMap((profile) =>
    profile.threatForms === null
      ? []
      : [{ id: profile.id, status: profile.threats, forms: profile.threatForms }],
  );
  const listed = new Set(columns.flatMap(({ forms }) => THREAT_STATUSES.flatMap((status) => forms[status])));
  const threats = [...CATALOGUE_FORMS, ...(frame.threats ?? []).map(({ id }) => id)].filter((id) =>
    listed.has(id),
  );
  if (threats.length === 0) return <p>{t('none')}</p>;
  const fine = columns.filter(({ status }) => status === 'no-worse' || status === 'safer');
  const grid = () => (
    <>
      <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-note">
        {THREAT_STATUSES.map((status) => (
          <li key={status}>
            <ThreatStatusMark status={status} />
          </li>
        ))}
      </ul>
      <p className="prose-column mb-2 text-note text-muted">{p('caption')}</p>
      <ThreatsTable
        threats={threats.map((id) => ({ id, title: threatTitle(frame, id) }))}
        profiles={columns.map(({ id, forms }) => ({
          id,
          title: profileTitle(id, frame),
          statuses: threats.map((threat) => letterOf(forms, threat)).join(''),
        }))}
      />
    </>
  );
  return (
    <>
      <h3 className="mb-3 font-sans text-base font-semibold">
        {t('finding', {
          count: fine.length,
          names: format.list(fine.map(({ id }) => profileTitle(id, frame))),
        })}
      </h3>
      {folds !== null && columns.length > AT_ONCE ? (
        <WaitsForLink name="threat-forms" summary={t('grid')} {...folds}>
          {grid}
        </WaitsForLink>
      ) : (
        grid()
      )}
    </>
  );
}

function letterOf(forms: { readonly [S in ThreatStatus]: readonly string[] }, threat: string): string {
  const status = THREAT_STATUSES.find((each) => forms[each].includes(threat));
  return status === undefined ? NO_STATUS : LETTER_OF[status];
}
