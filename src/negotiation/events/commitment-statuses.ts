/** How a report says that a commitment fares. */
export const COMMITMENT_STATUSES = ['planned', 'under-way', 'kept', 'broken'] as const;
