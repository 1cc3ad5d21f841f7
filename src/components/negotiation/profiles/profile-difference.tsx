import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Cell, Head, Table } from '@/components/ui/table';
import type { ProfileResult } from '@/core/model';
import type { FileProfile, NegotiationFile } from '@/negotiation/file/model';
import { guaranteeTitle, profileTitle } from '../labels';
import { Needs } from '../needs';
import { Verdict } from '../verdict';

/** Two profiles chosen by a form that works without script, and all in which they differ. */
export function ProfileDifference({
  frame,
  first,
  second,
  results,
}: {
  readonly frame: NegotiationFile;
  readonly first: string;
  readonly second: string;
  readonly results: ReadonlyMap<string, ProfileResult>;
}) {
  const t = useTranslations('profiles');
  const a = frame.profiles.find((profile) => profile.id === first);
  const b = frame.profiles.find((profile) => profile.id === second);
  return (
    <>
      <form method="get" action="#difference" className="mb-6 flex flex-wrap items-end gap-4">
        {(
          [
            ['a', t('first'), first],
            ['b', t('second'), second],
          ] as const
        ).map(([name, label, value]) => (
          <label key={name} className="min-w-0 flex-1 basis-48 text-note font-medium">
            {label}
            <select key={value} name={name} defaultValue={value} className="field mt-1 text-base font-normal">
              {frame.profiles.map((profile) => (
                <option key={profile.id} value={profile.id}>
                  {profile.title}
                </option>
              ))}
            </select>
          </label>
        ))}
        <Button type="submit">{t('compare')}</Button>
      </form>
      {a === undefined || b === undefined || first === second ? (
        <p>{t('alike')}</p>
      ) : (
        <Differences a={a} b={b} frame={frame} results={results} />
      )}
    </>
  );
}

function Differences({
  a,
  b,
  frame,
  results,
}: {
  readonly a: FileProfile;
  readonly b: FileProfile;
  readonly frame: NegotiationFile;
  readonly results: ReadonlyMap<string, ProfileResult>;
}) {
  const t = useTranslations('profiles');
  const c = useTranslations('common');
  const format = useFormatter();
  const differing = frame.stakeholders.filter(({ id }) => a.strategies?.[id] !== b.strategies?.[id]);
  const onlyIn = (one: FileProfile, other: FileProfile) =>
    (one.relies ?? []).filter((id) => !(other.relies ?? []).includes(id));
  const relying = [
    { profile: a, ids: onlyIn(a, b) },
    { profile: b, ids: onlyIn(b, a) },
  ].filter(({ ids }) => ids.length > 0);
  return (
    <>
      <p className="prose-column font-serif text-prose">
        {t('differs', {
          a: profileTitle(a.id, frame),
          b: profileTitle(b.id, frame),
          count: differing.length,
        })}{' '}
        {relying.length === 0
          ? t('sameRelies', { some: (a.relies ?? []).length > 0 ? 'yes' : 'no' })
          : relying
              .map(({ profile, ids }) =>
                t('onlyRelies', {
                  title: profile.title,
                  names: format.list(ids.map((id) => guaranteeTitle(id, frame))),
                }),
              )
              .join(' ')}
      </p>
      {differing.length === 0 ? null : (
        <div className="mt-4">
          <ScrollRegion label={t('differenceTitle')}>
            <Table caption={t('differenceTitle')}>
              <thead>
                <tr>
                  <Head>{c('stakeholder')}</Head>
                  {[a, b].map((profile) => (
                    <Head key={profile.id} className="min-w-24 sm:min-w-40">
                      <span className="block text-ink">{profile.title}</span>
                      {results.has(profile.id) ? (
                        <Verdict verdict={results.get(profile.id)?.verdict ?? 'default'} />
                      ) : null}
                      <Needs needs={profile.needs} frame={frame} />
                    </Head>
                  ))}
                </tr>
              </thead>
              <tbody>
                {differing.map((stakeholder) => (
                  <tr key={stakeholder.id}>
                    <Head row>{stakeholder.name}</Head>
                    <Cell>{a.strategies?.[stakeholder.id] ?? t('noStrategy')}</Cell>
                    <Cell>{b.strategies?.[stakeholder.id] ?? t('noStrategy')}</Cell>
                  </tr>
                ))}
              </tbody>
            </Table>
          </ScrollRegion>
        </div>
      )}
    </>
  );
}
