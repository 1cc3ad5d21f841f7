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
export function download(name: string, type: string, body: BodyInit): Response {
  return new Response(body, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

/** A file too long to be held in memory: its next part is made when the last has been taken. */
export function downloadStream(name: string, type: string, parts: AsyncGenerator<string>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await parts.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
  return download(name, type, body);
}
