import { useFormatter, useTranslations } from 'next-intl';
import { STANCES } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { StandingDetail } from '@/negotiation/standing-detail';
import { profileTitle, stakeholderName } from '../../labels';
import { type Asked, addressOf } from '../asked';
import { FoldedByLink, PEOPLE_AT_ONCE } from '../folded-by-link';
import { LinkChoice } from '../link-choice';
import { AIDS, agreements } from './agreement';
import { AgreementScatter } from './agreement-scatter';
import { AgreementTable } from './agreement-table';
import { BlocForm } from './bloc-form';
import { type Bloc, blocOf, kindBlocs, usualBlocs } from './blocs';

/** More members than these are counted. */
const NAMED = 3;

/** The range of agreement between two blocs, with the points that bargaining theory singles out, as aids. */
export function Bargaining({
  frame,
  detail,
  asked,
  path,
}: {
  readonly frame: NegotiationFile;
  readonly detail: StandingDetail | null;
  readonly asked: Asked;
  readonly path: string;
}) {
  const t = useTranslations('pictures.bargaining');
  const c = useTranslations('common');
  const format = useFormatter();
  const people = frame.stakeholders;
  const usual = usualBlocs(people);
  if (detail === null) return <p className="prose-column">{t('private')}</p>;
  if (usual === null) return <p className="prose-column">{t('alone')}</p>;
  const first = blocOf(asked.first, people) ?? usual[0];
  const second = blocOf(asked.second, people) ?? usual[1];
  const { stance } = asked;
  const turns = c(`stanceTurns.${stance}`);
  const name = ({ kind, members }: Bloc) =>
    kind !== null
      ? t(`kind.${kind}`, { count: members.length })
      : members.length > NAMED
        ? t('members', { count: members.length })
        : format.list(members.map((id) => stakeholderName(id, frame)));
  const names = { first: name(first), second: name(second) };
  const range = agreements(detail.blocGains(first.members, second.members), stance);
  const silent = new Set(detail.silent());
  const mute = [...new Set([...first.members, ...second.members])].filter((id) => silent.has(id));
  const to = (change: Partial<Asked>) => addressOf(path, asked, change, 'bargaining');
  return (
    <figure>
      <div className="mb-4 space-y-2">
        {(['first', 'second'] as const).map((side) => (
          <LinkChoice
            key={side}
            label={t(side)}
            options={kindBlocs(people).map((bloc) => ({
              id: bloc.text,
              label: name(bloc),
              href: to({ [side]: bloc.text }),
            }))}
            current={(side === 'first' ? first : second).text}
          />
        ))}
        <LinkChoice
          label={t('stance')}
          options={STANCES.map((id) => ({ id, label: c(`stance.${id}`), href: to({ stance: id }) }))}
          current={stance}
        />
        <FoldedByLink
          name="blocs"
          summary={t('pick')}
          asked={asked}
          path={path}
          large={people.length > PEOPLE_AT_ONCE}
        >
          {() => <BlocForm frame={frame} asked={asked} path={path} first={first} second={second} />}
        </FoldedByLink>
      </div>
      <h3 className="font-sans text-base font-semibold">
        {t('finding', { count: range.length, ...names, turns })}
      </h3>
      {range.length === 0 ? (
        <p className="prose-column mt-2 font-serif">
          {t('empty', { turns })}{' '}
          {mute.length === 0 || stance === 'possible'
            ? null
            : t('silent', {
                count: mute.length,
                names: mute.length > NAMED ? '' : format.list(mute.map((id) => stakeholderName(id, frame))),
                named: mute.length > NAMED ? 'no' : 'yes',
              })}
        </p>
      ) : (
        <>
          <figcaption className="prose-column mt-1 mb-3 text-note text-muted">{t('caption')}</figcaption>
          <AgreementScatter range={range} frame={frame} stance={stance} names={names} />
          <ul className="prose-column mt-4 space-y-1 font-serif">
            {AIDS.map((aid) => {
              const point = range.find(({ aids }) => aids.includes(aid));
              return point === undefined ? null : (
                <li key={aid}>{t(`points.${aid}`, { profile: profileTitle(point.profile, frame) })}</li>
              );
            })}
          </ul>
          <AgreementTable range={range} frame={frame} names={names} />
        </>
      )}
    </figure>
  );
}
