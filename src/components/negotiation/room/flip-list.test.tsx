import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Flipped } from '@/audit/flips';
import type { NegotiationFile } from '@/negotiation/file/model';
import { opened } from '@/negotiation/testing/stage';
import common from '../../../../messages/en/common.json';
import history from '../../../../messages/en/history.json';
import room from '../../../../messages/en/room.json';
import { FlipList } from './flip-list';

const [event] = opened().events;

function rendered(count: number): string {
  if (event === undefined) throw new Error('no event');
  const found: Flipped[] = Array.from({ length: count }, (_, position) => ({
    event: { ...event, position },
    flips: [],
  }));
  const frame: NegotiationFile = {
    format: 'parley-negotiation/1',
    title: 'Tea',
    stakeholders: [],
    profiles: [],
    rule: { quota: { dimension: '#members', moreThan: '1/2' } },
  };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ common, history, room }}>
      <FlipList found={found} frame={frame} negotiation="tea" onPosition={() => undefined} />
    </NextIntlClientProvider>,
  );
}

it('shows the first of many, so that a long history does not fill the page, and offers the next', () => {
  const html = rendered(120);
  expect(html.match(/data-flip=/g)).toHaveLength(50);
  expect(html).toContain('data-flip="49"');
  expect(html).toContain('Show 50 more');
  expect(rendered(70)).toContain('Show 20 more');
  expect(rendered(50)).not.toContain('more');
});
