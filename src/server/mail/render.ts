/** Plain text and HTML of the same parts: whoever reads one misses nothing of the other. */
import type { Part } from './letter';

/** A line of plain text is wrapped by whoever shows it; a link stands on its own, so that it stays whole. */
export function renderText(parts: readonly Part[], site: string): string {
  return `${parts
    .map((part) => {
      if ('text' in part) return part.text;
      if ('list' in part) return part.list.map((item) => `- ${item}`).join('\n');
      return `${part.link}:\n${site}${part.path}`;
    })
    .join('\n\n')}\n`;
}

/** No images, scripts or styles from elsewhere: reading a letter tells nobody that it was read. */
export function renderHtml(title: string, parts: readonly Part[], site: string): string {
  const body = parts.map((part) => {
    if ('text' in part) return `<p>${escaped(part.text)}</p>`;
    if ('list' in part) return `<ul>${part.list.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    return `<p><a href="${escaped(site + part.path)}">${escaped(part.link)}</a></p>`;
  });
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>`,
    '<body style="font-family:Georgia,serif;font-size:16px;line-height:1.5;max-width:36em;margin:1.5em auto;padding:0 1em">',
    ...body,
    '</body></html>',
    '',
  ].join('\n');
}

/** Titles are words of people: none of them may end a line of a letter's head. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
