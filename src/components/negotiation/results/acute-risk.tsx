import { useFormatter, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { AggregationResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { pointsInWords, toNumber } from '../numbers';

const MOST_NAMED = 4;

/** How far each profile would end the acute risk period: an interval with a dot at the median, on 0 to 100. */
export function AcuteRisk({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('results.acute');
  const c = useTranslations('common');
  const format = useFormatter();
  const rows = result.profiles.flatMap((profile) =>
    profile.acuteRisk === null ? [] : [{ id: profile.id, ...profile.acuteRisk }],
  );
  const most = Math.max(...rows.map(({ median }) => toNumber(median)));
  const best = rows.filter(({ median }) => toNumber(median) === most);
  const [first] = best;
  const unsaid = result.profiles.filter(({ acuteRisk }) => acuteRisk === null);
  if (first === undefined) return <p>{t('nobody')}</p>;
  return (
    <figure>
      <h3 className="font-sans text-base font-semibold">
        {t('finding', {
          count: best.length,
          profiles: format.list(best.map(({ id }) => profileTitle(id, frame))),
          assessors: first.assessors,
          median: pointsInWords(first.median, format),
        })}
      </h3>
      <figcaption className="prose-column mb-3 text-note text-muted">{t('caption')}</figcaption>
      <ul>
        {rows.map((row) => {
          const profile = profileTitle(row.id, frame);
          const [low, median, high] = [row.low, row.median, row.high].map(toNumber);
          const label = t('label', {
            profile,
            low: pointsInWords(row.low, format),
            median: pointsInWords(row.median, format),
            high: pointsInWords(row.high, format),
          });
          return (
            <li
              key={row.id}
              className="grid grid-cols-[minmax(0,1fr)_3rem] items-center gap-x-6 py-1 sm:grid-cols-[12rem_minmax(0,1fr)_3rem]"
            >
              <span>{profile}</span>
              <svg
                width="100%"
                height="24"
                role="img"
                aria-label={label}
                className="order-last col-span-2 overflow-visible sm:order-none sm:col-span-1"
              >
                <title>{label}</title>
                <line x1="0" x2="100%" y1="12" y2="12" className="stroke-line" />
                <line x1="0" x2="0" y1="6" y2="18" className="stroke-line" />
                <line x1="100%" x2="100%" y1="6" y2="18" className="stroke-line" />
                <rect
                  x={`${low}%`}
                  width={`${(high ?? 0) - (low ?? 0)}%`}
                  y="8"
                  height="8"
                  className="fill-possible stroke-strong"
                />
                <circle cx={`${median}%`} cy="12" r="5" className="fill-necessary" />
              </svg>
              <span className="text-right text-note tabular-nums" aria-hidden="true">
                {pointsInWords(row.median, format)}
              </span>
            </li>
          );
        })}
      </ul>
      {unsaid.length === 0 ? null : (
        <p className="prose-column mt-2 text-note text-muted">
          {t('unsaid', {
            few: unsaid.length <= MOST_NAMED ? 'yes' : 'no',
            count: unsaid.length,
            names: format.list(unsaid.map(({ id }) => profileTitle(id, frame))),
          })}
        </p>
      )}
      <Disclosure summary={c('table')}>
        <ScrollRegion label={t('title')}>
          <Table caption={t('title')}>
            <thead>
              <tr>
                <Head>{c('profile')}</Head>
                <Head numeric>{t('assessors')}</Head>
                <Head numeric>{t('low')}</Head>
                <Head numeric>{t('median')}</Head>
                <Head numeric>{t('high')}</Head>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <Head row>{profileTitle(row.id, frame)}</Head>
                  <Cell numeric>{row.assessors}</Cell>
                  <Cell numeric>{pointsInWords(row.low, format)}</Cell>
                  <Cell numeric>{pointsInWords(row.median, format)}</Cell>
                  <Cell numeric>{pointsInWords(row.high, format)}</Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </ScrollRegion>
      </Disclosure>
    </figure>
  );
}
