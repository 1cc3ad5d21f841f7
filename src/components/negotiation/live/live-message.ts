import type { Basis, Verdict } from '@/core/model';

/** What `standing.live` sends: how far the standing has come, and which verdicts changed on the way. */
export interface LiveMessage {
  readonly position: number;
  readonly changed: readonly {
    readonly basis: Basis;
    readonly profile: string;
    readonly from: Verdict | 'default' | null;
    readonly to: Verdict | 'default' | null;
  }[];
}

export type LiveState = 'connecting' | 'on' | 'off';
