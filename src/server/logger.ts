/** The server's own log: lines of JSON. It never holds a body, a query string, a cookie or a ballot. */
import pino, { type Logger } from 'pino';
import { env } from './env';
import { isObject, processWide } from './process/singleton';

const SECRETS = ['password', 'cookie', 'authorization', 'token', 'salt', 'ballot', 'scores', 'set-cookie'];

export function logger(): Logger {
  return processWide<Logger>('logger', isObject, () =>
    pino({
      level: env().NODE_ENV === 'test' ? 'silent' : env().PARLEY_LOG,
      base: null,
      redact: {
        paths: SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
        remove: true,
      },
      serializers: { err: describeError },
    }),
  );
}

/**
 * Errors of the database quote rows (`detail`, `where`, `parameters`), and a row may be a sealed ballot: only what
 * kind of error it was, and where in the code.
 */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const code: unknown = Reflect.get(error, 'code');
  return {
    name: error.name,
    code: typeof code === 'string' ? code : undefined,
    message: error.message,
    stack: error.stack,
  };
}
