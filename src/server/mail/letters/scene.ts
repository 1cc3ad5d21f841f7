/** What a letter about a negotiation is written from: the negotiation as its reader may see it now. */
import type { EventType } from '@/negotiation/events/catalogue';
import type { Event } from '@/negotiation/events/event';
import type { Procedure } from '@/negotiation/permissions';
import type { NegotiationState } from '@/negotiation/state';
import { visibleEvent } from '@/negotiation/visible-event';
import type { Session } from '../../auth/read-session';
import { type NegotiationScope, negotiationScopeIn } from '../../auth/scope';
import { readEventText, storedEvent } from '../../db/events';
import type { ComposeContext, Composer, Letter, Part } from '../letter';
import type { StoredMessage } from '../message';
import { instantIn, listed, words } from '../words';

export interface Scene {
  readonly log: string;
  readonly title: string;
  readonly state: NegotiationState;
  readonly scope: NegotiationScope<'negotiation.get'>;
  readonly context: ComposeContext;
  /** What the reader may do by another procedure; `null`: not that. */
  readonly as: <P extends Procedure>(procedure: P) => Promise<NegotiationScope<P> | null>;
  /** An instant in the reader's zone. */
  readonly when: (instant: string) => string;
  /** A page of this negotiation. */
  readonly link: (page: keyof typeof PAGES) => Part;
  readonly namesOf: (stakeholders: readonly string[]) => string;
}

const PAGES = {
  negotiation: '',
  ballot: '/ballot',
  results: '/results',
  profiles: '/profiles',
  briefings: '/briefings',
  discussion: '/discussion',
  commitments: '/commitments',
  desk: '/session',
} as const;

/** For members alone: somebody who was removed is told nothing more, though anyone may read the negotiation. */
async function sceneOf(log: string | null, context: ComposeContext): Promise<Scene | null> {
  const { store, reader } = context;
  if (log === null || reader.account === null) return null;
  // Of no browser: it stands for the reader in the same check that their requests pass.
  const session: Session = { id: '', user: reader.account };
  const as = async <P extends Procedure>(procedure: P) => {
    const scope = await negotiationScopeIn(store, session, procedure, log);
    return scope.ok ? scope.value : null;
  };
  const scope = await as('negotiation.get');
  if (scope === null || scope.viewer.roles.length === 0) return null;
  const { state } = scope.known;
  return {
    log,
    title: state.title,
    state,
    scope,
    context,
    as,
    when: (instant) => instantIn(reader.timeZone, instant),
    link: (page) => ({ link: words(`to.${page}`), path: `/n/${encodeURIComponent(log)}${PAGES[page]}` }),
    namesOf: (stakeholders) => listed(stakeholders.map((id) => stakeholderName(state, id))),
  };
}

export function stakeholderName(state: NegotiationState, id: string): string {
  return state.stakeholders[state.stakeholderIndex[id] ?? -1]?.name ?? id;
}

export function profileTitle(state: NegotiationState, id: string): string {
  return state.profiles.find(({ profile }) => profile.id === id)?.profile.title ?? id;
}

type Written = Letter | null | Promise<Letter | null>;

/** A letter about a negotiation as it is. */
export function aboutNegotiation(
  write: (scene: Scene, about: Pick<StoredMessage, 'position' | 'turn'>) => Written,
): Composer {
  return async ({ log, position, turn }, context) => {
    const scene = await sceneOf(log, context);
    return scene && write(scene, { position, turn });
  };
}

type EventAmong<T extends EventType> = Extract<Event, { readonly type: T }>;

/** A letter about an event of one of these types, whose content its reader may see. */
export function aboutEvent<const T extends EventType>(
  types: readonly T[],
  write: (scene: Scene, event: EventAmong<T>) => Written,
): Composer {
  return async ({ log, position }, context) => {
    const scene = await sceneOf(log, context);
    if (scene === null || position === null) return null;
    const text = await readEventText(context.store.pool, scene.log, position);
    // After a restore the log may be shorter than what was told of.
    if (text === null) return null;
    const event = storedEvent(text);
    if (!isAmong(event, types) || !visibleEvent(event, scene.state, scene.scope.viewer)) return null;
    return write(scene, event);
  };
}

function isAmong<T extends EventType>(event: Event, types: readonly T[]): event is EventAmong<T> {
  return types.some((type) => type === event.type);
}
