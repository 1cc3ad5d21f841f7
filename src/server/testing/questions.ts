/** Everything that can be asked of a server without changing it, of each of its negotiations. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { appRouter } from '../trpc/router';
import { OTHER, OWN } from './world';

/** Of the negotiation; of the installation where it is not named. */
type Inputs = readonly object[];

/** What each query is asked beside the negotiation. A query that is not here fails the suite. */
export const INPUTS: Readonly<Record<string, Inputs>> = {
  'account.export': [],
  'account.me': [],
  'account.notifications': [],
  'administration.outbox': [],
  'ballot.mine': [{ stakeholder: OWN }, { stakeholder: OTHER }],
  'ballot.past': [{ stakeholder: OWN }, { stakeholder: OTHER }],
  'ballot.receipt': [],
  'briefing.get': [{ briefing: 'evidence-shutdown' }, { briefing: 'no-such' }],
  'briefing.list': [{}],
  'comment.list': [{}],
  'comment.threads': [{}],
  'commitment.list': [{}],
  'history.checkpoint': [{}],
  'history.list': [{ order: 'newest', limit: 200 }, { stakeholder: OWN }, { type: 'ballots' }],
  'history.proof': [{ position: 0 }],
  'history.report': [{}],
  'inbox.count': [],
  'inbox.list': [],
  'member.invitations': [{}],
  'member.list': [{}],
  'negotiation.export': [{}],
  'negotiation.get': [{}],
  'negotiation.list': [],
  'negotiation.setUp': [{}],
  'pledge.list': [{}],
  'session.get': [{}],
  'standing.feedback': [{ stakeholder: null }, { stakeholder: OWN }, { stakeholder: OTHER }],
  'standing.get': [{ basis: 'stated' }, { basis: 'informed' }],
  'standing.pair': [
    { basis: 'stated', over: 'licensed-scaling', under: 'race' },
    { basis: 'stated', over: 'race', under: 'no-such' },
  ],
  'standing.power': [{}],
  'threat.list': [{}],
};

/** Of the events at the end, among which are the ballots: their receipts and proofs are asked for one by one. */
const NEWEST = 8;

/** Bad changes, each of which is refused to each of the others. */
const REFUSED: readonly (readonly [procedure: string, rest: object])[] = [
  ['ballot.cast', { stakeholder: OWN, scores: { race: 1 } }],
  ['ballot.cast', { stakeholder: OTHER, scores: { 'no-such': 1 } }],
  ['ballot.confirm', { stakeholder: OWN, entered: 1 }],
  ['ballot.confirm', { stakeholder: OTHER, entered: 1 }],
  ['ballot.enter', { stakeholder: OWN, ballot: { scores: { 'no-such': 1 } } }],
  ['round.close', { seen: 7 }],
  ['profile.withdraw', { profile: 'race' }],
];

const FOLDER = 'src/app/n/[negotiation]';
/** What is shown where a page's folder has its name in brackets. */
const SHOWN: ReadonlyMap<string, string> = new Map([['[briefing]', 'evidence-shutdown']]);

/** Every page, by the folders of the application: one that is added is asked for without being named here. */
const PAGES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => path.dirname(file).split(path.sep))
  .map((parts) =>
    parts.map((part) => (part === '.' ? '' : `/${part.startsWith('[') ? shown(part) : part}`)).join(''),
  )
  .sort();

function shown(part: string): string {
  const name = SHOWN.get(part);
  if (name === undefined) throw new Error(`say in SHOWN what ${part} stands for`);
  return name;
}

export interface Question {
  /** Path and query. */
  readonly path: string;
  /** Of a change that is going to be refused. */
  readonly body?: object;
}

/** Of the router, by their names. */
export function queries(): string[] {
  const procedures: Readonly<Record<string, unknown>> = { ...appRouter._def.procedures };
  return Object.entries(procedures).flatMap(([name, procedure]) => (isQuery(procedure) ? [name] : []));
}

function isQuery(procedure: unknown): boolean {
  return typeof procedure === 'function' && Reflect.get(Reflect.get(procedure, '_def'), 'type') === 'query';
}

export function questionsOf(negotiation: string, size: number): Question[] {
  const last = Array.from({ length: NEWEST }, (_, i) => ({ position: size - 1 - i }));
  return [
    ...Object.entries({ ...INPUTS, 'ballot.receipt': last, 'history.proof': last }).flatMap(
      ([name, inputs]) => inputs.map((input) => ask(name, { negotiation, ...input })),
    ),
    ask('standing.get', { negotiation, basis: 'neither' }),
    ask('ballot.mine', { negotiation, stakeholder: 'no-such' }),
    ...REFUSED.map(([name, rest], i) => ({
      path: `/api/trpc/${name}`,
      body: { negotiation, idempotencyKey: `refused ${i}`, ...rest },
    })),
    ...['bundle', 'export', 'results'].map((route) => ({ path: `/api/${route}/${negotiation}` })),
    ...['basis=informed', 'format=csv', 'basis=neither'].map((search) => ({
      path: `/api/results/${negotiation}?${search}`,
    })),
  ];
}

export function questionsOfInstallation(): Question[] {
  const names = Object.keys(INPUTS).filter((name) => /^(account|administration|inbox)\.|\.list$/.test(name));
  const unnamed = names.filter((name) => INPUTS[name]?.length === 0);
  return [
    ...unnamed.map((name) => ({ path: `/api/trpc/${name}` })),
    ...[
      '/api/health',
      '/api/keys',
      '/api/keys?origin=localhost/sealed',
      '/negotiations',
      '/inbox',
      '/outbox',
      '/account',
    ].map((path) => ({ path })),
  ];
}

/** Pages that show something else where they are asked for it: each picture and sandbox, under other choices. */
const CHOSEN = [
  '?basis=stated',
  '/what-if?basis=stated',
  '/results?basis=stated&stance=expected&gains=licensed-scaling&over=liability&under=joint-project',
  `/results?basis=stated&stance=possible&leave=verified-pause&first=${OWN}&second=${OTHER}`,
  `/ballot?stakeholder=${OTHER}`,
  `/ballot?for=${OWN}`,
];

export function pagesOf(negotiation: string): Question[] {
  return [...PAGES, ...CHOSEN].map((page) => ({ path: `/n/${negotiation}${page}` }));
}

export function ballotPageOf(negotiation: string): Question {
  return { path: `/n/${negotiation}/ballot` };
}

function ask(procedure: string, input: object): Question {
  return { path: `/api/trpc/${procedure}?${new URLSearchParams({ input: JSON.stringify(input) })}` };
}
