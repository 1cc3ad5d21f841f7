/** Prisma, for tables that are no hot path. It shares the pool, so the two never wait for each other's connections. */
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from './generated/client';

export type { PrismaClient } from './generated/client';

export function openPrisma(pool: Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}
