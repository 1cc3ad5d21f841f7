import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { NegotiationFile } from '@/negotiation/file/model';
import { KindMark } from '../kind-mark';
import { defaultProfileId } from '../tracks';

/** Strategies by stakeholder and profile; what differs from the default is marked by a line and stands in ink. */
export function StrategyTable({ frame }: { readonly frame: NegotiationFile }) {
  const t = useTranslations('profiles');
  const c = useTranslations('common');
  const base = frame.profiles.find((profile) => profile.id === defaultProfileId(frame));
  const named = frame.stakeholders.filter((stakeholder) =>
    frame.profiles.some((profile) => profile.strategies?.[stakeholder.id] !== undefined),
  );
  if (named.length === 0) return <p className="text-muted">{t('strategiesNone')}</p>;
  return (
    <ScrollRegion label={t('strategiesTitle')}>
      <Table caption={t('strategiesCaption')} shown>
        <thead>
          <tr>
            <Head className="sticky left-0 z-10 bg-paper">{c('stakeholder')}</Head>
            {frame.profiles.map((profile) => (
              <Head key={profile.id} className="min-w-36">
                {profile.title}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {named.map((stakeholder) => (
            <tr key={stakeholder.id}>
              <Head row className="sticky left-0 z-10 min-w-32 bg-paper">
                <span className="flex items-baseline gap-2">
                  <KindMark kind={stakeholder.kind} label={c(`kind.${stakeholder.kind}`)} />
                  {stakeholder.name}
                </span>
              </Head>
              {frame.profiles.map((profile) => {
                const strategy = profile.strategies?.[stakeholder.id];
                const same = strategy === base?.strategies?.[stakeholder.id];
                return (
                  <Cell key={profile.id}>
                    <span
                      className={clsx(
                        'block border-l-2 pl-2',
                        same ? 'border-transparent text-muted' : 'border-expected',
                      )}
                    >
                      {strategy ?? t('noStrategy')}
                    </span>
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
