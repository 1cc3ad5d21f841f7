import type { Refusal } from './edited';

/** What may be wrong with ballots and statements in the example, with the lines that are said then. */
export const STATEMENT_REFUSALS: readonly Refusal[] = [
  // ballots
  [[['ballots/0/stakeholder', 'lab-z']], 'ballots[0].stakeholder: no stakeholder has the id "lab-z"'],
  [[['ballots/0/at', undefined]], 'ballots[0].at: is missing'],
  [[['ballots/0/scores/race', 101]], 'ballots[0].scores.race: 101 is above 100'],
  [[['ballots/0/scores/race', -0.01]], 'ballots[0].scores.race: -0.01 is below 0'],
  [[['ballots/0/scores/race', 50.123]], 'ballots[0].scores.race: 50.123 has more than two decimals'],
  [[['ballots/0/scores/race', '39']], 'ballots[0].scores.race: "39" is not a number'],
  [[['ballots/0/scores/race', null]], 'ballots[0].scores.race: null is not a number'],
  [[['ballots/0/scores/race', [40, 30, 50]]], 'ballots[0].scores.race: low 40 is above best 30'],
  [[['ballots/0/scores/race', [40, 60, 50.5]]], 'ballots[0].scores.race: best 60 is above high 50.5'],
  [
    [['ballots/0/scores/race', [40, 60]]],
    'ballots[0].scores.race: a list of 2 is not one of low, best, high',
  ],
  [[['ballots/0/scores/race', [40, 60, 100.01]]], 'ballots[0].scores.race[2]: 100.01 is above 100'],
  [[['ballots/0/scores/peace', 5]], 'ballots[0].scores.peace: no profile has the id "peace"'],
  [
    [['ballots/0/scores/constructor', 5]],
    'ballots[0].scores.constructor: no profile has the id "constructor"',
  ],
  [
    [
      ['ballots/0/scores', undefined],
      ['ballots/0/without', undefined],
    ],
    'ballots[0]: has none of scores, criteria, abstain',
  ],
  [
    [
      ['ballots/0/abstain', true],
      ['ballots/0/without', undefined],
    ],
    'ballots[0]: has scores and abstain; exactly one is wanted',
  ],
  [
    [
      ['ballots/0/abstain', true],
      ['ballots/0/scores', undefined],
    ],
    'ballots[0].without: an abstention has no scores without a guarantee',
  ],
  [
    [
      ['ballots/0/abstain', false],
      ['ballots/0/scores', undefined],
      ['ballots/0/without', undefined],
    ],
    'ballots[0].abstain: false is not true; a ballot that does not abstain leaves it out',
  ],
  [[['ballots/0/provisional', 'yes']], 'ballots[0].provisional: "yes" is not true or false'],
  [
    [['ballots/0/scores/verified-pause', undefined]],
    'ballots[0].without.verified-pause: the ballot does not cover this profile',
  ],
  [
    [['ballots/0/without/race', { 'shutdown-1h': 5 }]],
    'ballots[0].without.race.shutdown-1h: the profile does not rely on "shutdown-1h"',
  ],
  [
    [['ballots/0/without/verified-pause/metering', 5]],
    'ballots[0].without.verified-pause.metering: the profile does not rely on "metering"',
  ],
  [
    [['ballots/0/without/verified-pause/shutdown-1h', 400]],
    'ballots[0].without.verified-pause.shutdown-1h: 400 is above 100',
  ],
  [[['ballots/1/criteria/weights/safety', 1001]], 'ballots[1].criteria.weights.safety: 1001 is above 1000'],
  [
    [['ballots/1/criteria/weights', { safety: 0 }]],
    'ballots[1].criteria.weights: no criterion weighs more than 0',
  ],
  [
    [['ballots/1/criteria/weights/cost', 1]],
    'ballots[1].criteria.weights.cost: no criterion has the id "cost"',
    'ballots[1].criteria.scores.race: leaves out the criterion "cost", which weighs 1',
    'ballots[1].criteria.scores.verified-pause: leaves out the criterion "cost", which weighs 1',
  ],
  [
    [['ballots/1/criteria/scores/race/safety', undefined]],
    'ballots[1].criteria.scores.race: leaves out the criterion "safety", which weighs 3',
  ],
  [
    [['ballots/1/criteria/scores/race/cost', 4]],
    'ballots[1].criteria.scores.race.cost: no criterion has the id "cost"',
  ],
  [[['ballots/1/criteria/scores', undefined]], 'ballots[1].criteria.scores: is missing'],
  // statements
  [
    [['threatAssessments/0/profile', 'race']],
    'threatAssessments[0].profile: threats are assessed against the default, not of it',
  ],
  [
    [['threatAssessments/0/threat', 'misuse/genie']],
    'threatAssessments[0].threat: no threat has the id "misuse/genie"',
  ],
  [[['threatAssessments/0/change', [-4, 0, 0]]], 'threatAssessments[0].change[0]: -4 is below -3'],
  [[['threatAssessments/0/change', [0, 1, 0]]], 'threatAssessments[0].change: best 1 is above high 0'],
  [[['threatAssessments/0/change', 1]], 'threatAssessments[0].change: 1 is not a list of low, best, high'],
  [
    [
      [
        'threatAssessments/1',
        { stakeholder: 'gov-b', profile: 'verified-pause', threat: 'misuse/oracle', change: [0, 0, 0] },
      ],
    ],
    'threatAssessments[1]: says again what threatAssessments[0] says of the same stakeholder, profile, threat',
  ],
  [[['acuteRiskAssessments/0/ends', [10, 40, 101]]], 'acuteRiskAssessments[0].ends[2]: 101 is above 100'],
  [
    [['acuteRiskAssessments/1', { stakeholder: 'gov-b', profile: 'verified-pause', ends: 5 }]],
    'acuteRiskAssessments[1]: says again what acuteRiskAssessments[0] says of the same stakeholder, profile',
  ],
  [
    [['pledges/1', { stakeholder: 'gov-b', profile: 'verified-pause' }]],
    'pledges[1]: says again what pledges[0] says of the same stakeholder, profile',
  ],
  [[['pledges/0/if', { includes: [] }]], 'pledges[0].if.includes: 0, the number of stakeholders, is below 1'],
  [
    [['moves', [{ stakeholder: 'lab-a', from: 'race', to: 'race' }]]],
    'moves[0].to: a move from "race" to itself',
  ],
  [
    [
      [
        'moves',
        [
          { stakeholder: 'lab-a', from: 'race', to: 'verified-pause' },
          { stakeholder: 'lab-a', from: 'race', to: 'verified-pause' },
        ],
      ],
    ],
    'moves[1]: says again what moves[0] says of the same stakeholder, from, to',
  ],
];
