import { expect, it } from 'vitest';
import { oneLine, renderHtml, renderText } from './render';

const SITE = 'https://parley.test.example';
const NASTY = `<img src=x onerror="alert('1')"> & more`;

it('says the same in plain text and in HTML', () => {
  const parts = [
    { text: 'Round 1 is open.' },
    { list: ['first briefing', 'second briefing'] },
    { link: 'The ballot page', path: '/n/x/ballot?a=1&b=2' },
  ];
  expect(renderText(parts, SITE)).toBe(
    'Round 1 is open.\n\n- first briefing\n- second briefing\n\nThe ballot page:\nhttps://parley.test.example/n/x/ballot?a=1&b=2\n',
  );
  const html = renderHtml('Open', parts, SITE);
  expect(html).toContain('<li>first briefing</li><li>second briefing</li>');
  expect(html).toContain('<a href="https://parley.test.example/n/x/ballot?a=1&amp;b=2">The ballot page</a>');
});

it('takes the words of people for words: no tag, no image, no line of a head', () => {
  const html = renderHtml(NASTY, [{ text: NASTY }, { list: [NASTY] }, { link: NASTY, path: '/"><b>' }], SITE);
  expect(html).not.toMatch(/<(img|b)\b/);
  expect(html.match(/&lt;img src=x onerror=&quot;alert\(&#39;1&#39;\)&quot;&gt; &amp; more/g)).toHaveLength(
    4,
  );
  expect(html).not.toMatch(/src=["']?http/);
  expect(oneLine('Title\r\nBcc: everyone@test.example\u2028x')).toBe('Title Bcc: everyone@test.example x');
});
