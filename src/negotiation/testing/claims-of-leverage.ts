import { type LeverageProfile, STANCES, VERDICTS } from '@/core/model';
import { leverageOf } from '@/core/testing/oracle-leverage';
import type { Standing } from '@/core/testing/oracle-standing';
import type { Message } from '../explain/message';
import { idOf, inside, number, stanceIn, text } from './reading';

/** What is wrong with the sentences on research leverage, taken together: each is so, none is left out, best first. */
export function faultOfLeverage(standing: Standing, said: readonly Message[]): string | null {
  const rows = leverageOf(standing);
  const pivotal = rows.flatMap(({ guarantee, profiles }) =>
    profiles.filter(isPivotal).map((profile) => ({ guarantee, profile })),
  );
  if (rows.length === 0) return said.length === 0 ? null : 'there is no guarantee';
  if (pivotal.length === 0) {
    return said.length === 1 && said[0]?.key === 'leverage.none' ? null : 'nothing is pivotal';
  }
  if (said.length !== pivotal.length) return 'another number of pivotal guarantees';
  for (const [k, each] of said.entries()) {
    const expected = pivotal[k];
    if (expected === undefined) return 'too many';
    const named = guaranteeIn(text(each, 'guarantee')) === expected.guarantee;
    if (!named || idOf(text(each, 'profile')) !== expected.profile.id) return 'another order';
    const fault = faultOf(expected.profile, each);
    if (fault !== null) return `${expected.guarantee} for ${expected.profile.id}: ${fault}`;
  }
  return null;
}

function faultOf(profile: LeverageProfile, said: Message): string | null {
  const stance = stanceIn(said);
  const firm = STANCES.find((each) => profile.firm[each]);
  if (said.key === 'leverage.firm') {
    if (firm !== stance) return `firm under ${firm}`;
  } else if (said.key === 'leverage.pivotal') {
    if (firm !== undefined) return 'it is firm';
    if (STANCES.find((each) => profile.pivotal[each]) !== stance) return 'another stance';
  } else return `${said.key} is a sentence that nobody has read`;
  if (inside(said, 'verdict').key !== `verdictName.${profile.verdict}`) return 'another verdict';
  if (inside(said, 'without').key !== `verdictName.${profile.without}`) return 'another verdict without';
  if (!falls(profile)) return 'the verdict does not fall';
  return number(said, 'stated') === profile.stated ? null : 'another number have said so';
}

function isPivotal({ pivotal }: LeverageProfile): boolean {
  return STANCES.some((stance) => pivotal[stance]);
}

/** Whether the verdict is a worse one without the guarantee. */
export function falls({ verdict, without }: LeverageProfile): boolean {
  return VERDICTS.indexOf(without) > VERDICTS.indexOf(verdict);
}

/** By the title that `fileOf` gives. */
export function guaranteeIn(title: string): string {
  return title.replace('Guarantee ', '');
}
