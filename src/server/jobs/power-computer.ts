/** Where power indices are computed in this process. Pages, another copy of these modules, ask the server's own. */
import type { PowerResult, Rule, Stakeholder } from '@/core/model';
import { power } from '@/core/power/power';
import { isObject, processWide } from '../process/singleton';

export interface PowerComputer {
  compute(rule: Rule, stakeholders: readonly Stakeholder[]): Promise<PowerResult>;
}

/** The process's one; where the server has not put its thread there first, as in a test, it is computed here. */
export const powerComputer = (make: () => PowerComputer = () => here): PowerComputer =>
  processWide<PowerComputer>('power-computer', isObject, make);

const here: PowerComputer = { compute: async (rule, stakeholders) => power(rule, stakeholders) };
