import catalogue from './threats.json';

/** One form of a threat: what an assessor judges (aggregation.md §5). */
export interface ThreatForm {
  readonly id: string;
  readonly title: string;
  readonly says: string;
}

/** A threat with its forms, as the catalogue groups them. */
export interface Threat extends ThreatForm {
  readonly forms: readonly ThreatForm[];
}

/** The catalogue of aggregation.md §5, in its own order. The list is open: a negotiation may add threats. */
export const THREATS: readonly Threat[] = catalogue.threats;

/** The ids of the catalogue's forms, in the order that every list of threats follows. */
export const CATALOGUE_FORMS: readonly string[] = THREATS.flatMap((threat) =>
  threat.forms.map((form) => form.id),
);
