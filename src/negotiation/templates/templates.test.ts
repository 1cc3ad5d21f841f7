import { describe, expect, it } from 'vitest';
import { properness } from '@/core/proper';
import { toNegotiation } from '../file/to-negotiation';
import { TEMPLATE_IDS, templateFile } from './templates';

describe.each(TEMPLATE_IDS)('the template %s', (id) => {
  it('is a negotiation that could open, with a proper rule', () => {
    expect(properness(toNegotiation(templateFile(id))).kind).toBe('proper');
  });

  it('says what each stakeholder would do in each profile, so that stability has moves', () => {
    const { profiles, stakeholders } = templateFile(id);
    for (const { strategies = {} } of profiles) {
      expect(Object.keys(strategies).sort()).toEqual(stakeholders.map((each) => each.id).sort());
    }
  });
});
