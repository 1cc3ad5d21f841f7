'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Stance } from '@/core/model';
import { usePicturesFrame } from '../pictures-frame';
import type { Level } from './segments';
import { type GainWords, useGainWords } from './use-member-words';
import type { Looking } from './use-out';

/** Who is being looked at, and what the coalition is without those taken out. Its space is kept. */
export function Readout({
  levels,
  gains,
  critical,
  stance,
  looking,
}: {
  readonly levels: readonly Level[];
  readonly gains: readonly GainWords[] | null;
  readonly critical: ReadonlySet<number>;
  /** The strictest under which the coalition, without those taken out, is adequate. */
  readonly stance: Stance | null;
  readonly looking: Looking;
}) {
  const t = useTranslations('pictures.bar');
  const turns = useTranslations('common.stanceTurns');
  const kinds = useTranslations('common.kind');
  const format = useFormatter();
  const gainOf = useGainWords(levels, gains);
  const { stakeholders, dimensions } = usePicturesFrame();
  const { active, out } = looking;
  const name = (i: number) => stakeholders[i]?.name ?? '';
  const [first] = active;
  const who = first === undefined ? undefined : stakeholders[first];
  const weights = dimensions
    .map(({ label }, d) => `${label}: ${format.number(who?.weights[d] ?? 0)}`)
    .join(' · ');
  return (
    <div className="mt-2 min-h-16 text-note">
      {first === undefined || who === undefined ? (
        <p className="text-muted">{t('hint')}</p>
      ) : active.length > 1 ? (
        <p>
          <span className="font-semibold">{t('together', { count: active.length })}</span>{' '}
          <span className="text-muted">{namesOf(active.map(name), format)}</span>
        </p>
      ) : (
        <p>
          <span className="font-semibold">{who.name}</span>, {kinds(who.kind)}
          <span className="text-muted">{weights === '' ? '' : ` · ${weights}`}</span>
          <br />
          {gainOf(first)}.{' '}
          {critical.has(first) && stance !== null ? t('critical', { stance: turns(stance) }) : null}{' '}
          {looking.touched ? t(out.has(first) ? 'touchIn' : 'touchOut') : null}
        </p>
      )}
      <p role="status" className="font-medium">
        {out.size === 0
          ? null
          : t('without', { names: namesOf([...out].map(name), format), under: stance ?? 'none' })}{' '}
        {out.size === 0 ? null : (
          <button
            type="button"
            onClick={looking.restore}
            className="min-h-6 px-1 font-normal text-accent underline underline-offset-3"
          >
            {t('restore')}
          </button>
        )}
      </p>
    </div>
  );
}

const NAMED = 6;

function namesOf(names: readonly string[], format: ReturnType<typeof useFormatter>): string {
  const rest = names.length - NAMED;
  return format.list(rest > 1 ? [...names.slice(0, NAMED), `+${rest}`] : names);
}
