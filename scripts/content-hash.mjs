import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.mjs';

function* filesBelow(path, wanted) {
  const full = inProject(path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    if (wanted(path)) yield path;
    return;
  }
  for (const name of readdirSync(full).sort()) yield* filesBelow(join(path, name), wanted);
}

/** One hash over the names and bytes of `paths` (files and folders of the checkout) for which `wanted` holds. */
export function contentHash(paths, wanted = () => true) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const path of paths) {
    for (const file of filesBelow(path, wanted))
      hash.update(`\0${file}\0`).update(readFileSync(inProject(file)));
  }
  return hash.digest('hex');
}
