/** A share as people write it, as the file writes it: "60 %" becomes "60/100", "2 / 3" becomes "2/3". Exact. */
export function shareFrom(text: string): string {
  const plain = text.replaceAll(/\s/g, '');
  const percent = /^(\d{1,3})(?:[.,](\d{1,6}))?%$/.exec(plain);
  if (percent === null) return plain;
  const [, whole = '0', decimals = ''] = percent;
  return `${Number(whole + decimals)}/${10 ** (2 + decimals.length)}`;
}
