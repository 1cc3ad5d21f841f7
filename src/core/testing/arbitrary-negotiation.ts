import type * as fc from 'fast-check';
import type { Ballot, BallotContent, Negotiation, Profile, Rule, Stakeholder, Triple } from '../model';
import { anyRule } from './arbitrary-rule';
import { type Draw, drawn } from './draw';
import { everyone, NOBODY, satisfies } from './oracle-coalitions';

/** Bounds of the random negotiations; a law that costs more asks for smaller ones. */
export interface Size {
  readonly stakeholders: number;
  readonly profiles: number;
  readonly criteria: number;
  /** Every negotiation is a close contest under a weighted majority (see `isContested`), not one in five. */
  readonly contested?: boolean;
}

const USUAL: Size = { stakeholders: 6, profiles: 6, criteria: 3 };
const INSTANTS = [1, 2, 3, 4, 5].map((day) => `2026-01-0${day}T10:00:00.000Z`);

/** Few distinct values make ties, which is where the definitions differ. */
const SCALES: readonly (readonly number[])[] = [
  [0, 5_000, 10_000],
  [3_000, 5_000, 7_000, 9_000],
  [4_999, 5_000, 5_001],
  [0, 10_000],
];

/** Shifts of one, two or three hundredths, so that fewer joiners and more of them cost the same. */
const HAIR_BREADTHS: readonly number[] = [4_998, 4_999, 5_000, 5_001];

const WEIGHTS: readonly (readonly number[])[] = [
  [1],
  [0, 1, 2, 3],
  [0, 1, 5, 7, 10],
  [999_999_999, 1_000_000_000],
  [0, 1, 333_333_333, 500_000_000, 1_000_000_000],
];

/** Any valid negotiation of about the size. */
export function negotiations(size: Size = USUAL): fc.Arbitrary<Negotiation> {
  return drawn((draw) => new NegotiationBuilder(draw, size).build());
}

class NegotiationBuilder {
  private readonly n: number;
  private readonly m: number;
  private readonly dimensions: readonly string[];
  private readonly criteria: readonly string[];
  private readonly guarantees: Negotiation['guarantees'];
  private readonly d: number;
  private readonly scale: readonly number[] | null;
  /** Whether the default is mostly held to be bad and everyone has a ballot, so that profiles clear. */
  private readonly isHopeful: boolean;
  /** Whether a plain weighted majority meets scores that are close or all different: what gaps turn on. */
  private readonly isContested: boolean;
  private readonly everybody: readonly number[];

  constructor(
    private readonly draw: Draw,
    size: Size,
  ) {
    const larger = size === USUAL && draw.onceIn(25) ? 2 : 0;
    this.isContested = size.contested === true || draw.onceIn(5);
    const most = this.isContested || draw.onceIn(3) ? size.stakeholders : draw.integer(1, size.stakeholders);
    this.n = most + larger;
    this.m = draw.integer(2, size.profiles);
    this.dimensions = draw.list(draw.integer(this.isContested ? 1 : 0, 3), (k) => `d${k}`);
    this.criteria = draw.list(draw.integer(0, size.criteria), (k) => `c${k}`);
    this.guarantees = this.ids('g', draw.integer(0, 3)).map((id) => ({ id, delivered: draw.onceIn(3) }));
    this.d = draw.integer(0, this.m - 1);
    const usual = this.isContested ? HAIR_BREADTHS : draw.from(SCALES);
    this.scale = draw.butOnceIn(this.isContested ? 2 : 4) ? usual : null;
    this.isHopeful = size.contested === true || draw.onceIn(2);
    this.everybody = Array.from({ length: this.n }, (_, i) => i);
  }

  build(): Negotiation {
    const { draw } = this;
    const profiles = this.ids('p', this.m).map((id, x) => this.profile(id, x));
    const stakeholders = this.stakeholders();
    const bare: Negotiation = {
      dimensions: this.dimensions,
      rule: this.isContested
        ? { kind: 'quota', dimension: 0, share: { a: 1, b: 2 }, strict: true }
        : anyRule(draw, this.n, this.dimensions.length, draw.onceIn(2) ? 0 : 3),
      stakeholders,
      profiles,
      guarantees: this.guarantees,
      criteria: this.criteria,
      briefings: draw.list(draw.integer(0, 2), (k) => ({ id: `b${k}`, required: draw.butOnceIn(3) })),
      acknowledgements: [],
      ballots: [],
      threats: draw.list(draw.integer(1, 3), (k) => `threat/t${k}`),
      threatAssessments: [],
      acuteRiskAssessments: [],
      pledges: [],
      moves: draw.butOnceIn(3) ? null : this.moves(),
    };
    const valid = {
      ...bare,
      rule: satisfiedByAll(bare, unsatisfiedByNobody(bare, bare.rule)),
      profiles: profiles.map((profile) => ({
        ...profile,
        needs: profile.needs === null ? null : satisfiedByAll(bare, profile.needs),
      })),
    };
    return {
      ...valid,
      acknowledgements: this.acknowledgements(valid),
      ballots: draw.shuffled([
        ...(this.isHopeful ? this.everybody : []).map((i) => this.ballot(valid, i)),
        ...draw.list(draw.integer(0, this.n * 2), () => this.ballot(valid, draw.from(this.everybody))),
      ]),
      ...this.statements(valid),
    };
  }

  /** Ids whose order is not the list's. */
  private ids(letter: string, length: number): string[] {
    const { draw } = this;
    return draw.shuffled(draw.list(length, (k) => `${letter}${k}`));
  }

  private stakeholders(): Stakeholder[] {
    const { draw } = this;
    const styles = this.dimensions.map(() => (this.isContested ? [1, 2, 3, 5, 8] : draw.from(WEIGHTS)));
    return this.ids('s', this.n).map((id) => ({
      id,
      weights: styles.map((style) => draw.from(style)),
    }));
  }

  private profile(id: string, x: number): Profile {
    const { draw } = this;
    const isDefault = x === this.d;
    const needs: Rule | null =
      !isDefault && draw.onceIn(3) ? anyRule(draw, this.n, this.dimensions.length, 1) : null;
    const named = draw.butOnceIn(6) ? this.everybody : draw.few(this.everybody, 2);
    return {
      id,
      isDefault,
      adoptable: isDefault || draw.butOnceIn(5),
      relies: isDefault ? [] : [...this.guarantees.keys()].filter(() => draw.onceIn(2)),
      needs,
      strategies: new Map(named.map((i) => [i, draw.butOnceIn(3) ? 'A' : draw.from(['B', 'C'])])),
    };
  }

  private moves(): NonNullable<Negotiation['moves']> {
    const { draw } = this;
    const all = this.everybody.flatMap((stakeholder) =>
      Array.from({ length: this.m * this.m }, (_, k) => ({
        stakeholder,
        from: Math.floor(k / this.m),
        to: k % this.m,
      })),
    );
    return draw
      .few(
        all.filter(({ from, to }) => from !== to),
        draw.integer(2, 6),
      )
      .reverse();
  }

  private acknowledgements({ briefings }: Negotiation): Negotiation['acknowledgements'] {
    const { draw } = this;
    const all = this.everybody.flatMap((stakeholder) =>
      [...briefings.keys(), ...briefings.keys()].map((briefing) => ({ stakeholder, briefing })),
    );
    return draw
      .most(all, this.isHopeful ? 12 : 3)
      .map((each) => ({ ...each, at: draw.from(this.isHopeful ? INSTANTS.slice(0, 2) : INSTANTS) }));
  }

  /** A score in hundredths, low ≤ best ≤ high. */
  private triple(values = this.scale): Triple {
    const { draw } = this;
    const value = (): number => (values === null ? draw.integer(0, 10_000) : draw.from(values));
    const low = value();
    if (this.isContested ? draw.butOnceIn(6) : draw.onceIn(2)) return [low, low, low];
    const [first = 0, second = 0, third = 0] = [low, value(), value()].sort((a, b) => a - b);
    return [first, second, third];
  }

  private ballot(negotiation: Negotiation, stakeholder: number): Ballot {
    const { draw } = this;
    const covered = draw.most([...negotiation.profiles.keys()], this.isContested ? 40 : 8);
    const content = draw.butOnceIn(this.isContested ? 40 : 10)
      ? this.content(covered)
      : ({ kind: 'abstain' } as const);
    const without =
      content.kind === 'abstain'
        ? []
        : covered.map((x): [number, Map<number, Triple>] => {
            const relied = draw.few(negotiation.profiles[x]?.relies ?? [], 2);
            return [x, new Map(relied.map((g) => [g, this.triple()]))];
          });
    return {
      stakeholder,
      at: draw.from(INSTANTS),
      provisional: draw.onceIn(5),
      content,
      without: new Map(without.filter(([, row]) => row.size > 0)),
    };
  }

  private content(covered: readonly number[]): BallotContent {
    const { draw } = this;
    if (this.criteria.length === 0 || draw.butOnceIn(3)) {
      return { kind: 'scores', scores: new Map(covered.map((x) => [x, this.triple(this.valuesOf(x))])) };
    }
    const some = this.criteria.map(() => (draw.onceIn(3) ? draw.integer(0, 1000) : draw.integer(0, 3)));
    const weights = some.every((weight) => weight === 0) ? some.map(() => 1) : some;
    const row = (x: number): (Triple | null)[] =>
      weights.map((weight) => (weight === 0 && draw.onceIn(2) ? null : this.triple(this.valuesOf(x))));
    return { kind: 'criteria', weights, scores: new Map(covered.map((x) => [x, row(x)])) };
  }

  /** What the default is scored from; in a close contest it is held to be good, so that there are gaps. */
  private valuesOf(x: number): readonly number[] | null {
    const { scale } = this;
    if (x !== this.d) return scale;
    if (this.isContested) return scale?.slice(2) ?? null;
    return this.isHopeful && this.draw.butOnceIn(4) ? (scale ?? [1_234, 4_321]).slice(0, 2) : scale;
  }

  /** Assessments and pledges: at most one of a stakeholder for the same thing. */
  private statements(
    negotiation: Negotiation,
  ): Pick<Negotiation, 'threatAssessments' | 'acuteRiskAssessments' | 'pledges'> {
    const { draw } = this;
    const cells = this.everybody.flatMap((stakeholder) =>
      [...negotiation.profiles.keys()].map((profile) => ({ stakeholder, profile })),
    );
    const assessed = cells
      .filter(({ profile }) => profile !== this.d)
      .flatMap((cell) => [...negotiation.threats.keys()].map((threat) => ({ ...cell, threat })));
    return {
      threatAssessments: draw.few(assessed, 2).map((each) => ({ ...each, change: this.change() })),
      acuteRiskAssessments: draw.few(cells, 4).map((each) => ({ ...each, ends: this.triple() })),
      pledges: draw.few(draw.shuffled(cells), 3).map((each) => ({
        ...each,
        condition: draw.onceIn(2) ? anyRule(draw, this.n, this.dimensions.length, 2) : null,
      })),
    };
  }

  /** Mostly lower, so that a threat is often settled. */
  private change(): Triple {
    const { draw } = this;
    const value = (): number => (draw.onceIn(10) ? draw.integer(-3, 3) : draw.integer(-3, 0));
    const [low = 0, best = 0, high = 0] = [value(), value(), value()].sort((a, b) => a - b);
    return [low, best, high];
  }
}

/** §2: the coalition of everyone must satisfy the rule of a negotiation, and the needs of a profile. */
function satisfiedByAll(negotiation: Negotiation, rule: Rule): Rule {
  return satisfies(negotiation, rule, everyone(negotiation))
    ? rule
    : { kind: 'anyOf', nodes: [rule, { kind: 'allBut', allBut: 0 }] };
}

/** §2: the empty coalition must not be adequate. */
function unsatisfiedByNobody(negotiation: Negotiation, rule: Rule): Rule {
  return satisfies(negotiation, rule, NOBODY)
    ? { kind: 'allOf', nodes: [rule, { kind: 'count', atLeast: 1 }] }
    : rule;
}
