'use client';

import { useTranslations } from 'next-intl';
import type { Stance } from '@/core/model';
import { DUAL } from '@/core/stance';
import type { PairView } from '@/negotiation/standing-detail';
import { NameList } from '../pairs/name-list';

/** Why one profile dominates another under a stance, or who stands in the way of that (aggregation.md §4). */
export function WayPanel({
  pair,
  stance,
  dominates,
  adoptable,
  titleOf,
}: {
  readonly pair: PairView;
  readonly stance: Stance;
  readonly dominates: boolean;
  /** Whether the first of the two is: a state dominates nothing. */
  readonly adoptable: boolean;
  readonly titleOf: (profile: string) => string;
}) {
  const t = useTranslations('pictures.pareto');
  const turns = useTranslations('common.stanceTurns');
  const who = pair.detail?.inTheWay[stance] ?? null;
  // Of all stakeholders those stand in the way that would strictly prefer the other one under the dual stance (§3).
  const count = who?.length ?? (stance === 'expected' ? null : pair.against[DUAL[stance]].members);
  const values = {
    over: titleOf(pair.over),
    under: titleOf(pair.under),
    turns: turns(stance),
    gaining: pair.prefer[stance].members,
    stance,
  };
  const quorum = stance !== 'expected' || pair.detail?.quorum !== false;
  return (
    <div className="prose-column">
      <p className="font-serif text-prose">
        {dominates
          ? t('way.dominates', values)
          : !adoptable
            ? t('way.state', values)
            : !quorum
              ? t('way.quorum', values)
              : count === 0
                ? t('way.nobodyGains', values)
                : count === null
                  ? t('way.untold', values)
                  : t('way.stands', { ...values, count })}
      </p>
      {dominates || who === null || who.length === 0 ? null : (
        <p className="mt-1 text-note">
          <span className="text-muted">{t('inTheWay')}</span> <NameList ids={who} />
        </p>
      )}
    </div>
  );
}
