import { useTranslations } from 'next-intl';
import { type AggregationResult, type ProfileResult, STANCES, VERDICTS } from '@/core/model';
import { movesOf } from '@/core/stability/moves';
import { stabilitySentences } from '@/negotiation/explain/stability-sentences';
import type { NegotiationFile } from '@/negotiation/file/model';
import { negotiationOf } from '@/negotiation/file/to-negotiation';
import type { StandingDetail } from '@/negotiation/standing-detail';
import { workedOut } from '@/negotiation/worked-out';
import { Explain } from '../../explain';
import { profileTitle } from '../../labels';
import { type Asked, addressOf } from '../asked';
import { AT_ONCE, FoldedByLink } from '../folded-by-link';
import { LinkChoice } from '../link-choice';
import { StanceTable } from '../stance-table';
import { graphOf, isLarge, type MoveView, touched } from './graph';
import { StabilityGraph } from './stability-graph';
import { TemptationPanel } from './temptation-panel';
import { TemptationsTable } from './temptations-table';

const CONCEPTS = ['nash', 'gmr', 'smr', 'seq'] as const;
/** More profiles than these are chosen from a list that opens, and told about in one that does. */
const SHOWN_PROFILES = 12;

/** Moves between profiles, who is tempted to make which, and what deters them (aggregation.md §6). */
export function Stability({
  result,
  frame,
  detail,
  asked,
  path,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
  readonly detail: StandingDetail | null;
  readonly asked: Asked;
  readonly path: string;
}) {
  const t = useTranslations('results.stability');
  const p = useTranslations('pictures.stability');
  const c = useTranslations('common');
  const told = result.profiles.filter((profile) => profile.stability.necessary.nash !== null);
  const ids = told.map(({ id }) => id);
  const moves = movesBetween(frame, ids);
  const rows = touched(ids, moves);
  const { stance } = asked;
  const leave = rows.find((id) => id === asked.leave) ?? foremost(told, stance, rows);
  if (leave === undefined) return <p>{t('nothing')}</p>;
  const tempted = detail?.temptations(stance, isLarge(ids, moves) ? leave : null) ?? [];
  const away = tempted.filter(({ from }) => from === leave);
  const chosen =
    away.find(({ stakeholder, to }) => stakeholder === asked.mover && to === asked.to) ?? away[0] ?? null;
  const graph = graphOf(ids, moves, tempted, leave, chosen);
  const to = (change: Partial<Asked>) =>
    addressOf(path, { ...asked, leave, mover: null, to: null }, change, 'stability');
  const choice = () => (
    <LinkChoice
      label={p('leave')}
      options={rows.map((id) => ({ id, label: profileTitle(id, frame), href: to({ leave: id }) }))}
      current={leave}
    />
  );
  const sentences = () => (
    <dl className="prose-column space-y-2 font-serif">
      {told.map((profile) => (
        <div key={profile.id}>
          <dt className="font-semibold">{profileTitle(profile.id, frame)}</dt>
          <dd>
            {stabilitySentences(frame, result, profile.id).map((sentence) => (
              <span key={JSON.stringify(sentence)}>
                <Explain message={sentence} />{' '}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <>
      <div className="mb-4 space-y-2">
        <LinkChoice
          label={p('stance')}
          options={STANCES.map((id) => ({
            id,
            label: c(`stance.${id}`),
            href: to({ stance: id, mover: asked.mover, to: asked.to }),
          }))}
          current={stance}
        />
        {rows.length <= SHOWN_PROFILES ? (
          choice()
        ) : (
          <FoldedByLink
            name="leave"
            summary={p('choose', { profile: profileTitle(leave, frame) })}
            asked={asked}
            path={path}
            large={rows.length > AT_ONCE}
          >
            {choice}
          </FoldedByLink>
        )}
      </div>
      <h3 className="font-sans text-base font-semibold">
        {p('finding', {
          count: told.filter(({ stability }) => stability[stance].nash === true).length,
          of: told.length,
          turns: c(`stanceTurns.${stance}`),
        })}
      </h3>
      <p className="prose-column mt-1 mb-4 text-note text-muted">
        {p('caption')} {graph.around ? p('around', { profile: profileTitle(leave, frame) }) : null}
      </p>
      <StabilityGraph
        graph={graph}
        frame={frame}
        leave={leave}
        profiles={told}
        stance={stance}
        hrefOf={(id) => to({ leave: id })}
      />
      {detail === null ? (
        <p className="prose-column mt-4">{p('private')}</p>
      ) : (
        <TemptationPanel
          temptations={away}
          chosen={chosen}
          leave={leave}
          stance={stance}
          frame={frame}
          hrefOf={({ stakeholder, to: end }) => to({ mover: stakeholder, to: end })}
        />
      )}
      <TemptationsTable
        graph={graph}
        moves={moves}
        tempted={detail === null ? null : tempted}
        frame={frame}
      />
      <h3 className="mt-8 mb-3 font-sans text-base font-semibold">{p('each')}</h3>
      {told.length <= SHOWN_PROFILES ? (
        sentences()
      ) : (
        <FoldedByLink
          name="each-in-sentences"
          summary={p('sentences', { count: told.length })}
          asked={asked}
          path={path}
          large={told.length > AT_ONCE}
        >
          {sentences}
        </FoldedByLink>
      )}
      <div className="mt-4">
        <StanceTable
          label={t('title')}
          caption={t('caption')}
          frame={frame}
          profiles={told}
          columns={CONCEPTS.map((concept) => ({
            head: t(concept),
            of: ({ stability: { necessary, expected, possible } }) => ({
              necessary: necessary[concept],
              expected: expected[concept],
              possible: possible[concept],
            }),
          }))}
        />
      </div>
    </>
  );
}

/** Moves follow from the frame, which everyone may read. */
function movesBetween(frame: NegotiationFile, profiles: readonly string[]): readonly MoveView[] {
  return movesIn(frame).filter(({ from, to }) => profiles.includes(from) && profiles.includes(to));
}

const movesIn = workedOut((frame: NegotiationFile): readonly MoveView[] =>
  movesOf(negotiationOf(frame)).map(({ mover, from, to }) => ({
    stakeholder: frame.stakeholders[mover]?.id ?? '',
    from: frame.profiles[from]?.id ?? '',
    to: frame.profiles[to]?.id ?? '',
  })),
);

/** Of the profiles that somebody is tempted to leave the one of the best verdict, or else the first of all. */
function foremost(
  profiles: readonly ProfileResult[],
  stance: (typeof STANCES)[number],
  rows: readonly string[],
): string | undefined {
  const left = VERDICTS.flatMap((verdict) =>
    profiles.filter((each) => each.verdict === verdict && each.stability[stance].nash === false),
  ).find(({ id }) => rows.includes(id));
  return left?.id ?? rows[0];
}
