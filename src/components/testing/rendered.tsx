import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { messages } from '@/i18n/messages';
import type { NegotiationFile } from '@/negotiation/file/model';
import { PicturesFrame } from '../negotiation/results/pictures-frame';
import { sentFrame } from '../negotiation/results/sent-frame';

/** A part of a page as the server renders it, in English. */
export function rendered(part: ReactNode, frame: NegotiationFile): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={messages}>
      <PicturesFrame value={sentFrame(frame)}>{part}</PicturesFrame>
    </NextIntlClientProvider>,
  );
}

/** A table as a screen reader reads it: of each row the cells, heads among them. */
export type ReadTable = readonly (readonly string[])[];

/** Every table of a part of a page, in order. React writes attributes and text escaped, so that tags can be told. */
export function tablesIn(html: string): readonly ReadTable[] {
  return inner(html, 'table').map((table) =>
    inner(table, 'tr').map((row) => [...row.matchAll(CELL)].map(([, cell = '']) => textOf(cell))),
  );
}

const CELL = /<t[hd](?: [^>]*)?>(.*?)<\/t[hd]>/gs;

/** What stands in the elements of a name, which may not hold each other. */
export function inner(html: string, name: string): readonly string[] {
  const elements = html.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gs'));
  return [...elements].map(([, content = '']) => content);
}

/** The text of a part of a page, without what is hidden from a screen reader. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<span aria-hidden="true"[^>]*>[^<]*<\/span>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** "A, B and C". */
function listed(all: readonly string[]): string {
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`;
}

/** As `fileOf` names them. */
export function namesOf(ids: readonly string[]): string {
  return listed(ids.map((id) => `Name of ${id}`));
}

export function titlesOf(ids: readonly string[]): string {
  return listed(ids.map((id) => `Title of ${id}`));
}

/** Whether a decimal of at most two places, with a sign or not, is an exact number of points. */
export function isPoints(text: string, exact: string | null, none = '–'): boolean {
  if (exact === null) return text === none;
  const [top = 0, bottom = 1] = exact.split('/').map(Number);
  const told = Number(text.replace('−', '-').replaceAll(',', ''));
  // Shown to more places where two would make it nothing.
  return Math.abs(told - top / bottom) <= 0.005_001 && Math.sign(told) === Math.sign(top);
}

/** Whether a per cent with at most one decimal is a share. */
export function isShare(text: string, share: number): boolean {
  return (
    text.endsWith(' %') && Math.abs(Number(text.slice(0, -2).replaceAll(',', '')) - 100 * share) <= 0.050_001
  );
}
