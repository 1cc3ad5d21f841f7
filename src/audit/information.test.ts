import { describe, expect, it } from 'vitest';
import { standingOf } from '@/negotiation/result';
import { A, B, BALLOT, C, closed, FACILITATOR, opened, type Stage } from '@/negotiation/testing/stage';
import { type Information, informationOf } from './information';
import { bundleOf } from './testing/bundles';
import { demoLines, timelineOf } from './testing/bytes';

async function information(lines: readonly string[]): Promise<Information> {
  const timeline = await timelineOf(lines);
  return informationOf(timeline.last, timeline.utterances, timeline.openings);
}

async function compared(lines: readonly string[]) {
  const found = await information(lines);
  if (found.kind !== 'compared') throw new Error(found.kind);
  return found;
}

/** a speaks on both sides of its acknowledgement, b before it only, c never acknowledges. */
function stage(): Stage {
  return opened()
    .do(A, 'castBallot', { stakeholder: 'a', ballot: { scores: { base: 50, deal: 10 } } })
    .do(A, 'castBallot', { stakeholder: 'a', ballot: { scores: { base: 50, deal: 20 } } })
    .do(B, 'castBallot', { stakeholder: 'b', ballot: BALLOT })
    .do(C, 'castBallot', { stakeholder: 'c', ballot: BALLOT })
    .do(A, 'acknowledge', { stakeholder: 'a', briefing: 'facts' })
    .do(B, 'acknowledge', { stakeholder: 'b', briefing: 'facts' })
    .do(A, 'castBallot', { stakeholder: 'a', ballot: { scores: { base: 50, deal: 30 } } })
    .do(A, 'castBallot', { stakeholder: 'a', ballot: { scores: { base: 50, deal: [60, 70, 80] } } });
}

describe('the effect of information', () => {
  it('sets the newest word before all acknowledgements against the newest one after them', async () => {
    const found = await compared(bundleOf(stage()));
    expect(found.compared).toMatchObject([
      {
        stakeholder: 'a',
        scores: [{ profile: 'deal', from: ['20', '20', '20'], to: ['60', '70', '80'] }],
      },
    ]);
    expect(found.apart).toEqual([
      { stakeholder: 'b', why: 'none-after' },
      { stakeholder: 'c', why: 'not-acknowledged' },
    ]);
  });

  it('gives the verdicts with all words before and after, and with nothing changed but those compared', async () => {
    const found = await compared(bundleOf(stage()));
    const deal = ({ before, after }: typeof found.all) => [before.get('deal'), after.get('deal')];
    // Of 100, a holds 50 and b 30; more than half is asked for, and who is silent may gain or not. Before, a and b
    // have spoken, and a would lose; after, a alone has spoken, and gains.
    expect(deal(found.all)).toEqual(['out-of-reach', 'within-reach']);
    // b and c keep their word, which gains: 50 without a, which is not more than half.
    expect(deal(found.comparedAlone)).toEqual(['out-of-reach', 'clears']);
  });

  it('is the informed basis itself, with all words after', async () => {
    for (const lines of [demoLines(), bundleOf(stage())]) {
      const { last } = await timelineOf(lines);
      const found = await compared(lines);
      const informed = standingOf(last, 'informed').profiles.map(({ id, verdict }) => [id, verdict]);
      expect([...found.all.after]).toEqual(informed);
      expect(found.compared.length + found.apart.length).toBe(last.stakeholders.length);
    }
  });

  it('tells apart who cannot be compared', async () => {
    const only = await compared(
      bundleOf(
        opened()
          .do(A, 'acknowledge', { stakeholder: 'a', briefing: 'facts' })
          .do(B, 'acknowledge', { stakeholder: 'b', briefing: 'facts' })
          .do(B, 'castBallot', { stakeholder: 'b', ballot: BALLOT }),
      ),
    );
    expect(only.compared).toEqual([]);
    expect(only.apart.map(({ why }) => why)).toEqual(['silent', 'none-before', 'not-acknowledged']);
  });

  it('does not compare with a ballot that stays sealed, and does once the bundle opens both', async () => {
    const play = (mode: 'sealed' | 'private') =>
      opened(mode)
        .do(A, 'castBallot', { stakeholder: 'a', ballot: { scores: { base: 50, deal: 20 } } })
        .do(A, 'acknowledge', { stakeholder: 'a', briefing: 'facts' })
        .do(A, 'castBallot', { stakeholder: 'a', ballot: BALLOT })
        .do(FACILITATOR, 'closeRound', {});
    const sealed = await compared(bundleOf(play('sealed')));
    expect(sealed.apart[0]).toEqual({ stakeholder: 'a', why: 'sealed' });
    const private_ = play('private').do(FACILITATOR, 'conclude', {
      profile: 'deal',
      reason: 'Enough of us.',
    });
    const found = await compared(bundleOf(private_, { openings: true }));
    expect(found.compared).toMatchObject([{ stakeholder: 'a' }]);
  });

  it('says where no briefing is required', async () => {
    const briefing = { id: 'facts', title: 'Facts', required: false };
    const free = closed().do(FACILITATOR, 'publishBriefing', { briefing, text: 'Read them if you like.' });
    expect((await information(bundleOf(free))).kind).toBe('none-required');
  });

  it('says where nothing can be aggregated yet', async () => {
    expect((await information(bundleOf(opened()).slice(0, 3))).kind).toBe('not-whole');
  });
});
