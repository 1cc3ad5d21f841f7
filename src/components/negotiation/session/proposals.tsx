import { useFormatter, useTranslations } from 'next-intl';
import { Disclosure } from '@/components/ui/disclosure';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { ProposalView } from '@/negotiation/session-view';
import { profileTitle, stakeholderName } from '../labels';
import { Needs } from '../needs';
import { SettleProposal } from './settle-proposal';
import { TakeBack } from './take-back';

/** Proposed profiles: those that wait, for a facilitator to admit or turn down, and what became of the others. */
export function Proposals({
  negotiation,
  proposals,
  frame,
  mayAdmit,
}: {
  readonly negotiation: string;
  readonly proposals: readonly ProposalView[];
  readonly frame: NegotiationFile;
  /** Whether the reader is a facilitator, at a time when profiles are admitted. */
  readonly mayAdmit: boolean;
}) {
  const t = useTranslations('session.proposals');
  const waiting = proposals.filter(({ status }) => status === 'waiting');
  const settled = proposals.filter(({ status }) => status !== 'waiting');
  return (
    <>
      {waiting.length > 0 ? null : <p className="text-muted">{t('none')}</p>}
      <ul className="space-y-6">
        {waiting.map((proposal) => (
          <li
            key={proposal.profile.id}
            data-proposal={proposal.profile.id}
            className="border-l-2 border-accent pl-4"
          >
            <Proposal proposal={proposal} frame={frame} />
            {mayAdmit ? (
              <SettleProposal
                negotiation={negotiation}
                profile={proposal.profile.id}
                title={proposal.profile.title}
              />
            ) : proposal.byMe ? (
              <TakeBack negotiation={negotiation} profile={proposal.profile.id} />
            ) : null}
          </li>
        ))}
      </ul>
      {settled.length === 0 ? null : (
        <Disclosure summary={t('settled', { count: settled.length })}>
          <ul className="space-y-6">
            {settled.map((proposal) => (
              <li key={`${proposal.profile.id} ${proposal.at}`} className="border-l-2 border-line pl-4">
                <Proposal proposal={proposal} frame={frame} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Proposal({ proposal, frame }: { readonly proposal: ProposalView; readonly frame: NegotiationFile }) {
  const t = useTranslations('session.proposals');
  const format = useFormatter();
  const { profile, stakeholder, status, reason, byMe } = proposal;
  const base = frame.profiles.find(({ id }) => id === profile.amends);
  const differing = frame.stakeholders.filter(
    ({ id }) => base === undefined || base.strategies?.[id] !== profile.strategies?.[id],
  );
  return (
    <>
      <h3 className="text-prose">{profile.title}</h3>
      <p className="text-note text-muted">
        {t('by', {
          who: stakeholder === null ? t('facilitator') : stakeholderName(stakeholder, frame),
          at: format.dateTime(new Date(proposal.at), { dateStyle: 'medium', timeStyle: 'short' }),
          mine: byMe ? 'yes' : 'no',
        })}
        {profile.amends === undefined
          ? null
          : ` ${t('amends', { title: profileTitle(profile.amends, frame) })}`}
      </p>
      {profile.summary === undefined ? null : (
        <p className="prose-column mt-2 font-serif">{profile.summary}</p>
      )}
      <Needs needs={profile.needs} frame={frame} />
      <dl className="mt-2 text-note">
        {differing.map(({ id, name }) => {
          const strategy = profile.strategies?.[id];
          if (strategy === undefined && base?.strategies?.[id] === undefined) return null;
          return (
            <div key={id} className="flex flex-wrap gap-x-2">
              <dt className="text-muted">{name}:</dt>
              <dd>{strategy ?? t('noStrategy')}</dd>
            </div>
          );
        })}
      </dl>
      {status === 'waiting' ? null : (
        <p className="mt-2 text-note font-medium">
          {t(`status.${status}`)}
          {reason === null ? null : ` “${reason}”`}
        </p>
      )}
    </>
  );
}
