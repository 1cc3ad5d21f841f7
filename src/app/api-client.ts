import { client } from '@/components/negotiation/client';

/** For pages that send one thing and are done. */
export function apiClient() {
  return client;
}
