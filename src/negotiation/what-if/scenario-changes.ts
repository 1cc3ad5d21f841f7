import type { Scenario, ScenarioChange } from './scenario';

/** What a change is about: of two about the same the later holds alone. */
function subjectOf(each: ScenarioChange): string {
  switch (each.kind) {
    case 'score':
    case 'end':
      return `score ${each.stakeholder} ${each.profile}`;
    case 'silent':
      return `silent ${each.stakeholder}`;
    case 'weight':
      return `weight ${each.stakeholder} ${each.dimension}`;
    case 'rule':
      return 'rule';
    case 'out':
    case 'in':
      return `member ${each.stakeholder}`;
    case 'guarantee':
      return `guarantee ${each.guarantee}`;
  }
}

/** The scenario with one change more, at its end, in place of an earlier one about the same. */
export function changed(before: Scenario, next: ScenarioChange): Scenario {
  const about = subjectOf(next);
  return [...before.filter((each) => subjectOf(each) !== about), next];
}

/** The scenario without a change, and without those about a stakeholder that it brought in. */
export function undone(before: Scenario, change: ScenarioChange): Scenario {
  return before.filter(
    (each) =>
      each !== change &&
      !(change.kind === 'in' && 'stakeholder' in each && each.stakeholder === change.stakeholder),
  );
}
