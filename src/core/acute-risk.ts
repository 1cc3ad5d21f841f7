import type { Negotiation, ProfileResult } from './model';
import { pointsText } from './rational';

/** How far a profile would end the acute risk period, over its assessors (§5); `null` where there are none. */
export function acuteRisk(
  assessments: Negotiation['acuteRiskAssessments'],
  x: number,
): ProfileResult['acuteRisk'] {
  const ends = assessments.filter(({ profile }) => profile === x).map((assessment) => assessment.ends);
  if (ends.length === 0) return null;
  const bests = ends.map(([, best]) => best).sort((a, b) => a - b);
  return {
    assessors: ends.length,
    low: pointsText(
      ends.reduce((least, [low]) => Math.min(least, low), 10_000),
      1,
    ),
    median: pointsText(bests[(bests.length - 1) >> 1]!, 1),
    high: pointsText(
      ends.reduce((most, [, , high]) => Math.max(most, high), 0),
      1,
    ),
  };
}
