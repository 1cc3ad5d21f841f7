import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/section';
import { frame as compile } from '@/core/frame';
import type { AggregationResult, PowerResult } from '@/core/model';
import { properness } from '@/core/proper';
import { warnings } from '@/negotiation/explain/warnings';
import type { NegotiationFile } from '@/negotiation/file/model';
import { negotiationOf } from '@/negotiation/file/to-negotiation';
import type { StandingDetail } from '@/negotiation/standing-detail';
import type { NegotiationView } from '@/negotiation/views';
import { workedOut } from '@/negotiation/worked-out';
import { Explain } from '../explain';
import { profileTitle } from '../labels';
import { StanceLegend } from '../legend';
import { countOf } from '../numbers';
import { flipsFor } from '../seen-flips';
import { defaultProfileId } from '../tracks';
import { AcuteRisk } from './acute-risk';
import { Aids } from './aids';
import type { Asked } from './asked';
import { Bargaining } from './bargaining/bargaining';
import { AT_ONCE, WaitsForLink } from './folded-by-link';
import { Gains } from './gains/gains';
import { Leverage } from './leverage';
import { NobodyYet } from './nobody-yet';
import { Pairs } from './pairs/pairs';
import { Pareto } from './pareto/pareto';
import { ParetoStatuses } from './pareto/pareto-statuses';
import { PicturesProvider } from './pictures-provider';
import { Power } from './power';
import { ProfileArguments } from './profile-arguments';
import { Ratification } from './ratification';
import { Stability } from './stability/stability';
import { ThreatsGrid } from './threats-grid';
import { VerdictTable } from './verdict-table';

/** Every part of the results, each with its definitions in the margin. */
export function ResultSections({
  result,
  frame,
  power,
  detail,
  asked,
  negotiation,
  position,
  me,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
  readonly power: PowerResult;
  /** Who is behind the sums; `null` where the reader is not told. */
  readonly detail: StandingDetail | null;
  readonly asked: Asked;
  /** Its id. */
  readonly negotiation: string;
  /** Of the history, that the result was computed at. */
  readonly position: number;
  readonly me: NegotiationView['me'];
}) {
  const t = useTranslations('results');
  const c = useTranslations('common');
  const p = useTranslations('pictures');
  const compiled = compiledOf(frame);
  const root = `/n/${negotiation}`;
  const silent = countOf(result.silent) === frame.stakeholders.length;
  const base = defaultProfileId(frame);
  const flips = flipsFor(result, detail, me);
  const said = warnings(frame, result, isProper(frame)).filter(
    (message) => message.key !== 'warning.informed',
  );
  const folds = { asked, path: `${root}/results` };
  const ofPairs = { result, frame, detail, negotiation, position, ...folds };
  return (
    <PicturesProvider frame={frame}>
      {said.length === 0 ? null : (
        <Section id="warnings" title={t('warningsTitle')}>
          <ul className="prose-column list-disc space-y-1 pl-5">
            {said.map((message) => (
              <li key={message.key}>
                <Explain message={message} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="verdicts" title={t('verdicts.title')} note={<p>{t('verdicts.note')}</p>}>
        <VerdictTable result={result} frame={frame} />
      </Section>
      <Section
        id="why"
        title={t('why.title')}
        note={
          <>
            <p>{t('why.note')}</p>
            <p>{t('why.gapNote')}</p>
          </>
        }
      >
        <StanceLegend />
        {detail === null ? null : <p className="prose-column mt-2 text-note text-muted">{p('bar.legend')}</p>}
        <p className="mt-2 mb-4 text-note text-muted">
          {t('why.support', { default: profileTitle(base, frame) })}
        </p>
        <ProfileArguments
          result={result}
          frame={frame}
          compiled={compiled}
          detail={detail}
          flipsOf={flips}
          root={root}
          asked={asked}
        />
      </Section>
      <Section id="gains" title={p('gains.title')} note={<p>{p('gains.note')}</p>}>
        {detail === null ? (
          <p className="prose-column">{p('gains.private')}</p>
        ) : silent ? (
          <NobodyYet root={root} me={me} />
        ) : (
          <Gains result={result} frame={frame} detail={detail} {...folds} />
        )}
      </Section>
      <Section id="pairs" title={t('pairs.title')} note={<p>{t('pairs.note')}</p>}>
        {silent ? <NobodyYet root={root} me={me} /> : <Pairs {...ofPairs} />}
      </Section>
      <Section
        id="pareto"
        title={t('pareto.title')}
        note={
          <>
            <p>{t('pareto.note')}</p>
            <p>{t('pareto.silentNote')}</p>
          </>
        }
      >
        {silent ? <NobodyYet root={root} me={me} /> : <Pareto {...ofPairs} />}
        <div className="mt-6">
          {frame.profiles.length > AT_ONCE ? (
            <WaitsForLink name="statuses" summary={t('pareto.statuses')} {...folds}>
              {() => <ParetoStatuses result={result} frame={frame} />}
            </WaitsForLink>
          ) : (
            <ParetoStatuses result={result} frame={frame} />
          )}
        </div>
      </Section>
      <Section
        id="threats"
        title={t('threats.title')}
        note={
          <dl className="space-y-2">
            {(['worse', 'unresolved', 'no-worse', 'safer'] as const).map((status) => (
              <div key={status}>
                <dt className="font-medium text-ink">{c(`threatStatus.${status}`)}</dt>
                <dd>{c(`threatStatusMeans.${status}`)}</dd>
              </div>
            ))}
          </dl>
        }
      >
        <ThreatsGrid result={result} frame={frame} folds={folds} />
      </Section>
      <Section id="acute" title={t('acute.title')}>
        <AcuteRisk result={result} frame={frame} />
      </Section>
      <Section id="ratification" title={t('ratification.title')} note={<p>{t('ratification.note')}</p>}>
        <Ratification result={result} frame={frame} />
      </Section>
      <Section id="aids" title={t('aids.title')} note={<p>{t('aids.note')}</p>}>
        <Aids result={result} frame={frame} />
      </Section>
      <Section id="bargaining" title={p('bargaining.title')} note={<p>{p('bargaining.note')}</p>}>
        <Bargaining frame={frame} detail={detail} {...folds} />
      </Section>
      <Section id="stability" title={t('stability.title')} note={<p>{t('stability.note')}</p>}>
        <Stability result={result} frame={frame} detail={detail} {...folds} />
      </Section>
      <Section id="leverage" title={t('leverage.title')} note={<p>{t('leverage.note')}</p>}>
        <Leverage result={result} frame={frame} />
      </Section>
      <Section id="power" title={t('power.title')} note={<p>{t('power.note')}</p>}>
        <Power power={power} frame={frame} folds={folds} />
      </Section>
    </PicturesProvider>
  );
}

const compiledOf = workedOut((frame: NegotiationFile) => compile(negotiationOf(frame)));
/** A few milliseconds at n = 1,000. */
const propernessOf = workedOut((frame: NegotiationFile) => properness(negotiationOf(frame)));

/** `null` where neither was shown (aggregation.md §2). */
function isProper(frame: NegotiationFile): boolean | null {
  const { kind } = propernessOf(frame);
  return kind === 'not-shown' ? null : kind === 'proper';
}
