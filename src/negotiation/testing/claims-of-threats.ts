import type { ThreatStatus } from '@/core/model';
import { at, type Standing } from '@/core/testing/oracle-standing';
import { threatsOf } from '@/core/testing/oracle-threats';
import type { Message } from '../explain/message';
import catalogue from '../threats.json';
import { firstOf, number } from './reading';

/** What is wrong with a sentence on the threats of a profile but the default, held against every assessment of it. */
export function faultOfThreats(standing: Standing, x: number, said: Message): string | null {
  const { negotiation } = standing;
  const { threats: status, threatForms: forms } = threatsOf(negotiation, x);
  const told = said.key.replace('threats.', '');
  if (told !== status) return `${told}, and it is ${status}`;
  if (number(said, 'count') !== forms[status].length) return `another number are ${status}`;
  if (number(said, 'total') !== negotiation.threats.length) return 'another number of threats in all';
  const { first, others } = firstOf(said, 'threats');
  if (first.length + others !== forms[status].length) return 'not so many are named';
  const right = first.every((title, k) => title === titleOf(at(forms[status], k)));
  return right && isFirst(status, forms) ? null : 'others are named';
}

/** Of a status none that comes before it may be had by any threat (aggregation.md §5). */
function isFirst(status: ThreatStatus, forms: { readonly [S in ThreatStatus]: readonly string[] }): boolean {
  switch (status) {
    case 'worse':
      return true;
    case 'unresolved':
      return forms.worse.length === 0;
    case 'no-worse':
      return forms.worse.length + forms.unresolved.length === 0;
    case 'safer':
      return forms.worse.length + forms.unresolved.length + forms['no-worse'].length === 0;
  }
}

/** As the catalogue has it, or as `fileOf` names those that were drawn. */
export function titleOf(id: string): string {
  for (const threat of catalogue.threats) {
    const form = threat.forms.find((each) => each.id === id);
    if (form !== undefined) return `${threat.title}: ${form.title}`;
  }
  return `Threat ${id}`;
}
