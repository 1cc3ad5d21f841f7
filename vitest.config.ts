import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** In milliseconds. Past it a test hangs: no test is timed, on however busy a machine it runs. */
const HANGS = 300_000;

/** Left to itself, vitest leaves one processor of two alone. A third file would wait for them. */
const WORKERS = 2;

const alias = { '@': fileURLToPath(new URL('./src', import.meta.url)) };

/** `unit` needs nothing but Node; `integration` (`*.int.test.ts`) needs the Postgres that scripts/test.mjs starts. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
          exclude: ['**/*.int.test.ts'],
          testTimeout: HANGS,
          hookTimeout: HANGS,
          maxWorkers: WORKERS,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['src/**/*.int.test.ts', 'scripts/**/*.int.test.ts'],
          testTimeout: HANGS,
          hookTimeout: HANGS,
          // Each file has a database of its own.
          maxWorkers: WORKERS,
        },
      },
    ],
  },
});
