import { cosign } from '@/ledger/cosignature';
import type { SigningKey, VerifierKey } from '@/ledger/note';
import {
  judgeAddCheckpoint,
  parseAddCheckpoint,
  type ReadAddCheckpoint,
  TREE_SIZE_TYPE,
} from '@/ledger/witness';
import type { KeptTrees } from './kept-trees';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** For the witness's own log. */
  readonly told: string;
}

const PLAIN = 'text/plain; charset=utf-8';

/** Answers requests of `add-checkpoint` (C2SP tlog-witness). */
export class WitnessJudge {
  readonly #key: SigningKey;
  readonly #trees: KeptTrees;
  readonly #keys = new Map<string, VerifierKey[]>();
  /** The last request of each known origin, which the next one waits for. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(key: SigningKey, logs: readonly VerifierKey[], trees: KeptTrees) {
    this.#key = key;
    this.#trees = trees;
    for (const log of logs) this.#keys.set(log.name, [...(this.#keys.get(log.name) ?? []), log]);
  }

  async answer(body: string): Promise<Reply> {
    const request = parseAddCheckpoint(body);
    if (request === null) return plain(400, 'this is no request of add-checkpoint');
    const { origin } = request.tree;
    if (!this.#keys.has(origin)) return this.#judge(request);
    // What is known is compared and replaced in one turn, or a smaller checkpoint could overtake a larger one.
    const turn = (this.#turns.get(origin) ?? Promise.resolve()).then(() => this.#judge(request));
    this.#turns.set(
      origin,
      turn.catch(() => undefined),
    );
    return turn;
  }

  async #judge(request: ReadAddCheckpoint): Promise<Reply> {
    const { tree, old, checkpoint, note } = request;
    const keys = this.#keys.get(tree.origin) ?? null;
    // A stranger's name costs no look at the disk.
    const known = keys === null ? { size: 0, root: tree.root } : await this.#trees.of(tree.origin);
    const judged = judgeAddCheckpoint(request, keys, known);
    const about = `${tree.origin} ${old} → ${tree.size}`;
    switch (judged.status) {
      case 200: {
        if (known.size !== tree.size || known.size === 0) await this.#trees.replace(tree.origin, checkpoint);
        const line = cosign(note.text, this.#key, Math.floor(Date.now() / 1000));
        return { status: 200, type: PLAIN, body: line, told: `${about}: cosigned` };
      }
      case 409: {
        const told = judged.isFork
          ? // Whoever runs the witness has the proof in hand: two signed trees of one size.
            `${about}: A FORK, of which the log signed ${JSON.stringify(checkpoint)}`
          : `${about}: known is ${judged.size}`;
        return { status: 409, type: TREE_SIZE_TYPE, body: `${judged.size}\n`, told };
      }
      default:
        return plain(judged.status, judged.reason, about);
    }
  }
}

function plain(status: number, reason: string, about?: string): Reply {
  return {
    status,
    type: PLAIN,
    body: `${reason}\n`,
    told: about === undefined ? reason : `${about}: ${reason}`,
  };
}
