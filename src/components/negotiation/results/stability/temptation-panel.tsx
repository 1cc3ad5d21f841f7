import { useFormatter, useTranslations } from 'next-intl';
import type { Stance } from '@/core/model';
import { DUAL } from '@/core/stance';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { TemptationView } from '@/negotiation/standing-detail';
import { profileTitle, stakeholderName } from '../../labels';
import { LinkChoice } from '../link-choice';

/** Who would walk away from a profile, and for one of them in sentences what deters it. */
export function TemptationPanel({
  temptations,
  chosen,
  leave,
  stance,
  frame,
  hrefOf,
}: {
  readonly temptations: readonly TemptationView[];
  readonly chosen: TemptationView | null;
  readonly leave: string;
  readonly stance: Stance;
  readonly frame: NegotiationFile;
  readonly hrefOf: (temptation: TemptationView) => string;
}) {
  const t = useTranslations('pictures.stability');
  const c = useTranslations('common');
  const format = useFormatter();
  const title = (id: string) => profileTitle(id, frame);
  const titles = (ids: readonly string[]) => format.list(ids.map(title));
  if (chosen === null) {
    return (
      <p className="prose-column mt-4 font-serif">
        {t('nobody', { profile: title(leave), turns: c(`stanceTurns.${stance}`) })}
      </p>
    );
  }
  const { gmr, smr, seq } = chosen.deterredBy;
  const turns = c(`stanceTurns.${stance}`);
  const words = { name: stakeholderName(chosen.stakeholder, frame), from: title(chosen.from), turns };
  return (
    <div className="mt-4">
      <LinkChoice
        label={t('tempted', { profile: title(leave) })}
        options={temptations.map((each) => ({
          id: idOf(each),
          label: t('option', { name: stakeholderName(each.stakeholder, frame), to: title(each.to) }),
          href: hrefOf(each),
        }))}
        current={idOf(chosen)}
      />
      <p className="prose-column mt-3 font-serif">
        {t('sentence', { ...words, to: title(chosen.to), turns: c(`stanceTurns.${DUAL[stance]}`) })}{' '}
        {gmr.length === 0 ? (
          t('undeterred', words)
        ) : (
          <>
            {t('gmr', { ...words, names: titles(gmr) })}{' '}
            {t('smr', { ...words, count: smr.length, of: gmr.length, names: titles(smr) })}{' '}
            {t('seq', { ...words, count: seq.length, of: gmr.length, names: titles(seq) })}
          </>
        )}
      </p>
    </div>
  );
}

function idOf({ stakeholder, to }: TemptationView): string {
  return `${stakeholder} ${to}`;
}
