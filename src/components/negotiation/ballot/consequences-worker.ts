/** What ballots would change, computed beside the page: the same core as everywhere else. */
import type { BallotBody, NegotiationFile } from '@/negotiation/file/model';
import { type Consequences, type Foresee, foreseeing } from './consequences';

export type ForesightOrder =
  /** The negotiation as the reader sees it; before any question. */
  | { readonly kind: 'open'; readonly file: NegotiationFile; readonly stakeholder: string }
  | { readonly kind: 'ask'; readonly number: number; readonly body: BallotBody; readonly at: string };

export type ForesightNews =
  | { readonly kind: 'foreseen'; readonly number: number; readonly consequences: Consequences }
  | { readonly kind: 'broken'; readonly message: string };

let foresee: Foresee | null = null;

addEventListener('message', ({ data }: MessageEvent<ForesightOrder>) => {
  try {
    if (data.kind === 'open') foresee = foreseeing(data.file, data.stakeholder);
    else if (foresee !== null) {
      tell({ kind: 'foreseen', number: data.number, consequences: foresee(data.body, data.at) });
    }
  } catch (error) {
    tell({ kind: 'broken', message: String(error) });
  }
});

function tell(news: ForesightNews): void {
  postMessage(news);
}
