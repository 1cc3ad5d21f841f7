import { EVENT_TYPES, type EventType } from './catalogue';
import { isTypeGroup, NOUNS } from './type-groups';

/** The types that a group's name or a type's own name stands for; none where it is neither. */
export function typesNamed(name: string): readonly EventType[] {
  if (!isTypeGroup(name)) return EVENT_TYPES.filter((type) => type === name);
  const nouns: readonly string[] = NOUNS[name];
  return EVENT_TYPES.filter((type) => nouns.includes(type.slice(0, type.indexOf('.'))));
}
