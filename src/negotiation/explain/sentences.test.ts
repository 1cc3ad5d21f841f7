import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { leastChanges } from '@/core/least-change';
import { type AggregationResult, BASES, STANCES } from '@/core/model';
import explain from '../../../messages/en/explain.json';
import type { NegotiationFile } from '../file/model';
import { readNegotiationFile, validateNegotiation } from '../file/read';
import { edited } from '../file/testing/edited';
import { toNegotiation } from '../file/to-negotiation';
import { seenFlips } from '../flips';
import { changeSentence } from '../what-if/change-sentence';
import { flipScenario } from '../what-if/flip-scenario';
import { essentials } from './essentials';
import { flipSentences } from './flip-sentences';
import { gapSentences } from './gap';
import { leverageSentences } from './leverage-sentences';
import { type Message, message, names, say, type Translate } from './message';
import { ruleInWords } from './rule-words';
import { stabilitySentences } from './stability-sentences';
import { standingSentence } from './standing';
import { subjectOf } from './subject';
import { supporters } from './support';
import { threatSentence } from './threat-sentence';
import { verdictReasons } from './verdict-reasons';
import { warnings } from './warnings';

const fail = (error: Error) => {
  throw error;
};
const translate: Translate = (key, values) => {
  const [group = '', name = ''] = key.split('.');
  const sentence: unknown = Reflect.get(Object(Reflect.get(explain, group)), name);
  if (typeof sentence !== 'string') throw new Error(`no message ${key}`);
  return createTranslator({ locale: 'en-GB', messages: { sentence }, onError: fail })('sentence', values);
};
const words = (said: Message) => say(said, translate);

const examples = new URL('../../core/examples/', import.meta.url);
const standings = readdirSync(examples)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.expected.json'))
  .flatMap((name) => BASES.map((basis) => [name, basis] as const));

function standing(
  document: unknown,
  basis: 'stated' | 'informed' = 'stated',
): [NegotiationFile, AggregationResult] {
  const read = document instanceof Uint8Array ? readNegotiationFile(document) : validateNegotiation(document);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return [read.file, aggregate(toNegotiation(read.file), { basis })];
}

describe('the sentences of every example', () => {
  it.each(standings)("%s, %s: have words for everything, and the result's own numbers", (name, basis) => {
    const [file, result] = standing(readFileSync(new URL(name, examples)), basis);
    const subject = subjectOf(file, result);
    const all = [
      standingSentence(file, result),
      ...leverageSentences(file, result),
      ...warnings(file, result, null),
      ruleInWords(file.rule, subject.name),
    ];
    const flips = leastChanges(toNegotiation(file), basis).map((each) => seenFlips(each, true));
    const facts = essentials(
      file,
      result,
      (profile) => flips.find((each) => each.profile === profile) ?? null,
    );
    if (facts !== null) {
      all.push(facts.clears, facts.margin, ...facts.threats, ...(facts.critical ? [facts.critical] : []));
      // The leading profile clears wherever one does.
      const clearing = result.profiles.filter((each) => each.verdict === 'clears').map((each) => each.id);
      if (!facts.clears.key.startsWith('essentials.none')) expect(clearing).toContain(facts.leading);
    }
    for (const { id, verdict, coalition, gap } of result.profiles) {
      const own = flips.find(({ profile }) => profile === id) ?? null;
      for (const told of [own, null]) {
        const flipped = flipSentences(file, result, id, told);
        all.push(...flipped.map(({ sentence }) => sentence), ...gapSentences(file, result, id, told));
        for (const { change, side, stance } of flipped) {
          const about = { profile: id, default: subject.defaultId, stance, side };
          const changes = change === null ? null : flipScenario(change, about);
          for (const each of changes ?? []) all.push(changeSentence(file, changes ?? [], each));
        }
      }
      const threat = threatSentence(file, result, id);
      all.push(
        ...verdictReasons(file, result, id),
        ...gapSentences(file, result, id),
        ...stabilitySentences(file, result, id),
        ...(threat ? [threat] : []),
      );
      if (verdict === 'default') continue;
      for (const stance of STANCES) {
        const listed = coalition?.[stance];
        const text = words(supporters(subject, id, stance));
        const count = Array.isArray(listed) ? listed.length : -1;
        expect(
          text.startsWith(`${count === 0 ? 'none' : count} of ${file.stakeholders.length} stakeholder`),
          text,
        ).toBe(true);
      }
      const least = gap?.necessary?.leastShift;
      if (least && Array.isArray(least.joiners)) {
        const said = gapSentences(file, result, id).map(words)[0] ?? '';
        for (const joiner of least.joiners) expect(said).toContain(subject.name(joiner));
      }
    }
    for (const said of all) expect(words(said)).not.toMatch(/[{}]|undefined|object|explain\./);
  });
});

describe('the standing in one sentence', () => {
  const example = () => readFileSync(new URL('frontier-training.json', examples));

  it('says what clears the bar and why', () => {
    expect(words(standingSentence(...standing(example())))).toBe(
      'Licensed scaling clears the bar: 7 of 12 stakeholders, with 59 % of compute and 61 % of population, gain however the uncertainty turns out.',
    );
  });

  it('says who could make it fall', () => {
    expect(verdictReasons(...standing(example()), 'licensed-scaling').map(words)).toContain(
      'It would fall if Aurora Labs, Borealis AI, Union of Cala or Dovra left.',
    );
  });

  it('says what is nearest and what is missing where nothing clears', () => {
    const document = edited(['ballots/0/scores/race', [39, 50, 60]]);
    expect(words(standingSentence(...standing(document)))).toBe(
      'No profile clears the bar. Verified pause is nearest: at face value 2 of 2 stakeholders, with 100 % of compute, gain, which would be enough, ' +
        'but 1 of 2 stakeholders, with 59 % of compute, gains however the uncertainty turns out. To clear the bar: Lab A would have to gain 20.01 points more.',
    );
  });

  it('says that nobody has spoken yet', () => {
    expect(words(standingSentence(...standing(edited(['ballots', []]))))).toBe(
      'No profile can be judged yet: no stakeholder has stated a preference.',
    );
    expect(words(standingSentence(...standing(edited(['acknowledgements', []]), 'informed')))).toBe(
      'No profile can be judged yet: no ballot has been cast after its stakeholder had acknowledged the required briefings.',
    );
  });

  it('names several that clear, and no state that cannot be adopted', () => {
    const more = edited(
      ['profiles/2', { id: 'treaty', title: 'Treaty' }],
      ['profiles/3', { id: 'defection', title: 'Defection', adoptable: false }],
      ['ballots/0/scores/treaty', 90],
      ['ballots/0/scores/defection', 99],
      ['ballots/1/criteria/scores/treaty', { safety: 100, benefit: 100 }],
      ['ballots/1/criteria/scores/defection', { safety: 100, benefit: 100 }],
    );
    expect(words(standingSentence(...standing(more)))).toBe(
      '2 profiles clear the bar however the uncertainty turns out: Verified pause (2 of 2 stakeholders, with 100 % of compute, gain) and Treaty (2 of 2 stakeholders, with 100 % of compute, gain).',
    );
    const alone = edited(['profiles/1/adoptable', false]);
    expect(words(standingSentence(...standing(alone)))).toBe(
      'No profile can clear the bar: the default is the only one that could be adopted.',
    );
  });

  it('adds decimals rather than seem to miss or meet a threshold', () => {
    const close = edited(
      ['stakeholders/0/weights/compute', 4999],
      ['stakeholders/1/weights/compute', 5001],
      [
        'ballots/0',
        { stakeholder: 'lab-a', at: '2026-01-02T10:00:00.000Z', scores: { race: 50, 'verified-pause': 40 } },
      ],
      ['profiles/1/needs', undefined],
    );
    expect(words(standingSentence(...standing(close)))).toContain(
      '1 of 2 stakeholders, with 50.01 % of compute, gains',
    );
  });
});

describe('rules in words', () => {
  it.each([
    [{ quota: { dimension: 'compute', moreThan: '1/2' } }, 'more than 1/2 of compute'],
    [{ quota: { dimension: 'compute', atLeast: '2/3' } }, 'at least 2/3 of compute'],
    [{ members: { atLeast: 1 } }, 'at least 1 stakeholder'],
    [{ members: { moreThan: '1/2' } }, 'more than 1/2 of the stakeholders'],
    [{ members: { allBut: 3 } }, 'all stakeholders but 3 at most'],
    [{ includes: ['a', 'b', 'c'] }, 'A, B and C'],
    [
      { anyOf: [{ allOf: [{ includes: ['a'] }, { members: { atLeast: 3 } }] }, { includes: ['b'] }] },
      '(A and at least 3 stakeholders) or B',
    ],
  ])('%j', (rule, text) => {
    expect(words(ruleInWords(rule, (id) => id.toUpperCase()))).toBe(text);
  });
});

describe('lists of names', () => {
  it('name the first few of many', () => {
    const many = Array.from({ length: 1000 }, (_, i) => `S${i}`);
    expect(words(message('rule.includes', { names: names('and', many) }))).toBe(
      'S0, S1, S2, S3, S4, S5, S6, S7 and 992 others',
    );
    expect(words(message('rule.includes', { names: names('or', many.slice(0, 9)) }))).toBe(
      'S0, S1, S2, S3, S4, S5, S6, S7 or S8',
    );
    expect(words(message('rule.includes', { names: names('or', ['{braces} <b>']) }))).toBe('{braces} <b>');
  });
});
