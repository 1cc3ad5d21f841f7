import { client } from './client';

/** The client, for components. */
export function useClient() {
  return client;
}
