import type { EventOf } from '../events/event';
import type { FileProfile, NegotiationFile } from '../file/model';
import type { ProfileEntry, Vote } from '../state';
import { reveal } from './ballot';
import { type Kernel, removeWhere } from './kernel';

/** The state before anything is known but that there is a negotiation. */
export function created(event: EventOf<'negotiation.created'>): Kernel {
  const { log, position, at, actor, data } = event;
  return {
    v: 1,
    log,
    position,
    at,
    actor,
    title: data.title,
    description: null,
    simulated: false,
    mode: data.mode,
    public: data.public,
    succeeds: data.succeeds,
    succeededBy: null,
    phase: { kind: 'draft' },
    rounds: [],
    imported: false,
    emptyLists: [],
    dimensions: [],
    rule: null,
    stakeholders: [],
    stakeholderIndex: {},
    criteria: [],
    guarantees: [],
    deliveries: {},
    profiles: [],
    moves: null,
    threats: [],
    retired: {},
    briefings: [],
    acknowledgements: [],
    acknowledged: {},
    ballots: [],
    votes: {},
    entered: {},
    threatAssessments: {},
    acuteRisks: {},
    pledges: {},
    members: [],
    invitations: {},
    deputies: [],
    consents: [],
    comments: {},
    conclusion: null,
    commitments: {},
    reporting: null,
    reportingEnded: false,
    results: [],
    key: null,
    epoch: 1,
    restored: null,
    owes: [{ kind: 'creator' }],
  };
}

const LISTS = [
  'dimensions',
  'guarantees',
  'criteria',
  'briefings',
  'acknowledgements',
  'ballots',
  'threats',
  'threatAssessments',
  'acuteRiskAssessments',
  'pledges',
] as const;

/** The state starts from the file (ledger.md §1). Its instants lie inside it. */
export function imported(kernel: Kernel, { position, data }: EventOf<'negotiation.imported'>): void {
  const { file } = data;
  kernel.imported = true;
  kernel.emptyLists = LISTS.filter((list) => file[list]?.length === 0);
  kernel.title = file.title;
  kernel.description = file.description === undefined ? null : { text: file.description };
  kernel.dimensions = [...(file.dimensions ?? [])];
  kernel.rule = file.rule;
  kernel.stakeholders = [...file.stakeholders];
  kernel.stakeholderIndex = Object.fromEntries(file.stakeholders.map(({ id }, index) => [id, index]));
  kernel.criteria = [...(file.criteria ?? [])];
  kernel.guarantees = [...(file.guarantees ?? [])];
  const voted = (file.ballots ?? []).length > 0;
  kernel.profiles = file.profiles.map((profile) => profileEntry(profile, voted));
  kernel.moves = file.moves === undefined ? null : [...file.moves];
  kernel.threats = [...(file.threats ?? [])];
  kernel.briefings = (file.briefings ?? []).map((briefing) => ({ ...briefing, version: 1, text: null }));
  importStatements(kernel, file, position);
  importBallots(kernel, file, position);
}

function profileEntry({ summary, ...profile }: FileProfile, voted: boolean): ProfileEntry {
  return {
    profile,
    summary: summary === undefined ? null : { text: summary },
    status: 'admitted',
    proposedBy: null,
    openedIn: voted ? 0 : null,
  };
}

function importStatements(kernel: Kernel, file: NegotiationFile, position: number): void {
  for (const { stakeholder, briefing, at } of file.acknowledgements ?? []) {
    kernel.acknowledgements.push({ stakeholder, briefing, version: 1, at, imported: true });
    kernel.acknowledged[`${stakeholder} ${briefing}`] = 1;
  }
  for (const said of file.threatAssessments ?? []) {
    const now = { ...said, reason: null, evidence: null, position };
    kernel.threatAssessments[`${said.stakeholder} ${said.profile} ${said.threat}`] = { now, shown: now };
  }
  for (const said of file.acuteRiskAssessments ?? []) {
    const now = { ...said, reason: null, position };
    kernel.acuteRisks[`${said.stakeholder} ${said.profile}`] = { now, shown: now };
  }
  for (const { stakeholder, profile, if: condition = null } of file.pledges ?? []) {
    const now = { stakeholder, profile, condition, position };
    kernel.pledges[`${stakeholder} ${profile}`] = { now, shown: now };
  }
}

/** Of two ballots of one stakeholder at one instant the later in the file is newer (negotiation-file.md). */
function importBallots(kernel: Kernel, file: NegotiationFile, position: number): void {
  for (const { stakeholder, at, ...ballot } of file.ballots ?? []) {
    reveal(kernel, { stakeholder, at, position, ballot, imported: true });
    const before = Object.hasOwn(kernel.votes, stakeholder) ? kernel.votes[stakeholder] : undefined;
    if (before !== undefined && before.at > at) continue;
    const vote: Vote = { kind: 'revealed', position, at, actor: null, ballot };
    kernel.votes[stakeholder] = vote;
  }
}

/** Assessments of a threat that is no longer among the negotiation's own go with it. */
export function described(kernel: Kernel, { data }: EventOf<'negotiation.described'>): void {
  const left = new Set(data.threats.map(({ id }) => id));
  const gone = new Set(kernel.threats.filter(({ id }) => !left.has(id)).map(({ id }) => id));
  if (gone.size > 0) removeWhere(kernel.threatAssessments, (_, key) => gone.has(key.split(' ')[2] ?? ''));
  kernel.title = data.title;
  kernel.description = data.description === null ? null : { hash: data.description };
  kernel.simulated = data.simulated;
  kernel.threats = [...data.threats];
}
