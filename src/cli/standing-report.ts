import type { AggregationResult } from '@/core/model';
import { properness } from '@/core/proper';
import { gapSentences } from '@/negotiation/explain/gap';
import { leverageSentences } from '@/negotiation/explain/leverage-sentences';
import { type Message, message, say } from '@/negotiation/explain/message';
import { ruleInWords } from '@/negotiation/explain/rule-words';
import { standingSentence } from '@/negotiation/explain/standing';
import { subjectOf } from '@/negotiation/explain/subject';
import { verdictReasons } from '@/negotiation/explain/verdict-reasons';
import { type Proper, warnings } from '@/negotiation/explain/warnings';
import type { NegotiationFile } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import { powerTable } from './power-table';
import { supportTable } from './support-table';
import { wrap } from './text-width';
import { translate } from './translate';
import { verdictTable } from './verdict-table';

export interface Style {
  readonly width: number;
  readonly colour: boolean;
}

/** The standing for people: one sentence, then the tables, what is critical or missing, and what to know. */
export function standingReport(file: NegotiationFile, result: AggregationResult, style: Style): string {
  const words = (said: Message) => say(said, translate);
  const paragraph = (said: Message) => wrap(words(said), style.width, '', '  ');
  const subject = subjectOf(file, result);
  const head = [
    file.title,
    words(message('table.basis', { basis: result.basis })),
    words(message('table.stakeholders', { count: subject.n })),
  ].join(' · ');
  const about = subject.result.profiles.flatMap(({ id }) => {
    const said = remarks(file, result, id).map((sentence) =>
      wrap(words(sentence), style.width, '  ', '    '),
    );
    return said.length > 0 ? [[subject.title(id), ...said].join('\n')] : [];
  });
  const sections = [
    headline(words(standingSentence(file, result)), style),
    [
      wrap(head, style.width, '', '  '),
      paragraph(message('table.adequate', { rule: ruleInWords(file.rule, subject.name) })),
    ].join('\n'),
    verdictTable(subject, style),
    supportTable(subject, style),
    ...about,
    leverageSentences(file, result).map(paragraph).join('\n'),
    result.power ? powerTable(subject, result.power, style) : '',
    warnings(file, result, proper(file)).map(paragraph).join('\n'),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

/** The first line stays one line, whatever the width: a program may take it. */
function headline(sentence: string, { colour }: Style): string {
  return colour ? `\u001b[1m${sentence}\u001b[22m` : sentence;
}

const REMARKS = new Set([
  'reason.needs',
  'reason.fallsIf',
  'reason.fallsIfAny',
  'reason.resilience',
  'reason.resilienceAtMost',
]);

function remarks(file: NegotiationFile, result: AggregationResult, id: string): readonly Message[] {
  const reasons = verdictReasons(file, result, id).filter(({ key }) => REMARKS.has(key));
  return [...reasons, ...gapSentences(file, result, id)];
}

function proper(file: NegotiationFile): Proper {
  const { kind } = properness(toNegotiation(file));
  return kind === 'not-shown' ? null : kind === 'proper';
}
