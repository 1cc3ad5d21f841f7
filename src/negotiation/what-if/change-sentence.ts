import { type Message, message } from '../explain/message';
import { ruleInWords } from '../explain/rule-words';
import type { NegotiationFile } from '../file/model';
import type { Scenario, ScenarioChange } from './scenario';

/** A change of a scenario as a sentence. */
export function changeSentence(file: NegotiationFile, all: Scenario, change: ScenarioChange): Message {
  const name = (id: string) => nameIn(file, all, id);
  switch (change.kind) {
    case 'score': {
      const [low, best, high] = change.score;
      const point = low === high;
      return message(point ? 'scenario.point' : 'scenario.score', {
        name: name(change.stakeholder),
        profile: titleIn(file.profiles, change.profile),
        low,
        best,
        high,
      });
    }
    case 'end':
      return message('scenario.end', {
        name: name(change.stakeholder),
        profile: titleIn(file.profiles, change.profile),
        end: message(`turn.${change.end}`),
        to: change.to,
      });
    case 'silent':
      return message('scenario.silent', { name: name(change.stakeholder) });
    case 'weight': {
      const { stakeholder, dimension, weight } = change;
      return message('scenario.weight', { name: name(stakeholder), dimension, weight });
    }
    case 'rule':
      return message('scenario.rule', { rule: ruleInWords(change.rule, name) });
    case 'out':
      return message('scenario.out', { name: name(change.stakeholder) });
    case 'in': {
      const weights = Object.entries(change.weights).map(([dimension, weight]) =>
        message('scenario.holding', { dimension, weight }),
      );
      return weights.length === 0
        ? message('scenario.in', { name: change.name })
        : message('scenario.inHolding', { name: change.name, weights: { join: 'and', items: weights } });
    }
    case 'guarantee': {
      const title = titleIn(file.guarantees ?? [], change.guarantee);
      return message(`scenario.${change.to}`, { guarantee: title });
    }
  }
}

function nameIn(file: NegotiationFile, all: Scenario, id: string): string {
  const known = file.stakeholders.find((each) => each.id === id);
  if (known !== undefined) return known.name;
  const brought = all.find((each) => each.kind === 'in' && each.stakeholder === id);
  return brought?.kind === 'in' ? brought.name : id;
}

function titleIn(list: readonly { readonly id: string; readonly title: string }[], id: string): string {
  return list.find((each) => each.id === id)?.title ?? id;
}
