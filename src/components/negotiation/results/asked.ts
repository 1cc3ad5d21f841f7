import { type Basis, STANCES, type Stance } from '@/core/model';
import { basisOf } from '../basis-switch';

/** What the address asks the pictures to show; each choice is a link, so that it can be shared and needs no script. */
export interface Asked {
  readonly basis: Basis;
  /** Of the gains: which profile, under which stance, and what the rows weigh (`null`: the first dimension). */
  readonly gains: string | null;
  readonly stance: Stance;
  readonly weigh: string | null;
  /** The pair of profiles that is looked at. */
  readonly over: string | null;
  readonly under: string | null;
  /** Of stability: the profile that somebody may leave, who, and where to. */
  readonly leave: string | null;
  readonly mover: string | null;
  readonly to: string | null;
  /** The two blocs whose bargaining is looked at, as `blocOf` reads them. */
  readonly first: string | null;
  readonly second: string | null;
  /** In a large negotiation, the one thing that is open (`FoldedByLink`). */
  readonly open: string | null;
}

/** The name of a profile's argument in the address. */
export function argumentOf(profile: string): string {
  return `argument-${profile}`;
}

export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Recommendations rest on the informed basis, and verdicts begin at `necessary`: both stand in for no answer. */
export function askedOf(parameters: Parameters): Asked {
  const text = (name: string) => {
    const value = parameters[name];
    return typeof value === 'string' ? value : null;
  };
  const list = (name: string) => {
    const values = [parameters[name] ?? []].flat();
    return values.length === 0 ? null : values.join(',');
  };
  return {
    basis: basisOf(parameters['basis']),
    gains: text('gains'),
    stance: STANCES.find((stance) => stance === text('stance')) ?? 'necessary',
    weigh: text('weigh'),
    over: text('over'),
    under: text('under'),
    leave: text('leave'),
    mover: text('mover'),
    to: text('to'),
    first: list('first'),
    second: list('second'),
    open: text('open'),
  };
}

/** The address of the results page with one thing chosen otherwise. */
export function addressOf(path: string, asked: Asked, change: Partial<Asked>, part: string): string {
  const chosen = Object.entries({ ...asked, ...change }).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  );
  return `${path}?${new URLSearchParams(chosen)}#${part}`;
}
