import type { CommandOf } from '../command';
import { type Desk, type Planned, Prose, plan } from './plan';

/** Edits of the frame in draft, and of criteria, guarantees and moves between rounds too. */

export function changeFrame({ change }: CommandOf<'changeFrame'>): Planned {
  return plan(change);
}

export function changeTerms({ change }: CommandOf<'changeTerms'>, { context }: Desk): Planned {
  if (change.type !== 'guarantee.changed') return plan(change);
  const prose = new Prose(context);
  const evidence = prose.maybe(change.data.evidence);
  return prose.plan({ type: change.type, data: { guarantee: change.data.guarantee, evidence } });
}
