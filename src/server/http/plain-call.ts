/**
 * One change over HTTP, answered as tRPC's own adapter answers it, without the Request, the streams and the signals
 * that the adapter makes of it: a third of what the adapter costs. A ballot is such a call. Whatever else may come
 * (batches, queries, streams, an odd body) is the adapter's.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
  transformTRPCResponse,
} from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Context } from '../trpc/context';
import { appRouter } from '../trpc/router';

const config = appRouter._def._config;

const procedures: Readonly<Record<string, unknown>> = { ...appRouter._def.procedures };

/** By their names, which need no decoding in a URL. */
const CHANGES: ReadonlySet<string> = new Set(
  Object.keys(procedures).filter((name) => /^[A-Za-z.]+$/.test(name) && isChange(procedures[name])),
);

function isChange(procedure: unknown): boolean {
  return (
    typeof procedure === 'function' && Reflect.get(Reflect.get(procedure, '_def'), 'type') === 'mutation'
  );
}

/** @param rest of the URL after the API's prefix. */
export function isPlainCall({ method, headers }: IncomingMessage, rest: string, mostBytes: number): boolean {
  const length = Number(headers['content-length'] ?? 0);
  const isPlain = headers['trpc-accept'] === undefined && headers['content-encoding'] === undefined;
  return method === 'POST' && CHANGES.has(rest) && isPlain && length > 0 && length <= mostBytes;
}

export async function answerPlainCall(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
  onError: (error: TRPCError, path: string) => void,
): Promise<void> {
  const text = await bodyOf(request);
  if (text === null) return;
  const { status, answer } = await called(path, text, context, onError);
  if (response.destroyed) return;
  const body = JSON.stringify(transformTRPCResponse(config, answer));
  response.writeHead(status, {
    'content-type': 'application/json',
    vary: 'trpc-accept, accept',
    // Without it Node sends the answer in chunks.
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

async function called(
  path: string,
  text: string,
  context: Context,
  onError: (error: TRPCError, path: string) => void,
) {
  let input: unknown;
  try {
    const data: unknown = await callTRPCProcedure({
      router: appRouter,
      path,
      type: 'mutation',
      ctx: context,
      // Asked once by each of the procedure's schemas.
      getRawInput: async () => {
        input ??= parsed(text);
        return input;
      },
      signal: undefined,
      batchIndex: 0,
    });
    return { status: 200, answer: { result: { data } } };
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    onError(error, path);
    const shape = getTRPCErrorShape({ config, error, path, input, ctx: context, type: 'mutation' });
    return { status: getHTTPStatusCodeFromError(error), answer: { error: shape } };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TRPCError({ code: 'BAD_REQUEST', cause });
  }
}

const decoder = new TextDecoder();

/** `null` where whoever asked has gone meanwhile. Node sees to it that it is as long as its header says. */
function bodyOf(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.once('end', () => resolve(decoder.decode(Buffer.concat(parts))));
    request.once('error', () => resolve(null));
    request.once('close', () => resolve(null));
  });
}
