/** One connection, one question. `pg` is read when it is needed: before the install there is none. */
export async function ask(url, sql, values = []) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {}); // a server that goes away while we close has answered already
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Whether a Postgres answers at `url`. */
export async function answersTo(url) {
  try {
    await ask(url, 'SELECT 1');
    return true;
  } catch {
    return false;
  }
}
