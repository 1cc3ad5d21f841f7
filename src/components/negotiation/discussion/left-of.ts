/** What a field holds beyond the text that was sent from it: what was typed behind it, or all where it was rewritten. */
export function leftOf(now: string, sent: string): string {
  return now.startsWith(sent) ? now.slice(sent.length).trimStart() : now;
}
