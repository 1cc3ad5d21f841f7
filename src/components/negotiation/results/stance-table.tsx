import { useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { ByStance, ProfileResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { ByStanceMarks, StanceInitials } from './by-stance';

interface StanceColumn {
  readonly head: string;
  readonly of: (profile: ProfileResult) => ByStance<boolean | null> | null;
}

/** Profiles down, questions across, each answered with yes or no under the three stances. */
export function StanceTable({
  label,
  caption,
  frame,
  profiles,
  columns,
}: {
  readonly label: string;
  readonly caption: string;
  readonly frame: NegotiationFile;
  readonly profiles: readonly ProfileResult[];
  readonly columns: readonly StanceColumn[];
}) {
  const c = useTranslations('common');
  return (
    <ScrollRegion label={label}>
      <Table caption={caption} shown>
        <thead>
          <tr>
            <Head>{c('profile')}</Head>
            {columns.map(({ head }) => (
              <Head key={head}>
                {head}
                <StanceInitials />
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {profiles.map((profile) => (
            <tr key={profile.id}>
              <Head row className="min-w-36">
                {profileTitle(profile.id, frame)}
              </Head>
              {columns.map(({ head, of }) => (
                <Cell key={head}>
                  <ByStanceMarks value={of(profile)} />
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
