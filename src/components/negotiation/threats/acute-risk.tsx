import { useTranslations } from 'next-intl';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { AcuteRiskView, ThreatsView } from '@/negotiation/threat-view';
import { stakeholderName } from '../labels';
import { AcuteRiskForm } from './acute-risk-form';

/** Per profile, the default included, what assessors say of the acute risk period, and the reader's own word. */
export function AcuteRiskList({
  negotiation,
  frame,
  view,
  stakeholder,
}: {
  readonly negotiation: string;
  readonly frame: Pick<NegotiationFile, 'profiles' | 'stakeholders'>;
  readonly view: Pick<ThreatsView, 'acuteRisks'>;
  readonly stakeholder: string | null;
}) {
  const t = useTranslations('threats.acute');
  return (
    <ul>
      {frame.profiles.map((profile) => {
        const said = view.acuteRisks.filter((each) => each.profile === profile.id);
        return (
          <li key={profile.id} className="grid gap-x-8 gap-y-2 border-t border-line py-4 lg:grid-cols-2">
            <div>
              <h3 className="text-prose">{profile.title}</h3>
              {said.length === 0 ? (
                <p className="text-note text-within-reach">? {t('none')}</p>
              ) : (
                <ul className="text-note">
                  {said.map((each) => (
                    <li key={each.stakeholder}>
                      {t('said', { stakeholder: stakeholderName(each.stakeholder, frame), ...ends(each) })}
                      {each.reason === null ? null : <span className="text-muted"> · {each.reason}</span>}
                    </li>
                  ))}
                </ul>
              )}
            </div>
            {stakeholder === null ? null : (
              <div>
                <AcuteRiskForm
                  negotiation={negotiation}
                  stakeholder={stakeholder}
                  profile={{ id: profile.id, title: profile.title }}
                  said={said.find((each) => each.stakeholder === stakeholder)}
                />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function ends({ ends: said }: AcuteRiskView) {
  const [low, best, high] = typeof said === 'number' ? [said, said, said] : said;
  return { low, best, high };
}
