import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { BASES } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { REPRODUCE, runs } from '@/core/testing/property-runs';
import { toNegotiation } from '../file/to-negotiation';
import { redactResult } from '../standing-access';
import { fileOf } from '../testing/file-of';
import { flipSentences } from './flip-sentences';
import { gapSentences } from './gap';
import type { Message } from './message';
import { ruleInWords } from './rule-words';
import { stabilitySentences } from './stability-sentences';
import { standingSentence } from './standing';
import { verdictReasons } from './verdict-reasons';
import { warnings } from './warnings';

const READER = { signedIn: true, roles: ['facilitator'], stakeholders: [] } as const;

describe(`sentences on a private negotiation (${REPRODUCE})`, { timeout: 120_000 }, () => {
  it('name nobody, but for whom the rule itself names in its own words', () => {
    fc.assert(
      fc.property(negotiations(), fc.constantFrom(...BASES), (drawn, basis) => {
        const file = fileOf(drawn);
        const whole = aggregate(toNegotiation(file), { basis });
        const result = redactResult(whole, { mode: 'private' }, READER);
        const needs = file.profiles.flatMap((profile) => profile.needs ?? []);
        const said: readonly Message[] = [
          standingSentence(file, result),
          ...warnings(file, result, null),
          ...file.profiles.flatMap(({ id }) => [
            ...verdictReasons(file, result, id),
            ...gapSentences(file, result, id),
            ...stabilitySentences(file, result, id),
            ...flipSentences(file, result, id, null).map(({ sentence }) => sentence),
          ]),
        ];
        const rules = new Set(
          [file.rule, ...needs].map((rule) => JSON.stringify(ruleInWords(rule, (id) => `Name of ${id}`))),
        );
        for (const each of said) {
          const own = each.values['rule'];
          if (rules.has(JSON.stringify(own))) continue;
          expect(JSON.stringify(each)).not.toContain('Name of');
        }
      }),
      runs(300),
    );
  });
});
