'use client';

import { useTranslations } from 'next-intl';
import { OnceOpened } from '@/components/ui/once-opened';
import { KindMark } from '../../kind-mark';
import { usePicturesFrame } from '../pictures-frame';
import type { Level } from './segments';
import { type GainWords, useGainWords } from './use-member-words';
import type { Looking } from './use-out';

/** Up to so many are in the page from the start; more are listed when somebody asks. */
const AT_ONCE = 40;

/** Everyone by stance, each with a switch that is large enough for a finger: the same as the segments do. */
export function MemberList({
  levels,
  gains,
  critical,
  looking,
}: {
  readonly levels: readonly Level[];
  readonly gains: readonly GainWords[] | null;
  readonly critical: ReadonlySet<number>;
  readonly looking: Looking;
}) {
  const t = useTranslations('pictures.bar');
  const { stakeholders } = usePicturesFrame();
  return (
    <OnceOpened summary={t('everyone')} atOnce={stakeholders.length <= AT_ONCE}>
      {([3, 2, 1, 0] as const).map((level) => (
        <Group key={level} {...{ level, levels, gains, critical, looking }} />
      ))}
    </OnceOpened>
  );
}

const LEVEL_KEY = ['level.n0', 'level.n1', 'level.n2', 'level.n3'] as const;

function Group({
  level,
  levels,
  gains,
  critical,
  looking,
}: Parameters<typeof MemberList>[0] & { readonly level: Level }) {
  const t = useTranslations('pictures.bar');
  const kinds = useTranslations('common.kind');
  const gainOf = useGainWords(levels, gains);
  const { stakeholders } = usePicturesFrame();
  const members = [...levels.keys()].filter((i) => levels[i] === level);
  if (members.length === 0) return null;
  return (
    <div className="mt-3">
      <p className="text-note font-semibold text-muted">
        {t('group', { stance: t(LEVEL_KEY[level]), count: members.length })}
      </p>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {members.map((i) => {
          const who = stakeholders[i];
          const isOut = looking.out.has(i);
          return who === undefined ? null : (
            <li key={who.id} className="flex items-center gap-2 border-b border-line py-1 text-note">
              <KindMark kind={who.kind} label={kinds(who.kind)} />
              <span className={isOut ? 'grow text-muted line-through' : 'grow'}>
                {who.name}
                {critical.has(i) ? <span className="font-semibold"> ▲ {t('criticalWord')}</span> : null}
                {gains === null ? null : <span className="block text-muted">{gainOf(i)}</span>}
              </span>
              {level === 0 ? null : (
                <button
                  type="button"
                  aria-pressed={isOut}
                  aria-label={t(isOut ? 'putBackNamed' : 'takeOutNamed', { name: who.name })}
                  onClick={() => looking.toggle([i])}
                  className="min-h-8 shrink-0 rounded-control border border-strong px-2 hover:border-accent hover:text-accent"
                >
                  {t(isOut ? 'putBack' : 'takeOut')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
