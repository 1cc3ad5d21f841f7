/** What is done to every request and answer before anyone handles it: who asks, by which name, and safe headers. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import { ADDRESS_HEADER, clientAddress } from './address';
import { contentSecurityPolicy } from './content-security-policy';

export interface RequestPolicy {
  readonly isDev: boolean;
  readonly trustProxy: boolean;
  /** The public address is https. */
  readonly isSecure: boolean;
}

export function requestPreparer({ isDev, trustProxy, isSecure }: RequestPolicy) {
  const harden = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isSecure ? { maxAge: 63_072_000 } : false,
    // With `no-referrer` a form's POST would say Origin: null, and could not be told from a stranger's.
    referrerPolicy: { policy: 'same-origin' },
  });
  return (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    request.headers[ADDRESS_HEADER] = clientAddress(request, trustProxy);
    if (!trustProxy) {
      // What a client says of a proxy that is not there.
      delete request.headers['x-forwarded-for'];
      delete request.headers['forwarded'];
      request.headers['x-forwarded-host'] = request.headers.host ?? 'localhost';
      request.headers['x-forwarded-proto'] = 'http';
    }
    // 122 random bits, of which Node keeps a store: every request takes some.
    const nonce = Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64');
    const policy = contentSecurityPolicy(nonce, isDev);
    request.headers['x-nonce'] = nonce;
    request.headers['content-security-policy'] = policy;
    response.setHeader('Content-Security-Policy', policy);
    return new Promise((resolve, reject) => {
      harden(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
    });
  };
}
