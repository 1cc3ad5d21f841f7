/** Roles inside a negotiation (product.md §1). An administrator is of the installation, and has no power here. */
export const ROLES = ['facilitator', 'delegate', 'auditor', 'observer'] as const;
export type Role = (typeof ROLES)[number];

/** One seat at the table. One person may hold several. */
export interface Seat {
  readonly role: Role;
  /** Whom a delegate speaks for; `null` for every other role. */
  readonly stakeholder: string | null;
}

/** A person by their pseudonym within the log, in one of their seats. */
export interface Member extends Seat {
  readonly pseudonym: string;
}

/** Who reads, as far as reading is concerned. Deputies in their period count as delegates. */
export interface Viewer {
  readonly roles: readonly Role[];
  /** Those that the viewer speaks for. */
  readonly stakeholders: readonly string[];
  readonly signedIn: boolean;
  /** Of the installation; default false. */
  readonly administrator?: boolean;
}

export const ANYONE: Viewer = { roles: [], stakeholders: [], signedIn: false };
