import { useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import type { Frame } from '@/core/frame';
import type { AggregationResult, ProfileResult } from '@/core/model';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { StandingDetail } from '@/negotiation/standing-detail';
import { profileTitle } from '../labels';
import type { FlipsOf } from '../seen-flips';
import { Verdict } from '../verdict';
import { type Asked, argumentOf } from './asked';
import { ProfileBars } from './bar/profile-bars';
import { AT_ONCE, WaitsForLink } from './folded-by-link';
import { MembersTable } from './members-table';
import { ProfileReasons, VerdictWords } from './profile-reasons';

/** One profile's argument: its picture, why in sentences, what is missing, and who stands where as a table behind it. */
export function ProfileWhy({
  result,
  profile,
  frame,
  compiled,
  detail,
  flipsOf,
  root,
  asked,
}: {
  readonly result: AggregationResult;
  readonly profile: ProfileResult;
  readonly frame: NegotiationFile;
  /** The rules of the frame as the core judges by them. */
  readonly compiled: Frame;
  /** Who is behind the sums; `null` where the reader is not told. */
  readonly detail: StandingDetail | null;
  readonly flipsOf: FlipsOf;
  /** The negotiation's address. */
  readonly root: string;
  readonly asked: Asked;
}) {
  const t = useTranslations('results.why');
  const large = frame.profiles.length > AT_ONCE;
  const name = argumentOf(profile.id);
  const argument = () => (
    <>
      <ProfileReasons
        result={result}
        profile={profile.id}
        frame={frame}
        onResults={{ flips: flipsOf(profile.id), root }}
      />
      <Disclosure summary={t('membersTable')}>
        <MembersTable profile={profile} frame={frame} />
      </Disclosure>
    </>
  );
  return (
    <article aria-labelledby={`why-${profile.id}`} className="border-t border-line pt-5">
      <h3 id={`why-${profile.id}`} className="flex flex-wrap items-baseline gap-x-3 text-prose">
        {profileTitle(profile.id, frame)}
        <Verdict verdict={profile.verdict} className="font-sans text-base" />
      </h3>
      <VerdictWords result={result} profile={profile.id} frame={frame} />
      <div className="mt-4 scroll-mt-4" id={`support-${profile.id}`}>
        <ProfileBars
          result={result}
          frame={frame}
          compiled={compiled}
          profile={profile}
          detail={detail}
          apart={!large || asked.open === name}
        />
      </div>
      {large ? (
        <WaitsForLink
          name={name}
          summary={t('argument', { profile: profileTitle(profile.id, frame) })}
          asked={asked}
          path={`${root}/results`}
        >
          {argument}
        </WaitsForLink>
      ) : (
        argument()
      )}
    </article>
  );
}
