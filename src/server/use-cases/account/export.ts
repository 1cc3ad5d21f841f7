/** Everything that this installation keeps about the reader. The password's hash and secrets of links are left out. */
import { type Scope, userOf } from '../../auth/scope';
import { type PersonalData, personalData } from '../../db/personal-data';

export interface AccountExport extends PersonalData {
  readonly format: 'parley-account/1';
  readonly exportedAt: string;
}

export async function exportAccount(scope: Scope<'account.export'>): Promise<AccountExport> {
  const data = await personalData(scope.store.pool, userOf(scope).id);
  return { format: 'parley-account/1', exportedAt: new Date().toISOString(), ...data };
}
