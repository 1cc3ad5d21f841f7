import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

const report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

function cruise(folder: string, paths: readonly string[]) {
  const words = [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths];
  const { stdout } = spawnSync(process.execPath, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return report.parse(JSON.parse(stdout)).summary;
}

let folder: string;

/** A small house with the real rules and the files given, each by its path. */
function house(files: Readonly<Record<string, string>>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return cruise(folder, ['src']).violations.map(({ rule }) => rule.name);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-house-'));
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    cpSync(join(ROOT, name), join(folder, name));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the import rules', { timeout: 120_000 }, () => {
  test('refuse each import that leaves its room', () => {
    const a = 'export const a = 1;\n';
    const broken = house({
      'src/core/a.ts': "import { z } from 'zod';\nexport const a = z.string();\n",
      'src/core/b.ts': "import { a } from '@/negotiation/a';\nexport const b = a;\n",
      'src/core/clock.ts': "import { hrtime } from 'node:process';\nexport const c = hrtime;\n",
      'src/ledger/a.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n",
      'src/ledger/b.ts': "import { plain } from '@/core/plain';\nexport const b = plain;\n",
      'src/core/plain.ts': 'export const plain = 1;\n',
      'src/negotiation/a.ts': a,
      'src/negotiation/b.ts': "import { a } from '@/server/a';\nexport const b = a;\n",
      'src/server/a.ts': a,
      'src/server/b.ts': "import pg from 'pg';\nexport const b = pg;\n",
      'src/server/c.ts': "import { a } from '@/components/ui/a';\nexport const c = a;\n",
      'src/components/ui/a.ts': a,
      'src/components/ui/b.ts': "import { a } from '@/negotiation/a';\nexport const b = a;\n",
      'src/components/negotiation/a.ts': "import { a } from '@/server/a';\nexport const b = a;\n",
      'src/cli/a.ts': "import { a } from '@/server/a';\nexport const b = a;\n",
      'src/cli/one.ts': "import { two } from './two';\nexport const one = () => two;\n",
      'src/cli/two.ts': "import { one } from './one';\nexport const two = () => one;\n",
      'src/audit/index.ts': a,
      'src/audit/b.ts': "import { a } from './index';\nexport const b = a;\n",
    });
    expect(new Set(broken)).toEqual(
      new Set([
        'core-has-no-packages',
        'core-imports',
        'pure-rooms-touch-no-machine',
        'ledger-imports',
        'negotiation-imports',
        'database-behind-one-door',
        'server-imports',
        'ui-knows-no-negotiation',
        'components-imports',
        'cli-imports',
        'no-cycles',
        'no-barrels',
      ]),
    );
  });

  test('allow types across rooms, and what the table allows', () => {
    const broken = house({
      'src/core/a.ts': "import type { B } from '@/negotiation/b';\nexport const a = (b: B) => b;\n",
      'src/negotiation/b.ts':
        "import { z } from 'zod';\nexport type B = z.infer<typeof b>;\nconst b = z.string();\n",
      'src/negotiation/c.ts': "import { a } from '@/core/a';\nexport const c = a('1');\n",
      'src/server/db/pool.ts': "import pg from 'pg';\nexport const pool = () => new pg.Pool();\n",
      'src/app/page.ts': "import { pool } from '@/server/db/pool';\nexport default pool;\n",
    });
    expect(broken).toEqual([]);
  });

  test('read the whole house: a tool that reads nothing finds nothing wrong', () => {
    expect(cruise(ROOT, ['src/core', 'src/ledger', 'src/negotiation']).totalCruised).toBeGreaterThan(100);
  });
});
