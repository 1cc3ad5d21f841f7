/**
 * Where this worker's Parley is. Each worker has a server and a database of its own (scripts/test.mjs starts them), so
 * that what one file does to the demonstration is nothing to another that runs beside it.
 */
const nth = (list: string | undefined, fallback: string): string => {
  const all = list?.split(' ') ?? [fallback];
  return all[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) % all.length] ?? fallback;
};

export const SERVED = {
  url: nth(process.env['PARLEY_TEST_URL'], 'http://localhost:3000'),
  databaseUrl: nth(process.env['PARLEY_TEST_DATABASE_URL'], ''),
  /** Where it sends its letters to: the tests listen there. */
  mailPort: Number(nth(process.env['PARLEY_TEST_MAIL_PORT'], '0')),
  /** How many there are. */
  workers: process.env['PARLEY_TEST_URL']?.split(' ').length ?? 1,
};
