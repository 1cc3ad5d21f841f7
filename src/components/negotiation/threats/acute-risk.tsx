import { useTranslations } from 'next-intl';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { AcuteRiskView, ThreatsView } from '@/negotiation/threat-view';
import { stakeholderName } from '../labels';
import { AcuteRiskForm } from './acute-risk-form';

const MOST_UNSAID = 8;

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
  const saidOf = (id: string) => view.acuteRisks.filter((each) => each.profile === id);
  // Who only reads is told of those that nobody has stated in one line, where they are many.
  const unsaid = frame.profiles.filter(({ id }) => saidOf(id).length === 0);
  const together = stakeholder === null && unsaid.length > MOST_UNSAID;
  const shown = together ? frame.profiles.filter((profile) => !unsaid.includes(profile)) : frame.profiles;
  const list = (
    <ul>
      {shown.map((profile) => {
        const said = saidOf(profile.id);
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
  if (!together) return list;
  return (
    <>
      {list}
      <p className="border-t border-line py-4">
        {t('unsaid', { count: unsaid.length, all: shown.length === 0 ? 'yes' : 'no' })}
      </p>
    </>
  );
}

function ends({ ends: said }: AcuteRiskView) {
  const [low, best, high] = typeof said === 'number' ? [said, said, said] : said;
  return { low, best, high };
}
