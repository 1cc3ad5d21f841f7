import { hundredthsOf, readTriple, type Triple, type TripleText } from './score-text';

/** The whole scale, in hundredths of a point. */
const SCALE = 10_000;

/** What the handles show of three numbers that are being typed: in order, an unreadable one where its neighbour is. */
export function drawn(text: TripleText): Triple {
  const whole = readTriple(text);
  if (whole !== null) {
    const [low = 0, best = low, high = best] = [...whole].sort((a, b) => a - b);
    return [low, best, high];
  }
  const alone = (part: string) => readTriple({ low: part, best: part, high: part })?.[1];
  const [low, best, high] = [alone(text.low), alone(text.best), alone(text.high)];
  const middle = best ?? low ?? high ?? 0;
  const [a = 0, b = a, c = b] = [low ?? middle, middle, high ?? middle].sort((x, y) => x - y);
  return [a, b, c];
}

/**
 * The interval moved as a whole so that its best guess comes to `best`: its two sides keep their lengths, and it stops
 * where an end meets an end of the scale. In hundredths, so that a move there and back changes nothing.
 */
export function movedTo(triple: Triple, best: number): Triple {
  const ends = hundredthsOf(triple);
  const wanted = Math.round(best * 100) - ends[1];
  const shift = Math.max(-ends[0], Math.min(SCALE - ends[2], wanted));
  return [(ends[0] + shift) / 100, (ends[1] + shift) / 100, (ends[2] + shift) / 100];
}

/** By how many whole points an interval moves: dragged, by the nearest; by a key, by one at least. */
export function wholeSteps(points: number, dragged: boolean): number {
  return dragged || Math.abs(points) >= 1 ? Math.round(points) : Math.sign(points);
}
