/** Whether those who are remembered are still who they were. */
import type { PoolClient } from '../pool';
import type { AppendRequest } from './request';

/** Those who ask, by the requests: accounts, and what is remembered of them. */
export function peopleOf(requests: readonly AppendRequest[]) {
  return requests.flatMap(({ key, actor, remembered }) =>
    key === undefined ? [] : [{ userId: key.userId, pseudonym: actor, remembered }],
  );
}

/** Sessions, of those that the requests remember, which are still of the same person under the same pseudonym. */
export async function recognisedSessions(
  client: PoolClient,
  log: string,
  requests: readonly AppendRequest[],
): Promise<ReadonlySet<string>> {
  const people = peopleOf(requests).flatMap(({ remembered, ...person }) =>
    remembered === undefined ? [] : [{ ...person, ...remembered }],
  );
  if (people.length === 0) return new Set();
  const { rows } = await client.query<{ id: string }>({
    name: 'recognised-sessions',
    text: `SELECT s.id FROM unnest($2::text[], $3::text[], $4::text[], $5::boolean[])
             AS r (session, user_id, pseudonym, administrator)
           JOIN session s ON s.id = r.session AND s.user_id = r.user_id AND s.expires_at > clock_timestamp()
           JOIN "user" u ON u.id = r.user_id AND u.administrator = r.administrator
           JOIN pseudonym p ON p.log = $1 AND p.user_id = r.user_id AND p.pseudonym = r.pseudonym`,
    values: [
      log,
      people.map(({ session }) => session),
      people.map(({ userId }) => userId),
      people.map(({ pseudonym }) => pseudonym),
      people.map(({ administrator }) => administrator),
    ],
  });
  return new Set(rows.map(({ id }) => id));
}
