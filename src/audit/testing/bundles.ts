import { signCheckpoint } from '@/ledger/checkpoint';
import { concat, toHex, utf8 } from '@/ledger/hash';
import { type SigningKey, signingKey } from '@/ledger/note';
import { inclusionProof } from '@/ledger/proof';
import type { Receipt } from '@/ledger/receipt';
import { appendLeaves, leafHash, type NodeAddress } from '@/ledger/tree';
import { BALLOT, closed, concluded, FACILITATOR, opened, type Stage } from '@/negotiation/testing/stage';
import { kindOf, writeBundle } from '../bundle';
import { GrowingTree } from '../growing-tree';
import { lookAt } from '../look';
import { type Piece, type Verification, type VerifyOptions, verifyBundle, verifyPieces } from '../verify';

/** Sound bundles to tamper with. */

export const KEY = signingKey('parley.example/parley/stage', new Uint8Array(32).fill(7));
export const OTHER_KEY = signingKey('parley.example/parley/stage', new Uint8Array(32).fill(8));

/** The lines of a stage's bundle, without line feeds. `openings` puts in those of private ballots. */
export function bundleOf(stage: Stage, options: { openings?: boolean; key?: SigningKey } = {}): string[] {
  const texts = new Map(stage.decisions.flatMap((made) => made.texts.map((text) => [text.hash, text])));
  const opening = (seal: string) => (options.openings ? stage.openings.get(seal) : undefined);
  const parts = { events: stage.events, text: (hash: string) => texts.get(hash), opening };
  return [...writeBundle(parts, options.key ?? KEY)].map((line) => line.slice(0, -1));
}

/** Two rounds with comments, a threat, a pledge and a changed mind; concluded. */
export function longOpenStage(): Stage {
  return closed()
    .do(FACILITATOR, 'openRound', { deadline: null })
    .do('u_delegatec', 'castBallot', { stakeholder: 'c', ballot: { scores: { base: 80, deal: 20 } } })
    .do('u_delegatea', 'castBallot', {
      stakeholder: 'a',
      ballot: { scores: { base: 50, deal: [10, 20, 30] } },
    })
    .do('u_delegatea', 'pledge', { stakeholder: 'a', profile: 'deal', condition: { includes: ['b'] } })
    .do('u_delegatea', 'castBallot', { stakeholder: 'a', ballot: BALLOT })
    .do('u_delegateb', 'castBallot', { stakeholder: 'b', ballot: { abstain: true } })
    .do(FACILITATOR, 'closeRound', {})
    .do(FACILITATOR, 'conclude', { profile: 'deal', reason: 'Enough of us.' });
}

/** A sealed negotiation whose first round has closed: a changed its mind under seal. */
export function sealedStage(): Stage {
  return opened('sealed')
    .do('u_delegatea', 'castBallot', { stakeholder: 'a', ballot: { scores: { base: 1, deal: 2 } } })
    .do('u_delegatea', 'castBallot', { stakeholder: 'a', ballot: BALLOT })
    .do('u_delegateb', 'castBallot', { stakeholder: 'b', ballot: BALLOT })
    .do(FACILITATOR, 'closeRound', {});
}

export const privateStage = (): Stage => concluded('private');

export function verifyLines(lines: readonly string[], options: VerifyOptions = {}): Promise<Verification> {
  return verifyBundle(streamed(lines), options);
}

/** The same with all that shows of the lines by themselves found ahead, as another thread finds it. */
export function verifyAhead(lines: readonly string[], options: VerifyOptions = {}): Promise<Verification> {
  return verifyPieces(inOnePiece(lines), options);
}

async function* inOnePiece(texts: readonly string[]): AsyncGenerator<Piece> {
  const lines = texts.map(lineBytes);
  yield { lines, looks: lookAt(lines) };
}

export async function* streamed(lines: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const line of lines) yield lineBytes(line);
}

/** UTF-8, and each half of a surrogate pair from U+DC80 on as the byte that it stands for (corpus-bytes.ts). */
function lineBytes(line: string): Uint8Array {
  if (line.isWellFormed()) return utf8(line);
  const parts = line.split(/([\udc80-\udcff])/u);
  return concat(
    ...parts.map((part) => (part.isWellFormed() ? utf8(part) : Uint8Array.of(part.charCodeAt(0) - 0xdc00))),
  );
}

/** `step at position`, or what else came of it. */
export async function verdictOf(
  lines: readonly string[],
  options: VerifyOptions = {},
  verify = verifyLines,
): Promise<string> {
  const outcome = await verify(lines, options);
  if (outcome.kind !== 'fails') return outcome.kind;
  return `${outcome.failure.step} at ${outcome.failure.position}`;
}

export function isEventLine(line: string, index: number): boolean {
  return index > 0 && kindOf(utf8(line)) === 'event';
}

/** As an operator would forge it, who holds the key: events counted anew where asked for, and signed. */
export function signedAnew(lines: readonly string[], key: SigningKey = KEY): string[] {
  const tree = new GrowingTree();
  const kept = lines.slice(0, -1);
  kept.forEach((line, index) => {
    if (isEventLine(line, index)) tree.append(leafHash(utf8(line)));
  });
  const checkpoint = { origin: key.name, size: tree.size, root: tree.root() };
  return [...kept, JSON.stringify(signCheckpoint(checkpoint, key))];
}

/** The receipt of the event at a position, from a log of the events up to `size`. */
export function receiptOf(
  stage: Stage,
  position: number,
  size = stage.events.length,
  key: SigningKey = KEY,
): Receipt {
  const lines = bundleOf(stage).filter(isEventLine).slice(0, size);
  const nodes = new Map<string, Uint8Array>();
  const at = ({ level, index }: NodeAddress) => `${level}/${index}`;
  const read = (address: NodeAddress) => {
    const hash = nodes.get(at(address));
    if (hash === undefined) throw new Error(`no node ${at(address)}`);
    return hash;
  };
  const tree = new GrowingTree();
  const leaves = lines.map((line) => leafHash(utf8(line)));
  for (const leaf of leaves) tree.append(leaf);
  for (const node of appendLeaves([], leaves).added) nodes.set(at(node), node.hash);
  return {
    format: 'parley-receipt/1',
    position,
    event: lines[position] ?? '',
    proof: inclusionProof(position, size, read).map(toHex),
    checkpoint: signCheckpoint({ origin: key.name, size, root: tree.root() }, key),
  };
}
