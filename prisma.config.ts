import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// The stock command line downloads a native engine from a host of its own; this one is in node_modules
// (docs/decisions: "Prisma without its binaries host"). Whoever sets the variable keeps theirs.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(
  new URL('./scripts/schema-engine.mjs', import.meta.url),
);

/** `generate`, `validate` and `format` never connect; every other command needs DATABASE_URL, which the scripts set. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'tsx prisma/seed.ts' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://127.0.0.1:1/none' },
});
