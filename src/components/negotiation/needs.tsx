import { useTranslations } from 'next-intl';
import type { NegotiationFile, RuleNode } from '@/negotiation/file/model';
import { RuleWords } from './rule-words';

/** What a profile needs beyond the rule (aggregation.md §2), where it needs anything. */
export function Needs({
  needs,
  frame,
}: {
  readonly needs: RuleNode | undefined;
  readonly frame: Pick<NegotiationFile, 'stakeholders'>;
}) {
  const t = useTranslations('overview');
  if (needs === undefined) return null;
  return (
    <p className="text-note text-muted">
      {t.rich('needs', { rule: () => <RuleWords rule={needs} frame={frame} /> })}
    </p>
  );
}
