import { packed } from '@/components/ui/packed';
import { type AggregationResult, STANCES } from '@/core/model';
import { pointsText } from '@/negotiation/explain/exact-text';
import type { NegotiationFile } from '@/negotiation/file/model';
import { profileTitle } from '../labels';
import { type VerdictRow, VerdictRows } from './verdict-rows';

/** All profiles with what decides about them, one row each. */
export function VerdictTable({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const rows = result.profiles.map(
    ({ id, verdict, criticalGain, threats, ratified, recommended }): VerdictRow => ({
      id,
      title: profileTitle(id, frame),
      verdict,
      gains: STANCES.map((stance) => criticalGain?.[stance] ?? null).map((gain) => gain && pointsText(gain)),
      threats,
      ratified,
      recommended,
    }),
  );
  return <VerdictRows rows={packed(rows)} />;
}
