import { countedBallots } from '@/core/basis';
import type { Basis } from '@/core/model';
import type { NegotiationFile } from '../file/model';
import { toNegotiation } from '../file/to-negotiation';

/**
 * What a sandbox starts from: a negotiation, as far as its reader may see it, with no ballot but those that count on
 * the basis, and without the briefings that decide which those are. Both bases of it are one, so whatever is moved
 * counts.
 */
export function startOf(file: NegotiationFile, basis: Basis): NegotiationFile {
  const { briefings: _, acknowledgements: __, ...rest } = file;
  const negotiation = toNegotiation(file);
  const counted = new Set(countedBallots(negotiation, basis));
  const ballots = (file.ballots ?? []).filter((_, k) => {
    const ballot = negotiation.ballots[k];
    return ballot !== undefined && counted.has(ballot);
  });
  return { ...rest, ballots };
}
