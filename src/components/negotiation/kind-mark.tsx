import type { StakeholderKind } from '@/negotiation/file/model';

const PATH: { readonly [K in StakeholderKind]: string } = {
  lab: 'M6 1 L11 10 H1 Z',
  government: 'M1.5 1.5 H10.5 V10.5 H1.5 Z',
  'standards-body': 'M6 0.8 L11.2 6 L6 11.2 L0.8 6 Z',
  'civil-society': 'M6 1 A5 5 0 1 1 5.99 1 Z',
  company: 'M1 1 H11 L6 10.5 Z',
  other: 'M4.5 1 H7.5 V4.5 H11 V7.5 H7.5 V11 H4.5 V7.5 H1 V4.5 H4.5 Z',
};

/** The small shape that tells a stakeholder's kind; its word stands in text where it matters. */
export function KindMark({ kind, label }: { readonly kind: StakeholderKind; readonly label: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      width="11"
      height="11"
      role="img"
      aria-label={label}
      className="inline-block shrink-0"
    >
      <title>{label}</title>
      <path d={PATH[kind]} className="fill-none stroke-ink" strokeWidth="1.4" />
    </svg>
  );
}
