import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { WitnessJudge } from './judge';

/** A request needs far less: 63 proof lines and a signed checkpoint. */
const LONGEST_BODY = 65_536;
/** How long a request may take to arrive, and how long those under way have once the witness stops. */
const PATIENCE_MS = 10_000;
const GRACE_MS = 1_500;

/** @param told is given one line for each request. */
export function witnessServer(judge: WitnessJudge, told: (line: string) => void): Server {
  const server = createServer({ requestTimeout: PATIENCE_MS, headersTimeout: PATIENCE_MS });
  server.on('request', (request, response) => {
    answer(judge, request, response).then(told, (error: unknown) => {
      if (response.headersSent) response.destroy();
      else reply(response, 500, 'the witness failed\n');
      told(`500 ${error instanceof Error ? error.message : String(error)}`);
    });
  });
  return server;
}

async function answer(
  judge: WitnessJudge,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<string> {
  const path = new URL(request.url ?? '/', 'http://witness.invalid').pathname;
  if (path !== '/add-checkpoint') {
    reply(response, 404, 'there is POST /add-checkpoint here, and nothing else\n');
    return `404 ${JSON.stringify(path.slice(0, 200))}`;
  }
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    reply(response, 405, 'add-checkpoint takes POST\n');
    return `405 ${request.method}`;
  }
  const body = await bodyOf(request);
  if (body === null) {
    // What is left of the body is not read, so the connection is of no more use.
    response.setHeader('connection', 'close');
    reply(response, 413, `a request has at most ${LONGEST_BODY} bytes\n`);
    return '413 a body that is too long';
  }
  const { status, type, body: text, told } = await judge.answer(body);
  reply(response, status, text, type);
  return `${status} ${told}`;
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) return null;
    length += chunk.length;
    if (length > LONGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reply(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8') {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

/** Ends when a signal says so, and answers what is under way first. */
export function untilSignalled(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      const impatient = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      server.close(() => {
        clearTimeout(impatient);
        resolve();
      });
      server.closeIdleConnections();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
