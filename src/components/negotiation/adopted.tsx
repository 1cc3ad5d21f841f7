import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { CommitmentsView } from '@/negotiation/commitment-view';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from './labels';

/** How the negotiation ended: what was adopted, or that nothing was. */
export function Adopted({
  conclusion: { profile, at },
  frame,
  root,
}: {
  readonly conclusion: NonNullable<CommitmentsView['conclusion']>;
  readonly frame: Pick<NegotiationFile, 'profiles'>;
  /** The negotiation's address. */
  readonly root: string;
}) {
  const t = useTranslations('overview.concluded');
  const format = useFormatter();
  const on = format.dateTime(new Date(at), { dateStyle: 'long' });
  return (
    <p className="prose-column mb-4 border-l-2 border-ink pl-4" data-testid="adopted">
      {profile === null ? (
        t('none', { at: on })
      ) : (
        <>
          {t('adopted', { profile: profileTitle(profile, frame), at: on })}{' '}
          <Link href={`${root}/commitments`}>{t('commitments')}</Link>
        </>
      )}
    </p>
  );
}
