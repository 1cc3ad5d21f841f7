/** The demonstration's accounts, which exist in demo mode only. */
import { env } from '../env';
import { demoFile } from './file';

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly kind: 'facilitator' | 'auditor' | 'observer' | 'admin' | 'delegate';
  /** Of a delegate. */
  readonly stakeholder: { readonly id: string; readonly name: string } | null;
}

/** Reserved (RFC 2606): nobody reads letters there, and none are sent. */
export const DEMO_DOMAIN = 'demo.example';

export const DEMO_PASSWORD = 'parley-demo';

/** For the sign-in page: none unless PARLEY_DEMO is on. */
export async function demoAccounts(): Promise<readonly DemoAccount[]> {
  return env().PARLEY_DEMO ? allDemoAccounts() : [];
}

export function allDemoAccounts(): readonly DemoAccount[] {
  const account = (
    kind: DemoAccount['kind'],
    key: string,
    name: string,
    stakeholder: DemoAccount['stakeholder'],
  ) => ({
    email: emailOf(key),
    name,
    kind,
    stakeholder,
  });
  return [
    account('facilitator', 'facilitator', 'Frida, facilitator', null),
    account('auditor', 'auditor', 'Aude, auditor', null),
    account('observer', 'observer', 'Odile, observer', null),
    account('admin', 'admin', 'Ada, administrator', null),
    ...demoFile().stakeholders.map(({ id, name }) =>
      account('delegate', id, `Delegate of ${name}`, { id, name }),
    ),
  ];
}

/** @param key `facilitator`, `auditor`, …, or a stakeholder's id. */
export function emailOf(key: string): string {
  return `${key}@${DEMO_DOMAIN}`;
}
