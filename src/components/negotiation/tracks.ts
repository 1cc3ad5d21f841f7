import type { AggregationResult, Stance } from '@/core/model';
import { STANCES } from '@/core/model';
import type { NegotiationFile, RuleNode } from '@/negotiation/file/model';
import { pairOf } from '@/negotiation/pair-of';
import { workedOut } from '@/negotiation/worked-out';

type Frame = Pick<NegotiationFile, 'dimensions' | 'stakeholders' | 'rule'>;

/** One quota or members node of the rule (aggregation.md §2), as something a bar can be drawn against. */
export interface Track {
  readonly key: string;
  /** `null`: the track counts stakeholders. */
  readonly dimension: string | null;
  /** All units of the dimension, or the number of stakeholders. */
  readonly total: number;
  /** The least coalition is `a/b` of the total; `strict`: it must be more. */
  readonly a: number;
  readonly b: number;
  readonly strict: boolean;
}

/** What supports a profile on a track, in the track's units, per stance. */
export interface Support {
  readonly value: number;
  readonly met: boolean;
}

/** The tracks of a rule: one per distinct quota or members node, in the order of the rule. */
export const tracksOf = workedOut((frame: Frame): readonly Track[] => {
  const tracks = new Map<string, Track>();
  const visit = (node: RuleNode): void => {
    if ('includes' in node) return;
    if ('allOf' in node || 'anyOf' in node) {
      for (const each of 'allOf' in node ? node.allOf : node.anyOf) visit(each);
      return;
    }
    const track = trackOf(node, frame);
    if (track !== null) tracks.set(track.key, track);
  };
  visit(frame.rule);
  return [...tracks.values()];
});

/** The track of a quota or members node; `null` for the others. */
export function trackOf(node: RuleNode, frame: Frame): Track | null {
  if ('quota' in node) return quotaTrack(node.quota, frame);
  return 'members' in node ? membersTrack(node.members, frame) : null;
}

/** Sums stay below 10¹⁵ (a million weights of at most 10⁹), so a double holds them exactly. */
function quotaTrack(quota: Extract<RuleNode, { quota: unknown }>['quota'], frame: Frame): Track {
  const total = frame.stakeholders.reduce((sum, each) => sum + (each.weights?.[quota.dimension] ?? 0), 0);
  const strict = 'moreThan' in quota;
  const share = 'moreThan' in quota ? quota.moreThan : quota.atLeast;
  return track(quota.dimension, total, share, strict);
}

function membersTrack(members: Extract<RuleNode, { members: unknown }>['members'], frame: Frame): Track {
  const n = frame.stakeholders.length;
  if ('allBut' in members) return track(null, n, `${n - members.allBut}/${n}`, false);
  if ('moreThan' in members) return track(null, n, members.moreThan, true);
  const { atLeast } = members;
  return track(null, n, typeof atLeast === 'number' ? `${atLeast}/${n}` : atLeast, false);
}

function track(dimension: string | null, total: number, share: string, strict: boolean): Track {
  const [a = 0, b = 1] = share.split('/').map(Number);
  return {
    key: `${dimension ?? '#members'} ${strict ? '>' : '>='} ${share}`,
    dimension,
    total,
    a,
    b,
    strict,
  };
}

/** Whether `value` meets the threshold, exactly: both products stay integers as BigInt. */
export function meets(track: Track, value: number): boolean {
  const left = BigInt(value) * BigInt(track.b);
  const right = BigInt(track.a) * BigInt(track.total);
  return track.strict ? left > right : left >= right;
}

/** Support of a profile over the default on a track, read from the result's pairs (aggregation.md §4). */
export function supportOf(
  result: AggregationResult,
  profile: string,
  defaultProfile: string,
  track: Track,
): { readonly [S in Stance]: Support } {
  const at = (stance: Stance): Support => {
    const row = pairOf(result, stance, profile, defaultProfile);
    const raw =
      row === undefined ? 0 : track.dimension === null ? row.members : (row.weights[track.dimension] ?? 0);
    const value = Number(raw);
    return { value, met: meets(track, value) };
  };
  const [necessary, expected, possible] = STANCES.map(at);
  const none = { value: 0, met: false };
  return { necessary: necessary ?? none, expected: expected ?? none, possible: possible ?? none };
}

/** The default profile's id; a valid file has exactly one. */
export function defaultProfileId(frame: Pick<NegotiationFile, 'profiles'>): string {
  return frame.profiles.find((profile) => profile.default === true)?.id ?? '';
}
