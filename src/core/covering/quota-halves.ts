import { better, type Choice, type Cover, choice, type Objective } from './cover';

interface Half {
  readonly members: readonly number[];
  readonly choice: Choice;
  readonly weight: number;
}

/**
 * The best set whose weight reaches `need`, exhaustively, for at most 24 candidates: of one half's 2^12 subsets
 * those that no other beats in value and weight both; for each subset of the other half the first of them that is
 * heavy enough is its best partner (per count, for value is ordered by both parts).
 */
export function quotaHalves(
  cover: Cover,
  weight: Float64Array,
  need: number,
  available: readonly number[],
  objective: Objective,
): Choice | null {
  const left = subsets(cover, weight, available.slice(0, available.length >> 1));
  const front = undominated(cover, objective, subsets(cover, weight, available.slice(available.length >> 1)));
  let best: Choice | null = null;
  for (const half of left) {
    const partner = lightestReaching(front, need - half.weight);
    if (partner === null) continue;
    const found = choice(cover, [...half.members, ...partner.members], true);
    if (better(cover, objective, found, best)) best = found;
  }
  return best;
}

function subsets(cover: Cover, weight: Float64Array, candidates: readonly number[]): Half[] {
  let all: Half[] = [{ members: [], choice: choice(cover, [], true), weight: 0 }];
  for (const candidate of candidates) {
    all = all.flatMap((half) => {
      const members = [...half.members, candidate];
      const joined = {
        members,
        choice: choice(cover, members, true),
        weight: half.weight + weight[candidate]!,
      };
      return [half, joined];
    });
  }
  return all;
}

/** Ascending in value and weight both. Value is a lexicographic order that adding the same to both keeps. */
function undominated(cover: Cover, objective: Objective, halves: Half[]): Half[] {
  const byValue = halves.sort((a, b) => {
    if (better(cover, objective, a.choice, b.choice)) return -1;
    if (better(cover, objective, b.choice, a.choice)) return 1;
    return b.weight - a.weight;
  });
  const front: Half[] = [];
  let heaviest = -1;
  for (const half of byValue) {
    if (half.weight <= heaviest) continue;
    front.push(half);
    heaviest = half.weight;
  }
  return front;
}

function lightestReaching(front: readonly Half[], need: number): Half | null {
  let [low, high] = [0, front.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (front[middle]!.weight >= need) high = middle;
    else low = middle + 1;
  }
  return front[low] ?? null;
}
