/**
 * Computes power indices in a thread of its own, since exact ones may take seconds and ballots go on meanwhile. This
 * module is both sides: a thread is started from the file in which this stands, the bundle. While one develops Node
 * starts no thread from a TypeScript file, and it is computed here.
 */
import type { PowerResult, Rule, Stakeholder } from '@/core/model';
import { power } from '@/core/power/power';
import { AskedThread, answerInThread } from '../process/asked-thread';
import type { PowerComputer } from './power-computer';

const ROLE = 'thread that computes power indices';
const FROM_SOURCES = import.meta.url.endsWith('.ts');

interface Game {
  readonly rule: Rule;
  readonly stakeholders: readonly Stakeholder[];
}

export class PowerThread implements PowerComputer {
  readonly #thread = new AskedThread<Game, PowerResult>(import.meta.url, ROLE);

  async compute(rule: Rule, stakeholders: readonly Stakeholder[]): Promise<PowerResult> {
    return FROM_SOURCES ? power(rule, stakeholders) : this.#thread.ask({ rule, stakeholders });
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }
}

answerInThread<Game, PowerResult>(
  ROLE,
  () =>
    ({ rule, stakeholders }) =>
      power(rule, stakeholders),
);
