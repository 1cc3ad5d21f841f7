import { properness } from '@/core/proper';
import { type Message, message, names, say } from '@/negotiation/explain/message';
import type { NegotiationFile } from '@/negotiation/file/model';
import { toNegotiation } from '@/negotiation/file/to-negotiation';
import type { Input } from './read-inputs';
import { translate } from './translate';

/** What `parley validate` says of a sound file: how large it is, and whether its rule is proper (§2). */
export function validityLine({ name, file, ballots }: Input): string {
  const line = message('valid.file', {
    file: name === '-' ? 'Standard input' : name,
    stakeholders: file.stakeholders.length,
    profiles: file.profiles.length,
    ballots,
    proper: propernessOf(file),
  });
  return say(line, translate);
}

function propernessOf(file: NegotiationFile): Message {
  const found = properness(toNegotiation(file));
  if (found.kind === 'proper') return message('valid.proper');
  if (found.kind === 'not-shown') return message('valid.notShown');
  if (found.coalitions === null) return message('valid.improperBare');
  const [first, second] = found.coalitions.map((members) =>
    names(
      'and',
      members.map((index) => file.stakeholders[index]?.name ?? ''),
    ),
  );
  return message('valid.improper', { first: first ?? '', second: second ?? '' });
}
