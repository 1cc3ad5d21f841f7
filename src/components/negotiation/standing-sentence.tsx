import type { AggregationResult } from '@/core/model';
import type { Message } from '@/negotiation/explain/message';
import { standingSentence } from '@/negotiation/explain/standing';
import { verdictReasons } from '@/negotiation/explain/verdict-reasons';
import type { NegotiationFile } from '@/negotiation/file/model';
import { Explain } from './explain';

/** The standing in one sentence: what clears the bar and for whom; and, in a second, who could make it fall. */
export function StandingSentence({
  result,
  frame,
}: {
  readonly result: AggregationResult;
  readonly frame: NegotiationFile;
}) {
  const falls = whatMakesItFall(result, frame);
  return (
    <>
      <Explain message={standingSentence(frame, result)} />
      {falls === undefined ? null : (
        <>
          {' '}
          <Explain message={falls} />
        </>
      )}
    </>
  );
}

/** Said where exactly one profile that can be adopted clears; with several, each says so among its own reasons. */
function whatMakesItFall(result: AggregationResult, frame: NegotiationFile): Message | undefined {
  const adoptable = new Set(frame.profiles.filter((each) => each.adoptable !== false).map((each) => each.id));
  const [only, ...others] = result.profiles.filter(
    (each) => each.verdict === 'clears' && adoptable.has(each.id),
  );
  if (only === undefined || others.length > 0) return undefined;
  const said = new Set([
    'reason.fallsIf',
    'reason.fallsIfAny',
    'reason.resilience',
    'reason.resilienceAtMost',
  ]);
  return verdictReasons(frame, result, only.id).find((reason) => said.has(reason.key));
}
