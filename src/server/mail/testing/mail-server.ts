/** A real SMTP server in this process, and the letters that it took. */
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Taken {
  /** Of the envelope. */
  readonly to: readonly string[];
  readonly mail: ParsedMail;
}

export interface MailServer {
  /** For PARLEY_SMTP. */
  readonly url: string;
  readonly taken: readonly Taken[];
  /** Refuses every letter for as long as it is set. */
  refuse(sentence: string | null): void;
  /** Once `n` letters were taken in all. */
  until(n: number): Promise<void>;
  /** The newest letter to an address whose subject has these words in it, once there is one. */
  letterTo(address: string, about: string): Promise<ParsedMail>;
  /** The letters so far are of no interest. */
  forget(): void;
  close(): Promise<void>;
}

/** @param at the port; 0: any that is free. */
export async function startMailServer(at = 0): Promise<MailServer> {
  const taken: Taken[] = [];
  let refusal: string | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      simpleParser(stream).then((mail) => {
        if (refusal !== null) return done(new Error(refusal));
        taken.push({ to, mail });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  const bound = server.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refuse: (sentence) => {
      refusal = sentence;
    },
    until: async (n) => {
      while (taken.length < n) await pause();
    },
    letterTo: async (address, about) => {
      for (;;) {
        const found = taken.findLast(({ to, mail }) => to.includes(address) && mail.subject?.includes(about));
        if (found !== undefined) return found.mail;
        await pause();
      }
    },
    forget: () => {
      taken.length = 0;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
