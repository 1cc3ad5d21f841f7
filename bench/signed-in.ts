import { z } from 'zod';

const answered = z.object({ url: z.string() });
const csrf = z.object({ csrfToken: z.string() });

/** Signs in at a running server as the sign-in page does; gives the cookies to send along. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const cookies = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
  };
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const tokenAnswer = await fetch(`${url}/api/auth/csrf`);
  keep(tokenAnswer);
  const { csrfToken } = csrf.parse(await tokenAnswer.json());
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: header(), origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  });
  keep(answer);
  const { url: next } = answered.parse(await answer.json());
  if (answer.status !== 200 || next.includes('error='))
    throw new Error(`${email} could not sign in: ${next}`);
  return header();
}
