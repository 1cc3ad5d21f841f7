/** The SMTP server that letters are handed to. */
import nodemailer from 'nodemailer';
import { SettingsError } from '../env';
import type { Attachment } from './letter';

export interface Envelope {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  /** Of the message: a letter that is sent again after a crash has the same Message-ID. */
  readonly id: string;
  /** Address that takes an unsubscription by one click (RFC 8058); `null`: this letter cannot be stopped. */
  readonly unsubscribe: string | null;
}

export interface Post {
  /** Resolves once the SMTP server has taken the letter. */
  send(envelope: Envelope): Promise<void>;
  close(): void;
}

export interface PostSettings {
  readonly PARLEY_SMTP?: string | undefined;
  readonly PARLEY_MAIL_FROM?: string | undefined;
}

/** All of an attempt has to end before its job's time runs out (scripts/job-queue.mjs): another would begin. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** @returns `null` where no SMTP server is configured. */
export function openPost({ PARLEY_SMTP, PARLEY_MAIL_FROM }: PostSettings): Post | null {
  if (PARLEY_SMTP === undefined) return null;
  const domain = /@([^\s<>@]+)>?$/.exec(PARLEY_MAIL_FROM ?? '')?.[1];
  if (PARLEY_MAIL_FROM === undefined || domain === undefined) {
    throw new SettingsError(
      'PARLEY_SMTP is set: set PARLEY_MAIL_FROM to the address that letters come from, such as Parley <parley@example.org>.',
    );
  }
  const transport = nodemailer.createTransport({ ...PATIENCE, ...serverOf(PARLEY_SMTP), pool: true });
  return {
    send: async ({ to, subject, text, html, attachments, id, unsubscribe }) => {
      await transport.sendMail({
        from: PARLEY_MAIL_FROM,
        to,
        subject,
        text,
        html,
        attachments: [...attachments],
        messageId: `<${id}@${domain}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(unsubscribe !== null && {
            'List-Unsubscribe': `<${unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
        },
      });
    },
    close: () => transport.close(),
  };
}

function serverOf(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address);
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(host);
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    host,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password crosses a network encrypted or not at all.
    requireTLS: !secure && username !== '' && !isHere,
    ...(username !== '' && { auth }),
  };
}
