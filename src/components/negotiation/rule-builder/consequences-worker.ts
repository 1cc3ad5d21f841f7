/** What a rule comes to, beside the page: the same core as everywhere else. */
import type { PowerResult } from '@/core/model';
import { power } from '@/core/power/power';
import type { RuleNode } from '@/negotiation/file/model';
import { type Consequences, consequencesOf } from './consequences';
import { gameOf } from './threshold';
import type { RuleSubjects } from './tree';

export interface ConsequencesOrder {
  readonly number: number;
  readonly rule: RuleNode;
  readonly subjects: RuleSubjects;
}

/** Coalitions come first: power may take some seconds more. */
export type ConsequencesNews = { readonly number: number } & (
  | { readonly kind: 'consequences'; readonly consequences: Consequences }
  | { readonly kind: 'power'; readonly power: PowerResult }
  | { readonly kind: 'broken'; readonly message: string }
);

addEventListener('message', ({ data: { number, rule, subjects } }: MessageEvent<ConsequencesOrder>) => {
  try {
    tell({ number, kind: 'consequences', consequences: consequencesOf(rule, subjects) });
    const game = gameOf(rule, subjects);
    tell({ number, kind: 'power', power: power(game.rule, game.stakeholders) });
  } catch (error) {
    tell({ number, kind: 'broken', message: String(error) });
  }
});

function tell(news: ConsequencesNews): void {
  postMessage(news);
}
