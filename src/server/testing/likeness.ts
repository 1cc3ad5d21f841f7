/**
 * What of an answer is chance and not knowledge. A random id, a salt or a key's signature differs between any two
 * installations; so does a hash over one of them. A commitment to a sealed ballot is SHA-256 over a salt of 32 random
 * bytes (ledger.md §3), so that it is as good as random too, and telling nothing. Each is replaced by its order of first
 * appearance, by which equal ones stay equal; instants become one. All else stands, to the byte.
 */
const CHANCE = new RegExp(
  [
    // Accounts, sessions, messages.
    '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
    // People in a log.
    'u_[0-9a-z]+',
    // Hashes and salts.
    '\\b[0-9a-f]{64}\\b',
    // Hashes, proofs, signatures and tokens, in both alphabets of base 64.
    '[0-9A-Za-z+/_-]{43,}={0,2}',
    // The nonce of an answer's scripts.
    '(?<=nonce(?:-|="|":"|\\\\":\\\\"))[0-9A-Za-z+/]{22}==',
  ].join('|'),
  'g',
);
const INSTANTS = new RegExp(
  [
    '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z',
    // In milliseconds.
    '\\b1[6-9]\\d{11}\\b',
    // As pages write them.
    '\\b[A-Z][a-z]{2} \\d{1,2}, 20\\d\\d, \\d{1,2}:\\d\\d(?::\\d\\d)?[ \u202f][AP]M',
    '\\b\\d{1,2} [A-Z][a-z]+ 20\\d\\d(?:,| at)? \\d{1,2}:\\d\\d(?::\\d\\d)?',
  ].join('|'),
  'g',
);

/** The characters of base 64 and of instants as an address writes them. */
const ESCAPED = /%(?:2B|2F|3A|3D)/g;
/** The length of an address that a page's data begins with: base 64 has more or fewer characters to be escaped. */
const LENGTHS = /:T[0-9a-f]+,(?=data:)/g;

export function withoutChance(text: string): string {
  const order = new Map<string, string>();
  const plain = text
    .replace(LENGTHS, ':T<length>,')
    .replace(ESCAPED, (found) => decodeURIComponent(found))
    .replace(INSTANTS, '<instant>');
  return plain.replace(CHANCE, (found) => {
    const name = order.get(found) ?? `<${order.size}:${found.length}>`;
    order.set(found, name);
    return name;
  });
}

/** A stretch of what a page's scripts are told (React's flight data), as the text of a script. */
const STRETCH = /<script[^>]*>self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)<\/script>/g;
/** The number of a row, and a reference to one. */
const NUMBERS = /[0-9a-f]+:(?=[[{"]|[A-Z]+[[{0-9a-f]|null)|"\$[L@]?[0-9a-f]+(?::[^"]*)?"/g;

/**
 * A page with what its scripts are told in alphabetical order. Which element stands in a row of its own, and when that
 * row leaves, is a matter of milliseconds; which values they hold is not. The HTML stays to the byte.
 */
export function withoutTiming(page: string): string {
  let told = '';
  const html = page.replace(STRETCH, (_, stretch: string) => {
    told += String(JSON.parse(stretch));
    return '';
  });
  const values = told
    .replace(LENGTHS, ':T<length>,')
    .replace(ESCAPED, (found) => decodeURIComponent(found))
    .replace(CHANCE, (found) => `<${found.length}>`)
    .replace(NUMBERS, '')
    .split(/[[\]{},]+/)
    .filter((value) => value.trim() !== '');
  return [html, ...values.map((value) => value.trim()).sort()].join('\n');
}
