/**
 * The settings, from environment variables. This file is their documentation; .env.example repeats it.
 *
 * | variable | default | meaning |
 * | --- | --- | --- |
 * | PORT | 3000 | where the server listens |
 * | DATABASE_URL | – | PostgreSQL. `npm start` starts an embedded one and sets it where it is missing |
 * | PARLEY_OWNER_DATABASE_URL | – | the same database by the account that owns the tables; `npm start` alone uses it, to bring them up to date. Without it DATABASE_URL's account owns them |
 * | PARLEY_DATA | .data | folder for what is kept apart from the database: secrets made here, largest signed sizes |
 * | PARLEY_DEMO | off | demo accounts and the demo negotiation |
 * | NEXTAUTH_SECRET | made and kept in PARLEY_DATA | encrypts session cookies; servers of one database share it |
 * | NEXTAUTH_URL | each request's own host | public address, such as https://parley.example; https makes cookies Secure |
 * | PARLEY_SIGNING_KEY | made and kept in PARLEY_DATA | Ed25519 key: `PRIVATE+KEY+…` as `parley keygen` prints it, or its seed in hex; servers of one database share it |
 * | PARLEY_PREVIOUS_SIGNING_KEY | none | keys that logs were signed with before, separated by commas or spaces; at the next start each of their logs records its new key, signed with the old |
 * | PARLEY_HOST | localhost | first part of the origin of checkpoints; not to be changed once a log has been signed |
 * | PARLEY_WITNESSES | none | witnesses that cosign checkpoints: `<verifier key> <url>`, separated by commas or new lines |
 * | PARLEY_SMTP | none | SMTP server for letters: `smtp://user:password@host:port`, `smtps://…` for TLS from the first byte. Without it letters are kept, and administrators read them at /outbox |
 * | PARLEY_MAIL_FROM | – | sender of letters, such as `Parley <parley@example.org>`; needed with PARLEY_SMTP |
 * | PARLEY_TRUST_PROXY | off | believe X-Forwarded-For, -Host and -Proto of the proxy in front |
 * | PARLEY_PAGES | on | off: API, streams and health only, no pages |
 * | PARLEY_HELD_STANDINGS | 16 | of how many big negotiations the newest standing is kept at hand, so that a ballot changes it and does not make it anew; 1 to 1000. One of 1,000 stakeholders and 64 profiles takes about 20 MB, up to 16 MB more once it has changed |
 * | PARLEY_LOG | info | level of the log: fatal, error, warn, info, debug, silent |
 */
import { createEnv } from '@t3-oss/env-core';
import { z } from 'zod';
import { isObject, processWide } from './process/singleton';
import { parseWitnesses } from './witnesses/configured';

/** A setting that is on or off. */
const flag = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off', '1', '0', 'true', 'false'])
    .default(fallback)
    .transform((value) => value === 'on' || value === '1' || value === 'true');

/** Whom checkpoints are shown to. */
const witnesses = z
  .string()
  .default('')
  .transform((text, context) => {
    const read = parseWitnesses(text);
    if (typeof read !== 'string') return read;
    context.addIssue({ code: 'custom', message: read });
    return z.NEVER;
  });

function readEnv() {
  return createEnv({
    server: {
      PORT: z.coerce.number().int().min(0).max(65535).default(3000),
      DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/ }),
      PARLEY_DATA: z.string().min(1).default('.data'),
      PARLEY_DEMO: flag('off'),
      NEXTAUTH_SECRET: z.string().min(16).optional(),
      NEXTAUTH_URL: z.url({ protocol: /^https?$/ }).optional(),
      PARLEY_SIGNING_KEY: z
        .string()
        .regex(/^(?:[0-9a-f]{64}|PRIVATE\+KEY\+.+)$/)
        .optional(),
      PARLEY_PREVIOUS_SIGNING_KEY: z.string().optional(),
      PARLEY_HOST: z
        .string()
        .regex(/^[a-z0-9.-]+(?::[0-9]+)?$/)
        .default('localhost'),
      PARLEY_WITNESSES: witnesses,
      PARLEY_SMTP: z.url({ protocol: /^smtps?$/ }).optional(),
      PARLEY_MAIL_FROM: z.string().optional(),
      PARLEY_TRUST_PROXY: flag('off'),
      PARLEY_PAGES: flag('on'),
      PARLEY_HELD_STANDINGS: z.coerce.number().int().min(1).max(1000).default(16),
      PARLEY_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
      NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
    },
    runtimeEnv: process.env,
    emptyStringAsUndefined: true,
    onValidationError: (issues) => {
      const lines = issues.map((issue) => `${issue.path?.map(String).join('.') ?? '?'}: ${issue.message}`);
      throw new SettingsError(`Settings that cannot be used:\n  ${lines.join('\n  ')}`);
    },
  });
}

/** A setting is missing or malformed; its message is for whoever starts the server. */
export class SettingsError extends Error {}

export type Env = ReturnType<typeof readEnv>;

/** Read at first use, not on import: a build of the pages has no database. */
export function env(): Env {
  return processWide<Env>('env', isObject, readEnv);
}
