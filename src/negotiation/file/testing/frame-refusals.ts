import type { Refusal } from './edited';

/** What may be wrong with the frame of the example of negotiation-file.md, with the lines that are said then. */
export const FRAME_REFUSALS: readonly Refusal[] = [
  // the document
  [[['format', 'parley-negotiation/2']], 'format: "parley-negotiation/2" is not one of parley-negotiation/1'],
  [[['format', undefined]], 'format: is missing'],
  [[['title', undefined]], 'title: is missing'],
  [[['title', 7]], 'title: 7 is not a text'],
  [[['title', null]], 'title: null is not a text'],
  [[['title', '\ud800x']], 'title: "\\ud800x" has half of a surrogate pair'],
  [[['title', 'a\u0000b']], 'title: "a\\u0000b" has the character U+0000'],
  [[['description', ['x']]], 'description: a list of 1 is not a text'],
  [[['colour', 'red']], 'colour: unknown key'],
  [[['__proto__', {}]], '__proto__: unknown key'],
  [[['two words', 1]], '["two words"]: unknown key'],
  // dimensions
  [
    [
      ['briefings', {}],
      ['acknowledgements', []],
    ],
    'briefings: an object is not a list',
  ],
  [
    [['dimensions/1', { id: 'compute', label: 'Again' }]],
    'dimensions[1].id: "compute" is the id of dimensions[0] already',
  ],
  [
    [['dimensions/1', { id: 'Power', label: 'P' }]],
    'dimensions[1].id: "Power" does not match [a-z0-9][a-z0-9._-]{0,63}',
  ],
  [
    [['dimensions/1', { id: 'p'.repeat(65), label: 'P' }]],
    `dimensions[1].id: "${'p'.repeat(60)}…" does not match [a-z0-9][a-z0-9._-]{0,63}`,
  ],
  [
    [['dimensions/1', { id: '__proto__', label: 'P' }]],
    'dimensions[1].id: "__proto__" does not match [a-z0-9][a-z0-9._-]{0,63}',
  ],
  [[['dimensions/1', { id: 'votes' }]], 'dimensions[1].label: is missing'],
  [
    [
      [
        'dimensions',
        [{ id: 'compute', label: '' }, ...Array.from({ length: 8 }, (_, i) => ({ id: `d${i}`, label: '' }))],
      ],
    ],
    'dimensions: 9, the number of dimensions, is above 8',
  ],
  [
    [['dimensions', undefined]],
    'rule.quota.dimension: no dimension has the id "compute"',
    'stakeholders[0].weights.compute: no dimension has the id "compute"',
    'stakeholders[1].weights.compute: no dimension has the id "compute"',
  ],
  // the rule
  [[['rule', undefined]], 'rule: is missing'],
  [[['rule', 'majority']], 'rule: "majority" is not an object'],
  [[['rule', {}]], 'rule: has none of quota, members, includes, allOf, anyOf'],
  [
    [['rule', { members: { atLeast: 1 }, includes: ['lab-a'] }]],
    'rule: has members and includes; exactly one is wanted',
  ],
  [[['rule', { includes: ['lab-a'], why: '' }]], 'rule.why: unknown key'],
  [
    [['rule', { not: {} }]],
    'rule.not: unknown key',
    'rule: has none of quota, members, includes, allOf, anyOf',
  ],
  [[['rule/quota/dimension', 'votes']], 'rule.quota.dimension: no dimension has the id "votes"'],
  [[['rule/quota/dimension', undefined]], 'rule.quota.dimension: is missing'],
  [[['rule/quota/moreThan', 0.5]], 'rule.quota.moreThan: 0.5 is not a share of the form "1/2"'],
  [[['rule/quota/moreThan', '50%']], 'rule.quota.moreThan: "50%" is not a share of the form "1/2"'],
  [[['rule/quota/moreThan', '1/0']], 'rule.quota.moreThan: "1/0" divides by 0'],
  [[['rule/quota/moreThan', '3/2']], 'rule.quota.moreThan: "3/2" is above 1'],
  [[['rule/quota/moreThan', '-1/2']], 'rule.quota.moreThan: "-1/2" is not a share of the form "1/2"'],
  [
    [['rule/quota/moreThan', '1/1000000001']],
    'rule.quota.moreThan: "1/1000000001" has a denominator above 1000000000',
  ],
  [[['rule/quota/atLeast', '1/2']], 'rule.quota: has moreThan and atLeast; exactly one is wanted'],
  [
    [['rule', { quota: { dimension: 'compute', atLeast: 1 } }]],
    'rule.quota.atLeast: 1 is not a share of the form "1/2"',
  ],
  [[['rule', { quota: { dimension: 'compute' } }]], 'rule.quota: has none of moreThan, atLeast'],
  [[['rule', { members: { moreThan: 1 } }]], 'rule.members.moreThan: 1 is not a share of the form "1/2"'],
  [[['rule', { members: { atLeast: 3 } }]], 'rule.members.atLeast: 3 is above 2'],
  [[['rule', { members: { atLeast: 0 } }]], 'rule.members.atLeast: 0 is below 1'],
  [[['rule', { members: { atLeast: 1.5 } }]], 'rule.members.atLeast: 1.5 is not an integer'],
  [[['rule', { members: { allBut: 2 } }]], 'rule.members.allBut: 2 is above 1'],
  [[['rule', { members: { allBut: '1/2' } }]], 'rule.members.allBut: "1/2" is not an integer'],
  [[['rule', { includes: [] }]], 'rule.includes: 0, the number of stakeholders, is below 1'],
  [[['rule', { includes: ['lab-z'] }]], 'rule.includes[0]: no stakeholder has the id "lab-z"'],
  [[['rule', { includes: ['lab-a', 'lab-a'] }]], 'rule.includes[1]: "lab-a" is listed twice'],
  [[['rule', { allOf: [] }]], 'rule.allOf: 0, the number of nodes, is below 1'],
  [[['rule', nested(9)]], `rule${'.allOf[0]'.repeat(8)}: a node 9 deep is above 8`],
  [
    [['rule', { anyOf: Array.from({ length: 64 }, () => ({ includes: ['lab-a'] })) }]],
    'rule.anyOf[63]: a node past the 64 of a rule',
  ],
  [[['rule', { members: { atLeast: '0/1' } }]], 'rule: nobody at all would be adequate under this rule'],
  [
    [['rule', { anyOf: [{ includes: ['lab-a'] }, { quota: { dimension: 'compute', atLeast: '0/5' } }] }]],
    'rule: nobody at all would be adequate under this rule',
  ],
  [
    [['rule', { members: { moreThan: '2/2' } }]],
    'rule: not even everyone together would be adequate under this rule',
  ],
  [
    [
      ['stakeholders/0/weights/compute', 0],
      ['stakeholders/1/weights', undefined],
    ],
    'rule: not even everyone together would be adequate under this rule',
  ],
  [
    [
      ['stakeholders/0/weights/compute', 0],
      ['stakeholders/1/weights', undefined],
      ['rule', { quota: { dimension: 'compute', atLeast: '1/2' } }],
    ],
    'rule: nobody at all would be adequate under this rule',
  ],
  // stakeholders
  [
    [
      ['stakeholders/1/id', 'lab-a'],
      ['acknowledgements', []],
      ['ballots', []],
      ['threatAssessments', []],
      ['acuteRiskAssessments', []],
      ['pledges', []],
      ['profiles/0/strategies', {}],
      ['profiles/1/strategies', {}],
    ],
    'stakeholders[1].id: "lab-a" is the id of stakeholders[0] already',
  ],
  [
    [['stakeholders/0/kind', 'bank']],
    'stakeholders[0].kind: "bank" is not one of lab, government, standards-body, civil-society, company, other',
  ],
  [[['stakeholders/0/name', undefined]], 'stakeholders[0].name: is missing'],
  [
    [['stakeholders/0/weights/compute', 1_000_000_001]],
    'stakeholders[0].weights.compute: 1000000001 is above 1000000000',
  ],
  [[['stakeholders/0/weights/compute', -1]], 'stakeholders[0].weights.compute: -1 is below 0'],
  [[['stakeholders/0/weights/compute', 0.5]], 'stakeholders[0].weights.compute: 0.5 is not an integer'],
  [[['stakeholders/0/weights/compute', '410']], 'stakeholders[0].weights.compute: "410" is not an integer'],
  [[['stakeholders/0/weights/votes', 1]], 'stakeholders[0].weights.votes: no dimension has the id "votes"'],
  [
    [['stakeholders/0/weights/__proto__', 1]],
    'stakeholders[0].weights.__proto__: no dimension has the id "__proto__"',
  ],
  // guarantees
  [
    [['guarantees/0/kind', 'hope']],
    'guarantees[0].kind: "hope" is not one of shutdown-bound, model-checking, regret-bound, policy-certificate, concealment, other',
  ],
  [[['guarantees/0/holds', 'always']], 'guarantees[0].holds: "always" is not one of training, instance'],
  [[['guarantees/0/delivered', 'no']], 'guarantees[0].delivered: "no" is not true or false'],
  [[['guarantees/0/threats', ['misuse']]], 'guarantees[0].threats[0]: no threat has the id "misuse"'],
  [
    [['guarantees/0/threats', ['misuse/oracle', 'misuse/oracle']]],
    'guarantees[0].threats[1]: "misuse/oracle" is listed twice',
  ],
  [
    [['threats', [{ id: 'misuse/oracle', title: 'Again' }]]],
    'threats[0].id: "misuse/oracle" is one of the catalogue\'s',
  ],
  [
    [['threats', [{ id: 'lock-in', title: 'Lock-in' }]]],
    'threats[0].id: "lock-in" is not of the form word/word, as other/lock-in',
  ],
  [
    [
      [
        'threats',
        [
          { id: 'a/b', title: '' },
          { id: 'a/b', title: '' },
        ],
      ],
    ],
    'threats[1].id: "a/b" is the id of threats[0] already',
  ],
  // profiles
  [[['profiles/0/default', false]], 'profiles: none of them is the default; exactly one is'],
  [
    [
      ['profiles/1/default', true],
      ['profiles/1/relies', []],
      ['profiles/1/needs', undefined],
      ['ballots/0/without', undefined],
    ],
    'profiles[1].default: profiles[0] ("race") is the default already',
  ],
  [[['profiles/0/relies', ['shutdown-1h']]], 'profiles[0].relies: the default relies on no guarantee'],
  [[['profiles/0/needs', { includes: ['lab-a'] }]], 'profiles[0].needs: the default has no needs'],
  [[['profiles/0/adoptable', false]], 'profiles[0].adoptable: the default is always adoptable'],
  [
    [['profiles/1/relies', ['shutdown-1h', 'shutdown-1h']]],
    'profiles[1].relies[1]: "shutdown-1h" is listed twice',
  ],
  [[['profiles/1/amends', 'pause']], 'profiles[1].amends: no profile has the id "pause"'],
  [[['profiles/1/amends', 'verified-pause']], 'profiles[1].amends: a profile cannot amend itself'],
  [
    [['profiles/1/needs', { members: { moreThan: '1/1' } }]],
    'profiles[1].needs: not even everyone together satisfies these needs',
  ],
  [
    [['profiles/1/strategies/gov-z', 'Watch']],
    'profiles[1].strategies.gov-z: no stakeholder has the id "gov-z"',
  ],
  [[['profiles/1/strategies/gov-b', 3]], 'profiles[1].strategies.gov-b: 3 is not a text'],
  [
    [['profiles/2', { id: 'race', title: 'Race' }]],
    'profiles[2].id: "race" is the id of profiles[0] already',
  ],
  [
    [
      ['profiles', [{ id: 'race', title: 'Race', default: true }]],
      ['ballots', []],
      ['threatAssessments', []],
      ['acuteRiskAssessments', []],
      ['pledges', []],
    ],
    'profiles: 1, the number of profiles, is below 2',
  ],
  [
    [
      [
        'profiles',
        Array.from({ length: 65 }, (_, i) => ({
          id: i === 1 ? 'verified-pause' : i === 0 ? 'race' : `p${i}`,
          title: '',
          ...(i === 0 && { default: true }),
        })),
      ],
      ['ballots/0/without', undefined],
    ],
    'profiles: 65, the number of profiles, is above 64',
  ],
  // criteria, briefings, acknowledgements
  [
    [['criteria/2', { id: 'safety', label: 'S' }]],
    'criteria[2].id: "safety" is the id of criteria[0] already',
  ],
  [[['briefings/0/required', 1]], 'briefings[0].required: 1 is not true or false'],
  [[['acknowledgements/0/briefing', 'b2']], 'acknowledgements[0].briefing: no briefing has the id "b2"'],
  [
    [['acknowledgements/0/at', '2026-02-29T10:00:00.000Z']],
    'acknowledgements[0].at: "2026-02-29T10:00:00.000Z" does not exist in the calendar',
  ],
  [
    [['acknowledgements/0/at', '2026-01-01T24:00:00.000Z']],
    'acknowledgements[0].at: "2026-01-01T24:00:00.000Z" does not exist in the calendar',
  ],
  [
    [['acknowledgements/0/at', '2026-01-01T10:00:00Z']],
    'acknowledgements[0].at: "2026-01-01T10:00:00Z" is not an instant of the form 2026-01-31T12:00:00.000Z',
  ],
  [
    [['acknowledgements/0/at', '2026-01-01T10:00:00.000+00:00']],
    'acknowledgements[0].at: "2026-01-01T10:00:00.000+00:00" is not an instant of the form 2026-01-31T12:00:00.000Z',
  ],
];

function nested(depth: number): unknown {
  return depth === 1 ? { includes: ['lab-a'] } : { allOf: [nested(depth - 1)] };
}
