import type { FileBallot, NegotiationFile } from './model';

/**
 * Writes a negotiation file (negotiation-file.md) with the key order of the spec's example, whoever put the value
 * together. Reading it back gives an equal file. Ends with a newline.
 */
export function writeNegotiationFile(file: NegotiationFile): string {
  const ordered = {
    ...picked(file, [
      'format',
      'title',
      'description',
      'dimensions',
      'rule',
      'stakeholders',
      'threats',
      'guarantees',
    ]),
    ...picked(file, [
      'profiles',
      'criteria',
      'briefings',
      'acknowledgements',
      'ballots',
      'threatAssessments',
    ]),
    ...picked(file, ['acuteRiskAssessments', 'pledges', 'moves']),
    ...(file.dimensions && { dimensions: file.dimensions.map((entry) => picked(entry, ['id', 'label'])) }),
    stakeholders: file.stakeholders.map((entry) => picked(entry, ['id', 'name', 'kind', 'weights'])),
    ...(file.threats && { threats: file.threats.map((entry) => picked(entry, ['id', 'title'])) }),
    ...(file.guarantees && {
      guarantees: file.guarantees.map((entry) =>
        picked(entry, ['id', 'title', 'kind', 'holds', 'delivered', 'threats']),
      ),
    }),
    profiles: file.profiles.map((entry) =>
      picked(entry, [
        'id',
        'title',
        'default',
        'summary',
        'amends',
        'adoptable',
        'relies',
        'needs',
        'strategies',
      ]),
    ),
    ...(file.criteria && { criteria: file.criteria.map((entry) => picked(entry, ['id', 'label'])) }),
    ...(file.briefings && {
      briefings: file.briefings.map((entry) => picked(entry, ['id', 'title', 'required'])),
    }),
    ...(file.acknowledgements && {
      acknowledgements: file.acknowledgements.map((entry) =>
        picked(entry, ['stakeholder', 'briefing', 'at']),
      ),
    }),
    ...(file.ballots && { ballots: file.ballots.map(orderedBallot) }),
    ...(file.threatAssessments && {
      threatAssessments: file.threatAssessments.map((entry) =>
        picked(entry, ['stakeholder', 'profile', 'threat', 'change']),
      ),
    }),
    ...(file.acuteRiskAssessments && {
      acuteRiskAssessments: file.acuteRiskAssessments.map((entry) =>
        picked(entry, ['stakeholder', 'profile', 'ends']),
      ),
    }),
    ...(file.pledges && {
      pledges: file.pledges.map((entry) => picked(entry, ['stakeholder', 'profile', 'if'])),
    }),
    ...(file.moves && { moves: file.moves.map((entry) => picked(entry, ['stakeholder', 'from', 'to'])) }),
  };
  return `${JSON.stringify(ordered, null, 1)}\n`;
}

function orderedBallot(ballot: FileBallot) {
  const whose = picked(ballot, ['stakeholder', 'at', 'provisional']);
  if ('abstain' in ballot) return { ...whose, abstain: ballot.abstain };
  const without = ballot.without && { without: ballot.without };
  if ('scores' in ballot) return { ...whose, scores: ballot.scores, ...without };
  return { ...whose, criteria: picked(ballot.criteria, ['weights', 'scores']), ...without };
}

/** These keys of an object, in this order, where it has them. */
function picked<T extends object, K extends keyof T>(whole: T, keys: readonly K[]): Partial<Pick<T, K>> {
  const part: Partial<Pick<T, K>> = {};
  for (const key of keys) if (Object.hasOwn(whole, key)) part[key] = whole[key];
  return part;
}
