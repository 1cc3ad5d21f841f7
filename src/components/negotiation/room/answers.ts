import { moves, wordsOf } from '@/audit/diff';
import { type Flipped, flipsBetween } from '@/audit/flips';
import { informationOf } from '@/audit/information';
import { wordOfBallot } from '@/audit/scores';
import { standingAt } from '@/audit/standing-at';
import type { Timeline } from '@/audit/timeline';
import type { Work } from './desk';
import type { Overview, RoomNews, RoomOrder } from './orders';

type Tell = (news: RoomNews) => void;
type Question = Exclude<RoomOrder, { readonly kind: 'open' | 'stop-flips' }>;

export function overviewOf({ size, instants, marks, acknowledged, frame }: Timeline): Overview {
  return { size, instants, marks, acknowledged, frame };
}

/** The computations behind the page, each in steps that may be interrupted or given up. */
export class Answers {
  /** Of the whole log, kept once they have been found. */
  private flips: readonly Flipped[] | null = null;

  constructor(
    private readonly timeline: Timeline,
    private readonly tell: Tell,
  ) {}

  to(question: Question): Work {
    switch (question.kind) {
      case 'standing':
        return this.standing(question.position);
      case 'difference':
        return this.difference(question.from, question.to);
      case 'words':
        return this.words(question.stakeholder);
      case 'flips':
        return this.allFlips();
      case 'information':
        return this.information();
    }
  }

  private async *standing(position: number): Work {
    const moment = await this.timeline.at(position);
    yield;
    this.tell({ kind: 'standing', position, standing: standingAt(moment, this.timeline.openings) });
  }

  private async *difference(from: number, to: number): Work {
    const { timeline } = this;
    const before = wordsOf((await timeline.at(from)).state, timeline.openings);
    yield;
    const after = wordsOf((await timeline.at(to)).state, timeline.openings);
    yield;
    const flipped: Flipped[] = [];
    if (this.flips !== null) {
      flipped.push(...this.flips.filter(({ event }) => event.position > from && event.position <= to));
    } else {
      for await (const each of flipsBetween(timeline, from, to)) {
        if (each.flips.length > 0) flipped.push(each);
        if (each.event.position % 10 === 0) this.tell({ kind: 'comparing', position: each.event.position });
        yield;
      }
    }
    this.tell({ kind: 'difference', difference: { from, to, moved: moves(before, after), flipped } });
  }

  private async *words(stakeholder: string): Work {
    const { utterances, openings } = this.timeline;
    const said = utterances.of(stakeholder, openings).map(({ position, at, sealed, ballot }) => ({
      position,
      at,
      sealed,
      word: wordOfBallot(position, ballot),
    }));
    this.tell({ kind: 'words', stakeholder, said });
    yield;
  }

  private async *allFlips(): Work {
    const found: Flipped[] = [];
    if (this.flips === null) {
      const last = this.timeline.size - 1;
      for await (const each of flipsBetween(this.timeline, 0, last)) {
        const { position } = each.event;
        if (each.flips.length > 0) found.push(each);
        if (position % 10 === 0) this.tell({ kind: 'flipping', position, found: [...found] });
        yield;
      }
      this.flips = found;
    }
    this.tell({ kind: 'flips', found: this.flips });
  }

  private async *information(): Work {
    const { last, utterances, openings } = this.timeline;
    this.tell({ kind: 'information', information: informationOf(last, utterances, openings) });
    yield;
  }
}
