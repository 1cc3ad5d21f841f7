import type { Rule, Stance } from '@/core/model';
import { againstDefault, verdictOf } from '@/core/testing/oracle-bar';
import {
  type Coalition,
  coalitionOf,
  membersOf,
  satisfies,
  sizeOf,
  subsetsOf,
  weightOf,
} from '@/core/testing/oracle-coalitions';
import { at, type Standing } from '@/core/testing/oracle-standing';
import type { Message } from '../explain/message';
import { hundredths, idOf, ids, inside, items, number, text } from './reading';

/**
 * What is wrong with a sentence of "why", in words: each is read for what it claims of profile x, and held against the
 * slow twin of the aggregator. A sentence that is not known here is a fault, so that none can be added unread.
 */
export function faultOfWhy(standing: Standing, x: number, said: Message): string | null {
  const { negotiation, d } = standing;
  const index = (id: string) => negotiation.stakeholders.findIndex((each) => each.id === id);
  const named = () => coalitionOf(ids(said, 'names').map(index));
  const under = () => inside(said, 'stance').key.replace('stance.', '') as Stance;
  const supporters = () => standing.preferring(under(), x, d);
  const adequate = (coalition: Coalition) => standing.bringsAbout(x, coalition);
  const right = (is: boolean) => (is ? null : said.key);
  switch (said.key) {
    case 'verdict.default':
      return right(x === d);
    case 'verdict.clears':
    case 'verdict.leans':
    case 'verdict.within-reach':
    case 'verdict.out-of-reach':
      return right(
        said.key === `verdict.${verdictOf(standing, x)}` &&
          idOf(text(said, 'profile')) === at(negotiation.profiles, x).id,
      );
    case 'reason.state':
      return right(!at(negotiation.profiles, x).adoptable);
    case 'reason.enough':
    case 'reason.notEnough':
      return right(
        adequate(supporters()) === (said.key === 'reason.enough') &&
          countsOf(standing, supporters(), inside(said, 'support')),
      );
    case 'reason.gainers':
      return right(named() === supporters() && named() !== 0);
    case 'reason.gainersToo': {
      const stronger = standing.preferring(under() === 'expected' ? 'necessary' : 'expected', x, d);
      const fresh = supporters() & ~stronger;
      return right(under() !== 'necessary' && stronger !== 0 && named() === fresh && fresh !== 0);
    }
    case 'reason.lacks':
      return right(!adequate(supporters()) && isLack(standing, x, supporters(), inside(said, 'lack')));
    case 'reason.rule':
    case 'reason.needs':
      // In words as the file has it; that the words are the rule's is the test of rule-words.
      return null;
    case 'reason.criticalGain': {
      const exact = againstDefault(standing, x).criticalGain?.necessary ?? null;
      return right(exact !== null && isNear(text(said, 'points'), exact));
    }
    case 'reason.fallsIf': {
      const coalition = supporters();
      const critical = membersOf(coalition).filter((i) => !adequate(coalition & ~(1 << i)));
      return right(
        adequate(coalition) && named() === coalitionOf(critical) && isStrongest(standing, x, under()),
      );
    }
    case 'reason.resilience': {
      const falling = subsetsOf(supporters()).filter((leaving) => !adequate(supporters() & ~leaving));
      const fewest = Math.min(...falling.map(sizeOf));
      return right(fewest === number(said, 'count') && isStrongest(standing, x, under()));
    }
    case 'reason.worseOff': {
      const losing = standing.preferring('necessary', d, x);
      return right(named() === losing && sizeOf(losing) === number(said, 'count') && losing !== 0);
    }
    case 'reason.silent':
      return right(named() === standing.silent && sizeOf(standing.silent) === number(said, 'count'));
    default:
      return `${said.key} is a sentence that nobody has read`;
  }
}

/** No stronger stance has supporters that suffice. */
function isStrongest(standing: Standing, x: number, stance: Stance): boolean {
  const stances: readonly Stance[] = ['necessary', 'expected', 'possible'];
  return stances.find((each) => standing.bringsAbout(x, standing.preferring(each, x, standing.d))) === stance;
}

/** "7 of 12 stakeholders, with 59 % of compute, gain". */
export function countsOf({ negotiation }: Standing, coalition: Coalition, said: Message): boolean {
  const counts =
    number(said, 'count') === sizeOf(coalition) && number(said, 'total') === negotiation.stakeholders.length;
  if (said.key === 'support.gain') return counts;
  const shares = items(said, 'shares').every((share) => {
    if (typeof share === 'string') return false;
    const dimension = negotiation.dimensions.indexOf(text(share, 'dimension'));
    return isPercent(negotiation, coalition, dimension, text(share, 'percent'));
  });
  return counts && shares;
}

/** Whether a per cent without decimals is the share, to within half of one, or of the last place where it has more. */
export function isPercent(
  negotiation: Standing['negotiation'],
  coalition: Coalition,
  dimension: number,
  percent: string,
): boolean {
  const whole = weightOf(negotiation, coalitionOf(negotiation.stakeholders.map((_, i) => i)), dimension);
  if (whole === 0n) return percent === '0';
  const exact = (Number(weightOf(negotiation, coalition, dimension)) / Number(whole)) * 10_000;
  const told = hundredths(percent);
  return Math.abs(told.value - exact) <= (told.exact ? 50.000_001 : 1.000_001);
}

function isNear(points: string, exact: string): boolean {
  const [top = 0, bottom = 1] = exact.split('/').map(Number);
  return (
    Math.abs(hundredths(points).value - (100 * top) / bottom) <= 0.500_001 && sign(points) === Math.sign(top)
  );
}

function sign(points: string): number {
  return Math.sign(hundredths(points).value);
}

/** Each part that is told is missing, and with them all (one of them, where any will do) nothing would be. */
function isLack(standing: Standing, x: number, coalition: Coalition, lack: Message): boolean {
  const { negotiation } = standing;
  const { needs } = at(negotiation.profiles, x);
  const rules: readonly Rule[] = needs === null ? [negotiation.rule] : [negotiation.rule, needs];
  const told = new Set(leavesOf(lack).map((leaf) => leafText(leaf)));
  const missing = rules.flatMap(leaves).filter((leaf) => !satisfies(negotiation, leaf, coalition));
  const known = missing.map((leaf) => ruleText(standing, leaf, coalition));
  const holds = (node: Rule): boolean => {
    if (node.kind === 'allOf') return node.nodes.every(holds);
    if (node.kind === 'anyOf') return node.nodes.some(holds);
    return satisfies(negotiation, node, coalition) || told.has(ruleText(standing, node, coalition));
  };
  return [...told].every((leaf) => known.includes(leaf)) && rules.every(holds);
}

function leaves(node: Rule): readonly Rule[] {
  return node.kind === 'allOf' || node.kind === 'anyOf' ? node.nodes.flatMap(leaves) : [node];
}

function leavesOf(lack: Message): readonly Message[] {
  if (lack.key === 'lack.group') return leavesOf(inside(lack, 'parts'));
  if (lack.key !== 'lack.parts') return [lack];
  return items(lack, 'parts').flatMap((part) => (typeof part === 'string' ? [] : leavesOf(part)));
}

/** A part of a lack as it was read: its rule and its number. */
function leafText(leaf: Message): string {
  if (leaf.key === 'lack.includes') return `includes ${[...ids(leaf, 'names')].sort().join(' ')}`;
  const rule = inside(leaf, 'rule');
  const values = Object.values(rule.values).join(' ');
  return leaf.key === 'lack.count'
    ? `${rule.key} ${values} has ${text(leaf, 'count')}`
    : `${rule.key} ${values}`;
}

/** What the sentence of a leaf ought to say. */
function ruleText({ negotiation }: Standing, leaf: Rule, coalition: Coalition): string {
  const has = `has ${sizeOf(coalition)}`;
  switch (leaf.kind) {
    case 'quota': {
      const share = `${leaf.share.a}/${leaf.share.b} ${negotiation.dimensions[leaf.dimension]}`;
      return `rule.${leaf.strict ? 'quotaMoreThan' : 'quotaAtLeast'} ${share}`;
    }
    case 'members':
      return `rule.${leaf.strict ? 'membersMoreThan' : 'membersAtLeast'} ${leaf.share.a}/${leaf.share.b} ${has}`;
    case 'count':
      return `rule.count ${leaf.atLeast} ${has}`;
    case 'allBut':
      return `rule.allBut ${leaf.allBut} ${has}`;
    case 'includes': {
      const missing = [...new Set(leaf.stakeholders)].filter((i) => (coalition >> i) % 2 === 0);
      return `includes ${missing
        .map((i) => at(negotiation.stakeholders, i).id)
        .sort()
        .join(' ')}`;
    }
    default:
      return leaf.kind;
  }
}
