import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import common from '../../../messages/en/common.json';
import { RestoredNotice } from './restored-notice';

/** The notice as the server renders it. */
function rendered(lost: number): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ common }}>
      <RestoredNotice negotiation="tea" restored={{ position: 40, at: '2026-01-02T10:00:00.000Z', lost }} />
    </NextIntlClientProvider>,
  );
}

it.each([
  [0, 'It is another one than was signed before.'],
  [1, 'One event that had been signed is gone from it.'],
  [7, '7 events that had been signed are gone from it.'],
])(
  'says when a history came back from a backup with %i events lost, and where it tells of that',
  (lost, says) => {
    const html = rendered(lost);
    expect(html).toContain('brought back from a backup on 2 January 2026 at 10:00');
    expect(html).toContain(says);
    expect(html).toContain('compare your receipt or cast it again');
    expect(html).toContain('href="/n/tea/history?at=40#p40"');
  },
);
