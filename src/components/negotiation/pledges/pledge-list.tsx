import { useFormatter, useTranslations } from 'next-intl';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { PledgesView } from '@/negotiation/pledge-view';
import { profileTitle, stakeholderName } from '../labels';
import { RuleWords } from '../rule-words';
import { Withdraw } from './withdraw';

/** By profile: who pledged it on which condition, and who was struck in which round. */
export function PledgeList({
  negotiation,
  frame,
  view,
  mine,
}: {
  readonly negotiation: string;
  readonly frame: NegotiationFile;
  readonly view: PledgesView;
  /** The stakeholders whose pledges the reader may withdraw now. */
  readonly mine: readonly string[];
}) {
  const t = useTranslations('pledges');
  const format = useFormatter();
  return (
    <ul>
      {view.profiles.map(({ profile, pledges, standing, struck }) => (
        <li key={profile} className="border-t border-line py-4">
          <h3 className="text-prose">{profileTitle(profile, frame)}</h3>
          <p>
            {t('standing', {
              count: standing.length,
              names: format.list(standing.map((id) => stakeholderName(id, frame))),
            })}
          </p>
          <ul className="mt-2 space-y-2 text-note">
            {pledges.map(({ stakeholder, condition }) => {
              const round = struck.find((each) => each.stakeholder === stakeholder)?.round;
              const name = stakeholderName(stakeholder, frame);
              return (
                <li key={stakeholder} className="space-y-2">
                  <p>
                    <strong className="font-medium">{name}</strong>,{' '}
                    {condition === null
                      ? t('unconditional')
                      : t.rich('if', { rule: () => <RuleWords rule={condition} frame={frame} /> })}
                    {' · '}
                    <span className={round === undefined ? 'text-clears' : 'text-out-of-reach'}>
                      <span aria-hidden="true">{round === undefined ? '●' : '✕'}</span>{' '}
                      {round === undefined ? t('holds') : t('struck', { round })}
                    </span>
                  </p>
                  {mine.includes(stakeholder) ? (
                    <Withdraw
                      negotiation={negotiation}
                      stakeholder={{ id: stakeholder, name }}
                      profile={{ id: profile, title: profileTitle(profile, frame) }}
                    />
                  ) : null}
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
