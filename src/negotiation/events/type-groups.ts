/** The types of the catalogue as a reader of the history looks for them: each group by the nouns in it. */
export const NOUNS = {
  negotiation: ['negotiation', 'consent'],
  frame: ['dimension', 'stakeholder', 'rule'],
  terms: ['criterion', 'guarantee', 'moves'],
  profiles: ['profile'],
  members: ['member'],
  briefings: ['briefing'],
  rounds: ['round', 'deadline', 'result'],
  ballots: ['ballot'],
  statements: ['threat', 'acuteRisk', 'pledge'],
  comments: ['comment'],
  commitments: ['commitment'],
  log: ['key', 'epoch'],
} as const satisfies Record<string, readonly string[]>;

export type TypeGroup = keyof typeof NOUNS;

export function isTypeGroup(name: string): name is TypeGroup {
  return Object.hasOwn(NOUNS, name);
}

export const TYPE_GROUPS: readonly TypeGroup[] = Object.keys(NOUNS).filter(isTypeGroup);
