/** What is done to every request and answer before anyone handles it: who asks, by which name, and safe headers. */
import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';
import { ADDRESS_HEADER, clientAddress } from './address';
import { contentSecurityPolicy } from './content-security-policy';

export interface RequestPolicy {
  readonly isDev: boolean;
  readonly trustProxy: boolean;
  /** The public address is https. */
  readonly isSecure: boolean;
}

/** Of text and JSON, which load nothing and ask for nothing. */
const OF_NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface RequestPreparer {
  /** For every request. */
  readonly prepare: (request: IncomingMessage, response: ServerResponse) => void;
  /** For one that Next answers, once it is prepared: its scripts run by a nonce of this answer's own. */
  readonly preparePage: (request: IncomingMessage, response: ServerResponse) => void;
}

export function requestPreparer({ isDev, trustProxy, isSecure }: RequestPolicy): RequestPreparer {
  const headers = [...safeHeaders(isSecure), ['content-security-policy', OF_NO_PAGE] as const];
  return {
    prepare: (request, response) => {
      request.headers[ADDRESS_HEADER] = clientAddress(request, trustProxy);
      if (!trustProxy) {
        // What a client says of a proxy that is not there.
        delete request.headers['x-forwarded-for'];
        delete request.headers['forwarded'];
        request.headers['x-forwarded-host'] = request.headers.host ?? 'localhost';
        request.headers['x-forwarded-proto'] = 'http';
      }
      for (const [name, value] of headers) response.setHeader(name, value);
    },
    preparePage: (request, response) => {
      // 122 random bits, of which Node keeps a store: every page takes some.
      const nonce = Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64');
      const policy = contentSecurityPolicy(nonce, isDev);
      request.headers['x-nonce'] = nonce;
      request.headers['content-security-policy'] = policy;
      response.setHeader('content-security-policy', policy);
    },
  };
}

/** Helmet's, which are the same for every answer: it is asked once, since its dozen functions cost more than its headers. */
function safeHeaders(isSecure: boolean): (readonly [name: string, value: string])[] {
  const harden = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isSecure ? { maxAge: 63_072_000 } : false,
    // With `no-referrer` a form's POST would say Origin: null, and could not be told from a stranger's.
    referrerPolicy: { policy: 'same-origin' },
  });
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  harden(request, response, (error?: unknown) => {
    if (error !== undefined) throw error;
  });
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}
