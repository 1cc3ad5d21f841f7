/**
 * A member whose requests may get no answer: it asks again under the same key until it is told. What it sent and what
 * it was told is its log, which the history must bear out.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { parseReceipt } from '@/audit/evidence';
import { below, type Random } from '@/core/power/random';
import type { Receipt } from '@/ledger/receipt';
import { query } from './client';

export interface Claim {
  readonly procedure: Change;
  readonly key: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly told: Told;
}

export type Told =
  | { readonly kind: 'done'; readonly position: number; readonly checkpoint: string }
  /** `mayYetBe`: an earlier try had no answer, so that it may be carried out yet, once the time for it has come. */
  | { readonly kind: 'refused'; readonly why: string; readonly mayYetBe: boolean };

export type Change = 'ballot.cast' | 'profile.propose' | 'profile.admit' | 'round.open' | 'round.close';

/** Where the server is just now, or was last. */
export type Address = () => string;

/** Of a second: an answer that takes as long is not waited for, one time in ten. */
const IMPATIENCE_MS = 12;
const PAUSE_MS = 20;

const done = z.object({
  result: z.object({ data: z.object({ position: z.number(), checkpoint: z.string() }) }),
});
const refusal = z.object({
  error: z.object({ data: z.object({ refusal: z.object({ message: z.object({ key: z.string() }) }) }) }),
});

export class StubbornClient {
  readonly claims: Claim[] = [];
  readonly receipts: Receipt[] = [];
  /** Every signed note that it was given. */
  readonly checkpoints = new Set<string>();
  /** How often a request was sent again because nothing, or nothing definite, came back. */
  repeats = 0;

  constructor(
    readonly who: string,
    readonly log: string,
    private readonly cookie: string,
    private readonly address: Address,
    private readonly random: Random,
  ) {}

  /** Comes back when it is known what became of it. */
  async change(procedure: Change, input: Readonly<Record<string, unknown>>): Promise<Told> {
    const key = `${this.who} ${this.claims.length}`;
    const told = await this.told(procedure, key, input);
    this.claims.push({ procedure, key, input, told });
    return told;
  }

  /** Sends the newest request that was done once more, though it was answered. @returns what it is told this time. */
  async sayAgain(): Promise<{ before: Told; now: Told } | null> {
    const last = this.claims.findLast(({ told }) => told.kind === 'done');
    if (last === undefined) return null;
    return { before: last.told, now: await this.told(last.procedure, last.key, last.input) };
  }

  /** Nothing where the server is gone meanwhile: a reader has no need to insist. */
  async fetchReceipt(position: number): Promise<void> {
    const told = await this.read('ballot.receipt', { position });
    const receipt = told === null ? null : parseReceipt(JSON.stringify(told));
    if (receipt === null) return;
    this.receipts.push(receipt);
    this.checkpoints.add(receipt.checkpoint);
  }

  async fetchCheckpoint(): Promise<void> {
    const told = z.object({ checkpoint: z.string() }).safeParse(await this.read('history.checkpoint', {}));
    if (told.success) this.checkpoints.add(told.data.checkpoint);
  }

  private async told(procedure: Change, key: string, input: object): Promise<Told> {
    for (let mayYetBe = false; ; mayYetBe = true) {
      const answer = await this.ask(procedure, { ...input, negotiation: this.log, idempotencyKey: key });
      if (answer !== null) return answer.kind === 'refused' ? { ...answer, mayYetBe } : answer;
      this.repeats += 1;
      await sleep(below(this.random, PAUSE_MS));
    }
  }

  /** `null` where the answer was lost, or is that the server cannot say. */
  private async ask(procedure: Change, input: object): Promise<Told | null> {
    const hurries = below(this.random, 10) === 0;
    let body: unknown;
    try {
      const response = await fetch(`${this.address()}/api/trpc/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: this.cookie },
        body: JSON.stringify(input),
        signal: hurries ? AbortSignal.timeout(1 + below(this.random, IMPATIENCE_MS)) : null,
      });
      body = await response.json();
    } catch {
      return null;
    }
    const answer = done.safeParse(body);
    if (answer.success) {
      const { position, checkpoint } = answer.data.result.data;
      this.checkpoints.add(checkpoint);
      return { kind: 'done', position, checkpoint };
    }
    const refused = refusal.safeParse(body);
    return refused.success
      ? { kind: 'refused', why: refused.data.error.data.refusal.message.key, mayYetBe: false }
      : null;
  }

  private async read(procedure: string, input: object): Promise<unknown> {
    try {
      return await query(this.address(), procedure, this.cookie, { ...input, negotiation: this.log });
    } catch {
      return null;
    }
  }
}
