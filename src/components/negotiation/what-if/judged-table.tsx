import { useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { FileProfile } from '@/negotiation/file/model';
import type { Judged } from './judged';

/** What is judged of each profile, as it stands and what if. */
export function JudgedTable({
  rows,
}: {
  readonly rows: readonly { readonly profile: FileProfile; readonly from: Judged; readonly to: Judged }[];
}) {
  const t = useTranslations('whatIf.picture');
  const c = useTranslations('common');
  const words = {
    verdict: ({ verdict }: Judged) => c(`verdict.${verdict}`),
    threats: ({ threats }: Judged) => (threats === null ? c('notApplicable') : c(`threatStatus.${threats}`)),
    ratified: ({ ratified }: Judged) => c(ratified ? 'yes' : 'no'),
    recommended: ({ recommended }: Judged) => c(recommended ? 'yes' : 'no'),
  };
  const columns = ['verdict', 'threats', 'ratified', 'recommended'] as const;
  return (
    <ScrollRegion label={t('judged')}>
      <Table caption={t('judged')} shown>
        <thead>
          <tr>
            <Head>{c('profile')}</Head>
            {columns.map((column) => (
              <Head key={column}>{t(column)}</Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ profile, from, to }) => (
            <tr key={profile.id}>
              <Head row>{profile.title}</Head>
              {columns.map((column) => (
                <Cell key={column}>
                  {words[column](from)} → {words[column](to)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
