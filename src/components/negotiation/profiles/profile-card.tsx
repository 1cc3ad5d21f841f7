import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { ProfileResult } from '@/core/model';
import type { FileProfile, NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { Needs } from '../needs';
import { ThreatStatusMark } from '../threat-status-mark';
import { Verdict } from '../verdict';
import { Guarantee } from './guarantee';

/** One profile in words: what it is, what it relies on and needs, what it amends, how its threats stand. */
export function ProfileCard({
  profile,
  frame,
  result,
  discussion,
}: {
  readonly profile: FileProfile;
  readonly frame: NegotiationFile;
  readonly result: ProfileResult | undefined;
  /** Where it is talked about; `null` for who reads no comments. */
  readonly discussion: string | null;
}) {
  const t = useTranslations('profiles');
  const relies = profile.relies ?? [];
  return (
    <li className="grid gap-x-8 gap-y-3 border-t border-line py-5 first:border-t-0 first:pt-0 lg:grid-cols-2">
      <div>
        <h3 className="text-prose" id={`profile-${profile.id}`}>
          {profile.title}
        </h3>
        {result === undefined ? null : <Verdict verdict={result.verdict} />}
        {profile.summary === undefined ? null : <p className="mt-2 font-serif">{profile.summary}</p>}
        <Needs needs={profile.needs} frame={frame} />
        {profile.adoptable === false ? <p className="text-note text-muted">{t('stateMeans')}</p> : null}
        {profile.amends === undefined ? null : (
          <p className="text-note text-muted">
            {t('amends', { title: profileTitle(profile.amends, frame) })}
          </p>
        )}
        {discussion === null ? null : (
          <p className="mt-2 text-note">
            <Link href={discussion}>
              {t('discuss')}
              <span className="sr-only">: {profile.title}</span>
            </Link>
          </p>
        )}
      </div>
      <div className="space-y-3 text-note">
        {relies.length === 0 ? (
          <p className="text-muted">{t('reliesNone')}</p>
        ) : (
          <div>
            <p className="font-medium">{t('relies')}</p>
            <ul className="mt-1 space-y-1">
              {relies.map((id) => (
                <Guarantee key={id} id={id} frame={frame} />
              ))}
            </ul>
          </div>
        )}
        {result?.threats == null || result.threatForms === null ? null : (
          <div>
            <p className="font-medium">{t('threats')}</p>
            <p>
              <ThreatStatusMark status={result.threats} />
            </p>
            <p className="text-muted">
              {t('threatCounts', {
                worse: result.threatForms.worse.length,
                unresolved: result.threatForms.unresolved.length,
                noWorse: result.threatForms['no-worse'].length,
                safer: result.threatForms.safer.length,
              })}
            </p>
          </div>
        )}
      </div>
    </li>
  );
}
