/** Next, which renders the pages inside this process. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

export interface Pages {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param server gets Next's own upgrade handler while developing (hot reload). */
export async function openPages(server: Server, isDev: boolean, port: number): Promise<Pages> {
  // Loaded only here: a server without pages starts in a fraction of the time.
  const { default: next } = await import('next');
  const app = next({ dev: isDev, dir: process.cwd(), port, hostname: 'localhost', httpServer: server });
  await app.prepare();
  const handler = app.getRequestHandler();
  return {
    handle: async (request, response) => {
      await handler(request, response);
    },
    close: () => app.close(),
  };
}
