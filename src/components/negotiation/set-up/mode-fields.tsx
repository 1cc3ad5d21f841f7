import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { Mode } from '@/negotiation/views';
import { Check } from '../ballot/check';
import { betrayalOf } from './betrayal';

const MODES: readonly Mode[] = ['open', 'sealed', 'private'];

/** Who sees ballots and when, and whether anyone may read along: each choice says what it means (product.md §2). */
export function ModeFields({
  mode,
  isPublic,
  onChange,
  frame,
}: {
  readonly mode: Mode;
  readonly isPublic: boolean;
  readonly onChange: (mode: Mode, isPublic: boolean) => void;
  /** `null` where there are no weights yet. */
  readonly frame: Pick<NegotiationFile, 'stakeholders' | 'dimensions'> | null;
}) {
  const t = useTranslations('setUp.mode');
  const name = useId();
  return (
    <div className="space-y-4">
      <div role="radiogroup" aria-label={t('label')} className="space-y-2">
        {MODES.map((each) => (
          <label key={each} className="flex min-h-11 items-start gap-3 py-1">
            <input
              type="radio"
              name={name}
              value={each}
              checked={mode === each}
              onChange={() => onChange(each, isPublic)}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span className="prose-column">
              <span className="font-medium">{t(`${each}.name`)}</span> {t(`${each}.means`)}
            </span>
          </label>
        ))}
      </div>
      {mode === 'private' ? <Betrayal frame={frame} /> : null}
      <Check checked={isPublic} onChange={(to) => onChange(mode, to)}>
        {t('public')}
      </Check>
    </div>
  );
}

/** Weights can betray a private ballot through a coalition's weight: with the case at hand. */
function Betrayal({
  frame,
}: {
  readonly frame: Pick<NegotiationFile, 'stakeholders' | 'dimensions'> | null;
}) {
  const t = useTranslations('setUp.mode.betrayal');
  const format = useFormatter();
  const betrayal =
    frame === null || frame.stakeholders.length === 0
      ? null
      : betrayalOf(frame.stakeholders, frame.dimensions ?? []);
  return (
    <p className="prose-column border-l-2 border-within-reach pl-4 text-note">
      {t('general')}{' '}
      {betrayal === null
        ? t('later')
        : betrayal.kind === 'counted'
          ? t('counted', { told: format.number(betrayal.told), of: format.number(betrayal.of) })
          : t('classes', { distinct: betrayal.distinct, of: betrayal.of })}
    </p>
  );
}
