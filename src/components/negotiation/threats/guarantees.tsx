import { useFormatter, useTranslations } from 'next-intl';
import { LinkOrText } from '@/components/ui/outside-link';
import { threatTitle } from '@/negotiation/explain/threat-sentence';
import type { NegotiationFile } from '@/negotiation/file/model';
import { Guarantee } from '../profiles/guarantee';
import { DeliverForm } from './deliver-form';

const MOST_NAMES = 8;

/** The guarantees: delivered or not and what shows it, on which forms they bear, which profiles rely on them. */
export function Guarantees({
  negotiation,
  frame,
  deliveries,
  editable,
}: {
  readonly negotiation: string;
  readonly frame: NegotiationFile;
  readonly deliveries: Readonly<Record<string, string>>;
  /** Whether the reader may mark them now. */
  readonly editable: boolean;
}) {
  const t = useTranslations('threats.guarantees');
  const c = useTranslations('common');
  const format = useFormatter();
  const names = (all: readonly string[]) =>
    all.length <= MOST_NAMES + 1
      ? format.list(all)
      : c('namesAndMore', { names: all.slice(0, MOST_NAMES).join(', '), more: all.length - MOST_NAMES });
  return (
    <ul>
      {(frame.guarantees ?? []).map((guarantee) => {
        const forms = (guarantee.threats ?? []).map((id) => threatTitle(frame, id));
        const relying = frame.profiles.filter(({ relies }) => relies?.includes(guarantee.id) === true);
        const evidence = deliveries[guarantee.id];
        return (
          <li key={guarantee.id} className="border-t border-line py-4">
            <ul>
              <Guarantee id={guarantee.id} frame={frame} />
            </ul>
            <p className="text-note text-muted">
              {forms.length === 0 ? t('bearsNone') : t('bears', { forms: format.list(forms) })}{' '}
              {relying.length === 0
                ? t('reliedNone')
                : t('relied', {
                    count: relying.length,
                    profiles: names(relying.map(({ title }) => title)),
                  })}
            </p>
            {evidence === undefined ? null : (
              <p className="text-note">
                {t('evidence')}: <LinkOrText text={evidence} />
              </p>
            )}
            {editable ? <DeliverForm negotiation={negotiation} guarantee={guarantee} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
