import type { ParsedMail } from 'mailparser';

/** The link of a letter that has `part` in it, as somebody who reads its HTML would follow it. */
export function linkOf({ html }: ParsedMail, part: string): string {
  const links = [...(html || '').matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link);
  const found = links.find((link) => link.includes(part));
  if (found === undefined) throw new Error(`no link with ${part} among ${links.join(', ')}`);
  return found;
}
