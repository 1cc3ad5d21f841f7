import type { Negotiation, ProfileResult, ThreatStatus } from '../model';
import { fraction, pointsText } from './oracle-fraction';
import { at } from './oracle-standing';

const FIRST_TO_LAST = ['worse', 'unresolved', 'no-worse', 'safer'] as const;

function threatStatus(negotiation: Negotiation, x: number, threat: number): ThreatStatus {
  const changes = negotiation.threatAssessments
    .filter((each) => each.profile === x && each.threat === threat)
    .map((each) => each.change);
  if (changes.some(([, best]) => best > 0)) return 'worse';
  if (changes.length === 0 || changes.some(([, , high]) => high > 0)) return 'unresolved';
  return changes.every(([, , high]) => high < 0) ? 'safer' : 'no-worse';
}

/** §5, for a profile other than the default. */
export function threatsOf(
  negotiation: Negotiation,
  x: number,
): { readonly threats: ThreatStatus; readonly threatForms: NonNullable<ProfileResult['threatForms']> } {
  const statuses = negotiation.threats.map((id, threat) => ({
    id,
    is: threatStatus(negotiation, x, threat),
  }));
  const forms = (status: ThreatStatus): readonly string[] =>
    statuses.filter((each) => each.is === status).map((each) => each.id);
  const threats = FIRST_TO_LAST.find((status) => forms(status).length > 0);
  if (threats === undefined) throw new Error('the catalogue of threats is empty');
  return {
    threats,
    threatForms: {
      worse: forms('worse'),
      unresolved: forms('unresolved'),
      'no-worse': forms('no-worse'),
      safer: forms('safer'),
    },
  };
}

/** §5, "Acute risk". */
export function acuteRiskOf(negotiation: Negotiation, x: number): ProfileResult['acuteRisk'] {
  const triples = negotiation.acuteRiskAssessments
    .filter((each) => each.profile === x)
    .map((each) => each.ends);
  if (triples.length === 0) return null;
  const bests = triples.map(([, best]) => best).sort((a, b) => a - b);
  return {
    assessors: triples.length,
    low: pointsText(fraction(Math.min(...triples.map(([low]) => low)))),
    median: pointsText(fraction(at(bests, Math.ceil(bests.length / 2) - 1))),
    high: pointsText(fraction(Math.max(...triples.map(([, , high]) => high)))),
  };
}
