import { ROLES, type Role, type Seat } from '@/negotiation/roles';

/** One row of an invitation to many: `address, role, stakeholder`, the last two as far as they differ from the rest. */
export interface InvitationRow extends Seat {
  readonly address: string;
}

export interface LineFault {
  /** Counted from 1, blank lines too: as the writer sees them. */
  readonly line: number;
  readonly kind: 'address' | 'stakeholder' | 'noStakeholder' | 'needless' | 'twice';
  readonly text: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Pasted lines as invitations. Parts are separated by commas, semicolons or tabs, as spreadsheets write them; an
 * address may stand in angle brackets behind a name. A line that names a stakeholder and no role is a delegate's; one
 * that names neither takes the seat `otherwise`.
 */
export function readInvitationLines(
  text: string,
  stakeholders: readonly Named[],
  otherwise: Seat,
): { readonly rows: readonly InvitationRow[]; readonly faults: readonly LineFault[] } {
  const rows: InvitationRow[] = [];
  const faults: LineFault[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (raw.trim() === '') continue;
    const fault = (kind: LineFault['kind'], about: string) =>
      faults.push({ line: index + 1, kind, text: about });
    const [first = '', ...rest] = raw.split(/[,;\t]/).map((part) => part.trim());
    const address = (/<([^<>]+)>/.exec(first)?.[1] ?? first).trim().toLowerCase();
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) {
      fault('address', first);
      continue;
    }
    const seat = readSeat(rest.filter(Boolean), stakeholders, otherwise);
    if ('kind' in seat) {
      fault(seat.kind, seat.text);
      continue;
    }
    const key = JSON.stringify([address, seat.role, seat.stakeholder]);
    if (seen.has(key)) fault('twice', address);
    else rows.push({ address, ...seat });
    seen.add(key);
  }
  return { rows, faults };
}

function readSeat(
  parts: readonly string[],
  stakeholders: readonly Named[],
  otherwise: Seat,
): Seat | Pick<LineFault, 'kind' | 'text'> {
  if (parts.length === 0) return otherwise;
  const role = roleOf(parts[0] ?? '');
  // A stakeholder's name may hold the separator.
  const name = (role === undefined ? parts : parts.slice(1)).join(', ');
  if (name === '') {
    if (role === 'delegate' && otherwise.role === 'delegate') return otherwise;
    if (role === 'delegate' || role === undefined) return { kind: 'noStakeholder', text: '' };
    return { role, stakeholder: null };
  }
  if (role !== undefined && role !== 'delegate') return { kind: 'needless', text: name };
  const found = stakeholders.find(({ id, name: called }) => same(id, name) || same(called, name));
  return found === undefined
    ? { kind: 'stakeholder', text: name }
    : { role: 'delegate', stakeholder: found.id };
}

function roleOf(text: string): Role | undefined {
  return ROLES.find((role) => same(role, text));
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
