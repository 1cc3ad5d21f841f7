import type { NegotiationFile } from '@/negotiation/file/model';

/** A share as it is read aloud: halves and thirds stay fractions, hundredths become per cent. */
export function shareInWords(share: string): string {
  const [a, b] = share.split('/');
  if (a === undefined || b === undefined) return share;
  const per = 100 / Number(b);
  return Number.isInteger(per) && Number(b) > 10 ? `${Number(a) * per} %` : share;
}

/** A dimension's label without its unit: “Frontier compute, in thousandths” → “Frontier compute”. */
export function dimensionShort(id: string, frame: Pick<NegotiationFile, 'dimensions'>): string {
  const label = frame.dimensions?.find((dimension) => dimension.id === id)?.label;
  return label?.split(',')[0] ?? id;
}

export function stakeholderName(id: string, frame: Pick<NegotiationFile, 'stakeholders'>): string {
  return frame.stakeholders.find((stakeholder) => stakeholder.id === id)?.name ?? id;
}

export function profileTitle(
  id: string,
  frame: { readonly profiles: readonly { readonly id: string; readonly title: string }[] },
): string {
  return frame.profiles.find((profile) => profile.id === id)?.title ?? id;
}

export function guaranteeTitle(id: string, frame: Pick<NegotiationFile, 'guarantees'>): string {
  return frame.guarantees?.find((guarantee) => guarantee.id === id)?.title ?? id;
}
