'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { memo, useEffect } from 'react';
import type { Apart, Compared, Information } from '@/audit/information';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Section } from '@/components/ui/section';
import { Cell, Head, Table } from '@/components/ui/table';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle, stakeholderName } from '../labels';
import { toNumber } from '../numbers';
import { Verdict } from '../verdict';
import { Dumbbells } from './dumbbells';
import { useMoment } from './moment-text';
import { MovedTable } from './moved-table';
import { usePart } from './use-part';
import type { Ask } from './use-room';

const SHOWN = 24;

const WHYS = ['not-acknowledged', 'silent', 'none-before', 'none-after', 'sealed'] as const satisfies Apart[];

/** Each stakeholder before and after it had acknowledged the briefings, and what the standing would be on either. */
export const InformationView = memo(function InformationView({
  information,
  frame,
  ask,
}: {
  readonly information: Information | null;
  readonly frame: NegotiationFile;
  readonly ask: Ask;
}) {
  const t = useTranslations('room.information');
  useEffect(() => ask({ kind: 'information' }), [ask]);
  return (
    <Section id="information" title={t('title')}>
      <p className="prose-column">
        {t('says')} {t('cause')}
      </p>
      <div className="mt-3 min-h-16" data-testid="information" data-state={information?.kind ?? 'computing'}>
        {information === null ? null : information.kind === 'compared' ? (
          <Comparison information={information} frame={frame} />
        ) : (
          <p className="prose-column font-serif text-prose">{t(information.kind)}</p>
        )}
      </div>
    </Section>
  );
});

function Comparison({
  information,
  frame,
}: {
  readonly information: Extract<Information, { readonly kind: 'compared' }>;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('room.information');
  const format = useFormatter();
  const { compared, apart } = information;
  const moved = compared.filter(({ scores }) => scores.length > 0);
  const { shown, more } = usePart(compared, SHOWN);
  return (
    <>
      <p className="prose-column font-serif text-prose">
        {t('finding', { compared: compared.length, moved: moved.length })}
      </p>
      <Verdicts information={information} frame={frame} />
      {compared.length === 0 ? null : (
        <figure className="mt-6">
          <figcaption className="mb-3 text-note text-muted">{t('howToRead')}</figcaption>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-8 gap-y-6">
            {shown.map((each) => (
              <li key={each.stakeholder} className="min-w-0 border-t border-line pt-2">
                <p className="mb-1">
                  <HowFar of={each} frame={frame} />
                </p>
                {each.scores.length === 0 ? null : <Dumbbells scores={each.scores} frame={frame} />}
              </li>
            ))}
          </ul>
          {more}
          <MovedTable
            caption={t('table')}
            rows={shown.filter(({ scores }) => scores.length > 0)}
            frame={frame}
          />
        </figure>
      )}
      {apart.length === 0 ? null : (
        <>
          <h3 className="mt-6 mb-2 font-sans text-base font-semibold">{t('apartTitle')}</h3>
          <dl className="prose-column space-y-2">
            {WHYS.map((why) => {
              const who = apart.filter((each) => each.why === why);
              return who.length === 0 ? null : (
                <div key={why}>
                  <dt className="font-medium">{t(`apart.${why}`)}</dt>
                  <dd>{format.list(who.map(({ stakeholder }) => stakeholderName(stakeholder, frame)))}</dd>
                </div>
              );
            })}
          </dl>
        </>
      )}
    </>
  );
}

function Verdicts({
  information: { all, comparedAlone },
  frame,
}: {
  readonly information: Extract<Information, { readonly kind: 'compared' }>;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('room.information');
  const c = useTranslations('common');
  const differing = [...comparedAlone.before].filter(
    ([id, verdict]) => comparedAlone.after.get(id) !== verdict,
  ).length;
  const columns = [
    { name: 'all-before', verdicts: all.before },
    { name: 'all-after', verdicts: all.after },
    { name: 'alone-before', verdicts: comparedAlone.before },
    { name: 'alone-after', verdicts: comparedAlone.after },
  ];
  return (
    <>
      <h3 className="mt-6 mb-2 font-sans text-base font-semibold">{t('verdictsTitle')}</h3>
      <p className="prose-column mb-3">{t('differs', { count: differing })}</p>
      <ScrollRegion label={t('verdicts')}>
        <Table caption={t('verdicts')}>
          <thead>
            <tr>
              <Head rowSpan={2}>{c('profile')}</Head>
              <Head colSpan={2}>{t('all')}</Head>
              <Head colSpan={2}>{t('alone')}</Head>
            </tr>
            <tr>
              <Head>{t('before')}</Head>
              <Head>{t('after')}</Head>
              <Head>{t('before')}</Head>
              <Head>{t('after')}</Head>
            </tr>
          </thead>
          <tbody>
            {[...all.before.keys()].map((id) => (
              <tr key={id}>
                <Head row>{profileTitle(id, frame)}</Head>
                {columns.map(({ name, verdicts }) => (
                  <Cell key={name}>
                    <Verdict verdict={verdicts.get(id) ?? 'out-of-reach'} />
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </>
  );
}

/** Who moved and by how much: the best guess that moved most. */
function HowFar({
  of: { stakeholder, since, scores },
  frame,
}: {
  readonly of: Compared;
  readonly frame: NegotiationFile;
}) {
  const t = useTranslations('room.information');
  const format = useFormatter();
  const when = useMoment();
  const told = { name: stakeholderName(stakeholder, frame), since: when(since) };
  if (scores.length === 0) return <>{t('stayed', told)}</>;
  const steps = scores
    .map(({ profile, from, to }) => {
      return { profile, by: from === null || to === null ? 0 : toNumber(to[1]) - toNumber(from[1]) };
    })
    .filter(({ by }) => by !== 0)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const [most] = steps;
  if (most === undefined) return <>{t('bounds', told)}</>;
  return (
    <>
      {t('by', {
        ...told,
        profiles: steps.length,
        profile: profileTitle(most.profile, frame),
        change: most.by > 0 ? 'up' : 'down',
        points: format.number(Math.abs(most.by), { maximumFractionDigits: 2 }),
      })}
    </>
  );
}
