import { useTranslations } from 'next-intl';
import { THREAT_STATUSES } from '@/core/model';
import { ThreatStatusMark } from '../threat-status-mark';

const SIGNS = { bears: '◆', apart: '≠', blank: '?', unsaid: '·', written: '✎', fault: '!' } as const;
const READING = ['bears', 'apart', 'blank'] as const;
const WRITING = [...READING, 'unsaid', 'written', 'fault'] as const;

/** What the marks in the grid say. */
export function MarksLegend({ writing }: { readonly writing: boolean }) {
  const t = useTranslations('threats.legend');
  return (
    <ul aria-label={t('title')} className="flex flex-wrap gap-x-5 gap-y-1 text-note">
      {THREAT_STATUSES.map((status) => (
        <li key={status}>
          <ThreatStatusMark status={status} />
        </li>
      ))}
      {(writing ? WRITING : READING).map((mark) => (
        <li key={mark}>
          <span aria-hidden="true" className="inline-block w-3 text-center font-semibold">
            {SIGNS[mark]}
          </span>{' '}
          {t(mark)}
        </li>
      ))}
      <li className="hidden lg:block">
        <span aria-hidden="true" className="text-muted">
          2: −1 … +1
        </span>{' '}
        {t('span')}
      </li>
    </ul>
  );
}
