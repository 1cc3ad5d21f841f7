import type { Event } from '@/negotiation/events/event';
import type { BallotBody, NegotiationFile } from '@/negotiation/file/model';
import { profileTitle, stakeholderName } from '../labels';

/** What a sentence of messages/en/history.json takes, under `event.<type>`. */
export interface Sentence {
  readonly key: `event.${Event['type']}`;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface SentenceContext {
  readonly frame: Pick<NegotiationFile, 'stakeholders' | 'profiles'>;
  /** `system` in words. */
  readonly system: string;
  /** An instant in the reader's zone. */
  readonly when: (instant: string) => string;
}

/** An event as a sentence (product.md §3, history). Names are those of today; what is gone is named by its id. */
export function sentenceOf(event: Event, context: SentenceContext): Sentence {
  const actor = event.actor === 'system' ? context.system : event.actor;
  return { key: `event.${event.type}`, values: { actor, ...valuesOf(event, context) } };
}

type Values = Readonly<Record<string, string | number>>;

/** Where a message chooses by a value, none is `none`, and a choice of two is `yes` or `no`. */
function valuesOf(event: Event, context: SentenceContext): Values {
  const { type, data } = event;
  const { when } = context;
  switch (type) {
    case 'negotiation.created':
      return { title: data.title, mode: data.mode };
    case 'negotiation.imported':
      return {
        title: data.file.title,
        stakeholders: data.file.stakeholders.length,
        ballots: data.file.ballots?.length ?? 0,
      };
    case 'negotiation.described':
      return { title: data.title, simulated: yes(data.simulated) };
    case 'negotiation.modeSet':
      return { mode: data.mode, public: yes(data.public) };
    case 'negotiation.concluded':
      return { profile: data.profile ?? 'none', profileTitle: title(data.profile, context) };
    case 'negotiation.succeeded':
      return { by: data.by };
    case 'dimension.added':
    case 'dimension.changed':
      return { label: data.dimension.label };
    case 'criterion.added':
    case 'criterion.changed':
      return { label: data.criterion.label };
    case 'dimension.removed':
    case 'criterion.removed':
    case 'guarantee.removed':
      return { id: data.id };
    case 'stakeholder.added':
    case 'stakeholder.changed':
      return { name: data.stakeholder.name };
    case 'stakeholder.removed':
      return { name: stakeholderName(data.id, context.frame) };
    case 'guarantee.added':
    case 'guarantee.changed':
      return { title: data.guarantee.title, delivered: yes(data.guarantee.delivered === true) };
    case 'moves.set':
      return { moves: data.moves?.length ?? 0 };
    case 'profile.proposed':
      return {
        title: data.profile.title,
        stakeholder: data.stakeholder ?? 'none',
        stakeholderName: name(data.stakeholder, context),
        amends: data.profile.amends ?? 'none',
        amendsTitle: title(data.profile.amends ?? null, context),
      };
    case 'profile.admitted':
      return { title: title(data.profile, context), asDefault: yes(data.asDefault) };
    case 'profile.refused':
    case 'profile.withdrawn':
      return { title: title(data.profile, context) };
    case 'member.invited':
    case 'member.joined':
      return { role: data.role, stakeholderName: name(data.stakeholder, context) };
    case 'member.removed':
      return {
        member: data.member?.pseudonym ?? 'none',
        role: data.member?.role ?? 'observer',
        stakeholderName: name(data.member?.stakeholder ?? null, context),
      };
    case 'member.deputised':
      return {
        deputy: data.deputy,
        stakeholderName: name(data.stakeholder, context),
        from: when(data.from),
        until: when(data.until),
      };
    case 'briefing.published':
      return {
        title: data.briefing.title,
        version: data.version,
        required: yes(data.briefing.required === true),
      };
    case 'briefing.acknowledged':
      return { briefing: data.briefing, stakeholderName: name(data.stakeholder, context) };
    case 'round.closed':
      return { round: data.round, at: when(data.effectiveAt) };
    case 'round.extended':
    case 'deadline.set':
      return { round: data.round, at: when(data.deadline) };
    case 'ballot.cast':
      return { ...ballotValues(data.ballot), stakeholderName: name(data.stakeholder, context) };
    case 'ballot.unsealed':
      return { sealed: data.sealed, stakeholderName: name(data.stakeholder, context) };
    case 'ballot.confirmed':
      return { entered: data.entered, stakeholderName: name(data.stakeholder, context) };
    case 'threat.assessed': {
      const [low, best, high] = data.change;
      return { ...subjects(data, context), threat: data.threat, low, best, high };
    }
    case 'pledge.made':
      return { ...subjects(data, context), conditional: yes(data.condition !== null) };
    case 'acuteRisk.assessed':
    case 'pledge.withdrawn':
      return subjects(data, context);
    case 'consent.given':
    case 'consent.refused':
      return { consent: data.consent, stakeholderName: name(data.stakeholder, context) };
    case 'comment.posted':
      return { argument: data.argument ?? 'none' };
    case 'comment.edited':
    case 'comment.redacted':
      return { comment: data.comment };
    case 'commitment.reported':
      return { status: data.status, stakeholderName: name(data.stakeholder, context) };
    case 'commitment.disputed':
      return {
        report: data.report,
        stakeholderName: name(data.stakeholder, context),
        byName: name(data.by, context),
      };
    case 'commitment.scheduled': {
      const { first, everyMonths } = data.schedule ?? { first: null, everyMonths: null };
      return { first: first === null ? 'none' : when(first), months: everyMonths ?? 0 };
    }
    case 'round.opened':
      return { round: data.round };
    case 'ballot.abstained':
    case 'ballot.sealed':
    case 'ballot.entered':
      return { stakeholderName: name(data.stakeholder, context) };
    case 'result.computed':
      return { resultPosition: data.position };
    case 'epoch.begun':
      return { epoch: data.epoch };
    case 'negotiation.archived':
    case 'rule.set':
    case 'consent.asked':
    case 'key.rotated':
      return {};
  }
}

function yes(condition: boolean): 'yes' | 'no' {
  return condition ? 'yes' : 'no';
}

function name(stakeholder: string | null, { frame }: SentenceContext): string {
  return stakeholder === null ? '' : stakeholderName(stakeholder, frame);
}

function title(profile: string | null, { frame }: SentenceContext): string {
  return profile === null ? '' : profileTitle(profile, frame);
}

function subjects(
  { stakeholder, profile }: { readonly stakeholder: string; readonly profile: string },
  context: SentenceContext,
): Values {
  return { stakeholderName: name(stakeholder, context), profileTitle: title(profile, context) };
}

function ballotValues(ballot: BallotBody): Values {
  const scores = 'scores' in ballot ? ballot.scores : 'criteria' in ballot ? ballot.criteria.scores : {};
  return {
    profiles: Object.keys(scores).length,
    byCriteria: yes('criteria' in ballot),
    provisional: yes(ballot.provisional === true),
  };
}
