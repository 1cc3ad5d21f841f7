import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import type { AggregationResult } from '@/core/model';
import type { Stood } from '@/negotiation/what-if/difference';
import { defaultProfileId, tracksOf } from '../tracks';
import { Verdict } from '../verdict';
import { barsOf } from './bars-of';
import { BeforeAfterTable } from './before-after-table';
import { FromTo } from './from-to';
import { judgedIn } from './judged';
import { JudgedTable } from './judged-table';
import { Judgements, ReallyJudged } from './judgements';
import { type PairOfBars, TwoBars } from './two-bars';

/** Verdicts and support on every track of the rule, as it stands and what if, one above the other. */
export function BeforeAfter({
  before,
  after,
  real,
}: {
  readonly before: Stood;
  readonly after: Stood;
  readonly real: AggregationResult | null;
}) {
  const t = useTranslations('whatIf.picture');
  const base = defaultProfileId(after.file);
  const profiles = after.file.profiles.filter(({ id }) => id !== base);
  const rows = profiles.map((profile) => ({
    profile,
    from: judgedIn(before.result, profile.id),
    to: judgedIn(after.result, profile.id),
    real: real && judgedIn(real, profile.id),
    bars: tracksOf(after.file).map((track): PairOfBars => barsOf(track, profile.id, before, after)),
  }));
  const flipped = rows.filter(({ from, to }) => from.verdict !== to.verdict).length;
  return (
    <figure className="min-w-0">
      <h3 className="font-sans text-base font-semibold">{t('finding', { count: flipped })}</h3>
      <figcaption className="prose-column mt-1 mb-2 text-note text-muted">{t('howToRead')}</figcaption>
      <ol>
        {rows.map(({ profile, from, to, real: really, bars }) => (
          <li
            key={profile.id}
            data-what-if={profile.id}
            className="grid gap-x-6 gap-y-2 border-t border-line py-3 lg:grid-cols-[12rem_minmax(0,1fr)]"
          >
            <div>
              <p className="font-serif leading-6 font-semibold">{profile.title}</p>
              <p className="flex flex-wrap items-baseline gap-x-2 text-note">
                <FromTo
                  from={<Verdict verdict={from.verdict} />}
                  to={<Verdict verdict={to.verdict} />}
                  changed={from.verdict !== to.verdict}
                />
              </p>
              <Judgements from={from} to={to} />
              {really === null ? null : <ReallyJudged real={really} />}
            </div>
            <ul className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-x-6 gap-y-3">
              {bars.map((pair) => (
                <TwoBars key={pair.after.track.key} pair={pair} file={after.file} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <Disclosure summary={t('table')}>
        <JudgedTable rows={rows} />
        <BeforeAfterTable rows={rows} file={after.file} />
      </Disclosure>
    </figure>
  );
}
