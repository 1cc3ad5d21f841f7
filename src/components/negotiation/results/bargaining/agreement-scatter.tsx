import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import type { Stance } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../../labels';
import { signedPoints } from '../gains/signed-points';
import { type Agreement, domainOf, drawn, ticksOf } from './agreement';

const HEIGHT = 340;
/** With more points only those that an aid points to are named beside the picture: the table has all. */
const MOST_NAMED = 12;

/** A cross per profile: what the least gainer of one bloc gains to the right, that of the other upwards. */
export function AgreementScatter({
  range,
  frame,
  stance,
  names,
}: {
  readonly range: readonly Agreement[];
  readonly frame: Pick<NegotiationFile, 'profiles'>;
  readonly stance: Stance;
  readonly names: { readonly first: string; readonly second: string };
}) {
  const t = useTranslations('pictures.bargaining');
  const format = useFormatter();
  const [from, to] = domainOf(range);
  const part = (points: number) => (points - from) / (to - from);
  const x = (points: number) => `${100 * part(points)}%`;
  const y = (points: number) => HEIGHT * (1 - part(points));
  const isNamed = (aids: Agreement['aids']) => range.length <= MOST_NAMED || aids.length > 0;
  return (
    <div className="max-w-2xl text-note">
      <p className="mb-1 text-muted">{t('axis', { bloc: names.second, up: 'yes' })}</p>
      <div className="relative mt-3 mr-4 ml-10 border-b border-l border-strong" style={{ height: HEIGHT }}>
        <svg width="100%" height={HEIGHT} aria-hidden="true" className="absolute inset-0 overflow-visible">
          {ticksOf([from, to]).map((points) => (
            <g key={points} className="fill-muted text-note tabular-nums">
              <line x1="0" x2="100%" y1={y(points)} y2={y(points)} className="stroke-line" />
              <line x1={x(points)} x2={x(points)} y1="0" y2={HEIGHT} className="stroke-line" />
              <text x="-8" y={y(points) + 4} textAnchor="end">
                {signedPoints(String(points))}
              </text>
              <text x={x(points)} y={HEIGHT + 18} textAnchor="middle">
                {signedPoints(String(points))}
              </text>
            </g>
          ))}
          {from < 0 ? (
            <>
              <line x1="0" x2="100%" y1={y(0)} y2={y(0)} className="stroke-ink" />
              <line x1={x(0)} x2={x(0)} y1="0" y2={HEIGHT} className="stroke-ink" />
            </>
          ) : null}
          {range.map(({ profile, first, second, at }) => {
            const [a, b] = [drawn(at[0]), drawn(at[1])];
            const end = (points: string | null) => (points === null ? from : Math.max(from, drawn(points)));
            return (
              <g key={profile} className="stroke-expected" strokeWidth="2">
                <line x1={x(end(first.necessary))} x2={x(end(first.possible))} y1={y(b)} y2={y(b)} />
                <line x1={x(a)} x2={x(a)} y1={y(end(second.necessary))} y2={y(end(second.possible))} />
              </g>
            );
          })}
        </svg>
        <ol>
          {range.map(({ profile, at, aids }, k) => {
            const label = t('point', {
              profile: profileTitle(profile, frame),
              first: names.first,
              second: names.second,
              a: signedPoints(at[0]),
              b: signedPoints(at[1]),
              aids: format.list(aids.map((aid) => t(`aid.${aid}`))),
              any: aids.length,
            });
            return (
              <li
                key={profile}
                className="absolute size-6 -translate-x-1/2 -translate-y-1/2"
                style={{ left: x(drawn(at[0])), top: y(drawn(at[1])) }}
              >
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: each mark of a chart can be reached, and then says what it is (design.md) */}
                <span role="img" tabIndex={0} aria-label={label} title={label} className="block size-full">
                  <span
                    className={clsx(
                      'absolute inset-1.5 rounded-full border-2 border-ink',
                      aids.length > 0 ? 'bg-ink' : 'bg-paper',
                    )}
                  />
                  <span
                    className={clsx(
                      'absolute -top-3 left-5 bg-paper/80 px-0.5 leading-4 whitespace-nowrap',
                      aids.length > 0 && 'font-semibold',
                    )}
                    aria-hidden="true"
                  >
                    {isNamed(aids) ? k + 1 : null}
                  </span>
                </span>
              </li>
            );
          })}
        </ol>
      </div>
      <p className="mt-7 mr-4 text-right text-muted">{t('axis', { bloc: names.first, up: 'no' })}</p>
      <ol className="mt-3 grid list-inside list-decimal gap-x-6 sm:grid-cols-2">
        {range.map(({ profile, aids, at }, k) =>
          !isNamed(aids) ? null : (
            <li key={profile} value={k + 1}>
              {profileTitle(profile, frame)}{' '}
              <span className="text-muted tabular-nums">
                {t('both', { a: signedPoints(at[0]), b: signedPoints(at[1]) })}
              </span>
              {aids.length === 0 ? null : (
                <strong className="font-semibold"> {format.list(aids.map((aid) => t(`aid.${aid}`)))}</strong>
              )}
            </li>
          ),
        )}
      </ol>
      <p className="mt-2 text-muted">{t(`dot.${stance}`)}</p>
    </div>
  );
}
