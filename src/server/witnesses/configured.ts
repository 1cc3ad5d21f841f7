/** The witnesses that an installation asks (setting PARLEY_WITNESSES). */
import { parseWitnessKey, type WitnessKey } from '@/ledger/cosignature';

export interface Witness {
  readonly key: WitnessKey;
  /** Submission prefix of C2SP tlog-witness, without a slash at its end. */
  readonly url: string;
}

/** Entries `<vkey> <url>`, separated by commas or new lines; or the sentence that says which cannot be used. */
export function parseWitnesses(setting: string): readonly Witness[] | string {
  const witnesses: Witness[] = [];
  for (const entry of setting.split(/[,\n]/).map((text) => text.trim())) {
    if (entry === '') continue;
    const [vkey = '', url = '', ...more] = entry.split(/\s+/);
    const key = parseWitnessKey(vkey);
    if (key === null) return `"${vkey}" is no verifier key of a witness as \`parley witness\` prints it`;
    if (more.length > 0 || !isHttp(url))
      return `"${entry}" is not a verifier key, a space and an http(s) URL`;
    if (witnesses.some((other) => other.key.name === key.name)) return `${key.name} is named twice`;
    witnesses.push({ key, url: url.replace(/\/+$/, '') });
  }
  return witnesses;
}

function isHttp(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
