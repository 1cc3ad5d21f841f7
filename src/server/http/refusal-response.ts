/** A refusal as a plain answer of a route handler. */
import type { ServerRefusal, ServerRefusalCode } from '../refusal';

const STATUS = {
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
  conflict: 409,
  closed: 409,
  'signed-out': 401,
  'not-yet': 409,
} as const satisfies Record<ServerRefusalCode, number>;

export function refusalResponse({ code, message }: ServerRefusal): Response {
  return new Response(`${message.text}\n`, {
    status: STATUS[code],
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** A file to be saved. */
export function download(name: string, type: string, body: string): Response {
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
