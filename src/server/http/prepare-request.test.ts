import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { requestPreparer } from './prepare-request';

function prepared(isSecure: boolean, trustProxy: boolean, sent: Readonly<Record<string, string>> = {}) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, sent);
  const response = new ServerResponse(request);
  requestPreparer({ isDev: false, trustProxy, isSecure }).prepare(request, response);
  return { request, response };
}

it('asks browsers to stay with https for two years, where the public address is one', () => {
  const age = (isSecure: boolean) =>
    prepared(isSecure, false).response.getHeader('strict-transport-security');
  expect(age(true)).toMatch(/^max-age=63072000\b/);
  expect(age(false)).toBeUndefined();
});

it('believes what is said of a proxy only where there is one', () => {
  const sent = { host: 'here', 'x-forwarded-for': '192.0.2.7', 'x-forwarded-host': 'there', forwarded: 'x' };
  expect(prepared(false, false, sent).request.headers).toMatchObject({
    'x-forwarded-host': 'here',
    'x-parley-address': 'unknown',
  });
  expect(prepared(false, false, sent).request.headers).not.toHaveProperty('forwarded');
  expect(prepared(false, true, sent).request.headers).toMatchObject({
    'x-forwarded-host': 'there',
    'x-parley-address': '192.0.2.7',
  });
});
