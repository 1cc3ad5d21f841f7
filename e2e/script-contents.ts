import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';

/** What the script of a page is made of, told where there is too much of it. Another bundler's guess, good to a tenth. */

const OPTIONS = {
  bundle: true,
  write: false,
  metafile: true,
  splitting: true,
  format: 'esm',
  outdir: 'out',
  logLevel: 'error',
  jsx: 'automatic',
  loader: { '.css': 'empty' },
} as const satisfies BuildOptions;

const SHOWN = 12;

/** @param route its folder under src/app: `n/[negotiation]/results` */
export async function contentsOf(route: string): Promise<string> {
  const clients = await clientModules(route);
  const { metafile, outputFiles } = await build({
    ...OPTIONS,
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react/*', 'react-dom', 'react-dom/*', 'next/*'],
    stdin: {
      contents: clients.map((path, k) => `export * as m${k} from './${path}';`).join('\n'),
      resolveDir: '.',
    },
  });
  const outputs = new Map(Object.entries(metafile.outputs));
  const first = [...outputs.keys()].find((path) => path.endsWith('stdin.js')) ?? '';
  const bytes = new Map<string, number>();
  for (const path of reached(first, (each) => outputs.get(each)?.imports ?? [])) {
    const file = outputFiles.find((each) => each.path.endsWith(path));
    const output = outputs.get(path);
    if (file === undefined || output === undefined) continue;
    const rate = gzipSync(file.contents).length / file.contents.length;
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const part = partOf(input);
      bytes.set(part, (bytes.get(part) ?? 0) + rate * bytesInOutput);
    }
  }
  return [...bytes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([part, size]) => `${(size / 1000).toFixed(1)} kB ${part}`)
    .join(', ');
}

/** The modules of the browser that a page and the layouts around it lead to. */
async function clientModules(route: string): Promise<readonly string[]> {
  const pages = [`src/app/${route}/page.tsx`];
  for (let folder = `src/app/${route}`; folder !== 'src'; folder = dirname(folder)) {
    if (existsSync(`${folder}/layout.tsx`)) pages.push(`${folder}/layout.tsx`);
  }
  const { metafile } = await build({ ...OPTIONS, packages: 'external', entryPoints: pages });
  const isClient = (path: string) => readFileSync(path, 'utf8').startsWith("'use client'");
  const inputs = new Map(Object.entries(metafile.inputs));
  const found = pages.flatMap((page) =>
    reached(page, (each) => (isClient(each) ? [] : (inputs.get(each)?.imports ?? []))),
  );
  return [...new Set(found)].filter(isClient);
}

interface Import {
  readonly path: string;
  readonly kind: string;
  readonly external?: boolean;
}

/** What is reached by static imports. */
function reached(start: string, importsOf: (path: string) => readonly Import[]): readonly string[] {
  const seen = new Set([start]);
  for (const path of seen) {
    for (const { path: next, kind, external } of importsOf(path)) {
      if (kind === 'import-statement' && external !== true) seen.add(next);
    }
  }
  return [...seen];
}

/** A package's name, or a folder of ours. */
function partOf(input: string): string {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input) ?? [];
  return name ?? dirname(input);
}
