import type { NegotiationFile } from '@/negotiation/file/model';

/**
 * The frame and terms of a negotiation, for a copy or a successor: no ballots, assessments, pledges and people, and no
 * briefings, since their texts are no part of a negotiation file.
 */
export function frameAlone(file: NegotiationFile): NegotiationFile {
  const { format, title, description, dimensions, rule, stakeholders, guarantees } = file;
  const { profiles, criteria, threats, moves } = file;
  return {
    format,
    title,
    ...(description !== undefined && { description }),
    ...(dimensions !== undefined && { dimensions }),
    rule,
    stakeholders,
    ...(threats !== undefined && { threats }),
    ...(guarantees !== undefined && { guarantees }),
    profiles,
    ...(criteria !== undefined && { criteria }),
    ...(moves !== undefined && { moves }),
  };
}
