/** Refusals as tRPC errors: the message says what was wrong, where, and what to do; `data.refusal` holds the parts. */
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { showFault } from '@/negotiation/file/show';
import type { Answer, ServerRefusal, ServerRefusalCode } from '../refusal';
import { NotTheSigner } from '../signing/signer';

const CODES = {
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  invalid: 'BAD_REQUEST',
  conflict: 'CONFLICT',
  closed: 'PRECONDITION_FAILED',
  'signed-out': 'UNAUTHORIZED',
  'not-yet': 'PRECONDITION_FAILED',
} as const satisfies Record<ServerRefusalCode, string>;

/** Carries a refusal through tRPC to the error formatter. */
export class RefusedError extends TRPCError {
  readonly refusal: ServerRefusal;

  constructor(refusal: ServerRefusal) {
    super({ code: CODES[refusal.code], message: sentenceOf(refusal) });
    this.refusal = refusal;
  }
}

/** The answer's value. @throws {RefusedError} where it is a refusal. */
export function unwrap<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new RefusedError(answer.error);
}

/** What to show and keep of any error: never a stack, a query or a row. */
export function describeFailure(error: TRPCError): { message: string; refusal: ServerRefusal | null } {
  if (error instanceof RefusedError) return { message: error.message, refusal: error.refusal };
  if (error.cause instanceof z.ZodError) {
    const refusal = refusalOfInput(error.cause);
    return { message: sentenceOf(refusal), refusal };
  }
  if (error.cause instanceof NotTheSigner) return { message: error.cause.message, refusal: null };
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    return {
      message:
        'The server failed and cannot say whether it was done. Try again: under the same key it is done once.',
      refusal: null,
    };
  }
  return { message: error.message, refusal: null };
}

/** The sentence, and those of the faults that it does not quote itself. */
function sentenceOf({ message, faults = [] }: ServerRefusal): string {
  const others = faults.map(showFault).filter((fault) => !message.text.includes(fault));
  return others.length === 0 ? message.text : `${message.text} ${others.join('; ')}`;
}

function refusalOfInput(error: z.ZodError): ServerRefusal {
  const faults = error.issues
    .slice(0, 100)
    .map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
  const text = 'The request is not of the form that this procedure takes.';
  return { code: 'invalid', message: { key: 'server.badRequest', values: {}, text }, faults };
}
