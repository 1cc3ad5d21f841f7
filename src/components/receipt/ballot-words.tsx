import { useTranslations } from 'next-intl';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { BallotBody } from '@/negotiation/file/model';

type Entry = number | readonly [low: number, best: number, high: number];

interface Row {
  readonly key: string;
  readonly name: string;
  readonly entry: Entry;
}

/** What a ballot says, by ids: a receipt holds no names (ledger.md §1). */
export function BallotWords({ ballot }: { readonly ballot: BallotBody }) {
  const t = useTranslations('receipt.says');
  const provisional = ballot.provisional === true ? <p className="mt-2">{t('provisional')}</p> : null;
  if ('abstain' in ballot)
    return (
      <>
        <p className="mt-2">{t('abstains')}</p>
        {provisional}
      </>
    );
  const rows = rowsOf(ballot, {
    criterion: (profile, criterion) => t('criterion', { profile, criterion }),
    without: (profile, guarantee) => t('without', { profile, guarantee }),
  });
  return (
    <>
      {'criteria' in ballot ? (
        <p className="mt-2">
          {t('weights', {
            weights: Object.entries(ballot.criteria.weights)
              .map(([criterion, weight]) => `${criterion} ${weight}`)
              .join(', '),
          })}
        </p>
      ) : null}
      {provisional}
      <div className="mt-2">
        <ScrollRegion label={t('caption')}>
          <Table caption={t('caption')} shown>
            <thead>
              <tr>
                <Head>{t('subject')}</Head>
                <Head numeric>{t('low')}</Head>
                <Head numeric>{t('best')}</Head>
                <Head numeric>{t('high')}</Head>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, name, entry }) => (
                <tr key={key}>
                  <Head row className="literal">
                    {name}
                  </Head>
                  {tripleOf(entry).map(([end, value]) => (
                    <Cell key={end} numeric>
                      {value}
                    </Cell>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </ScrollRegion>
      </div>
    </>
  );
}

interface Names {
  readonly criterion: (profile: string, criterion: string) => string;
  readonly without: (profile: string, guarantee: string) => string;
}

function rowsOf(ballot: Exclude<BallotBody, { abstain: true }>, names: Names): readonly Row[] {
  const own: readonly Row[] =
    'scores' in ballot
      ? Object.entries(ballot.scores).map(([profile, entry]) => ({ key: profile, name: profile, entry }))
      : Object.entries(ballot.criteria.scores).flatMap(([profile, scores]) =>
          Object.entries(scores).map(([criterion, entry]) => {
            return { key: `${profile} ${criterion}`, name: names.criterion(profile, criterion), entry };
          }),
        );
  const without = Object.entries(ballot.without ?? {}).flatMap(([profile, scores]) =>
    Object.entries(scores).map(([guarantee, entry]) => {
      const key = `${profile} without ${guarantee}`;
      return { key, name: names.without(profile, guarantee), entry };
    }),
  );
  return [...own, ...without];
}

function tripleOf(entry: Entry): readonly (readonly [string, number])[] {
  const [low, best, high] = typeof entry === 'number' ? [entry, entry, entry] : entry;
  return [
    ['low', low],
    ['best', best],
    ['high', high],
  ];
}
