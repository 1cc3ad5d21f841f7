import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { HistoryCheckpoint } from '@/negotiation/history';
import history from '../../../../messages/en/history.json';
import { Witnesses } from './witnesses';

const newest: HistoryCheckpoint = {
  checkpoint: 'a checkpoint',
  key: 'a key',
  origin: 'parley.example/parley/tea',
  size: 12,
  witnesses: [],
  cosigned: null,
};

/** The section as the server renders it. */
function rendered(change: Partial<HistoryCheckpoint>): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ history }}>
      <Witnesses negotiation="tea" newest={{ ...newest, ...change }} />
    </NextIntlClientProvider>,
  );
}

it('says what the lack of witnesses leaves open', () => {
  const html = rendered({});
  expect(html).toContain('No witness is set up here.');
  expect(html).not.toContain('<ul');
});

it('says how far each witness has cosigned, by whose clock, under which key, and what of the history it lacks', () => {
  const html = rendered({
    witnesses: [
      {
        name: 'witness.example/w1',
        key: 'witness.example/w1+0011+AA',
        size: 9,
        at: '2026-01-02T10:00:00.000Z',
      },
      { name: 'witness.example/w2', key: 'witness.example/w2+0022+AA', size: 0, at: null },
      {
        name: 'witness.example/w3',
        key: 'witness.example/w3+0033+AA',
        size: 12,
        at: '2026-01-02T10:00:00.000Z',
      },
    ],
    cosigned: 'a checkpoint\n— witness.example/w1 AAAA\n',
  });
  expect(html).toContain('witness.example/w1 has cosigned 9 events, on 2 Jan 2026');
  expect(html).toContain('The newest 3 events lack its cosignature.');
  expect(html.match(/The newest/g)).toHaveLength(1);
  expect(html).toContain('witness.example/w2 has not cosigned anything of this history yet.');
  expect(html).toContain('witness.example/w2+0022+AA');
  const saved = /href="data:text\/plain;charset=utf-8,([^"]+)"/.exec(html)?.[1] ?? '';
  expect(decodeURIComponent(saved)).toContain('— witness.example/w1 AAAA');
});
