/** What the pages and routes of a ballot without script have in common. */

/** The fields of a posted form; `null` for one that was not sent. */
export async function fieldsOf(request: Request): Promise<(name: string) => string | null> {
  const fields = await request.formData();
  return (name) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : null;
  };
}

/** Answers a POST with the ballot's page, so that loading it again sends nothing again. */
export function seeBallot(
  negotiation: string,
  stakeholder: string,
  said: Readonly<Record<string, string>>,
): Response {
  const query = new URLSearchParams({ stakeholder, ...said });
  const location = `/n/${encodeURIComponent(negotiation)}/ballot?${query}`;
  return new Response(null, { status: 303, headers: { location } });
}
