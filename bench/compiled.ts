import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { inProject } from '../scripts/project.mjs';

/**
 * A program of bench/ in C, compiled into the folder.
 *
 * @returns its path; `null` where this machine has no gcc, or not what the program takes.
 */
export function compiled(source: string, folder: string, options: readonly string[]): string | null {
  const program = join(folder, source.replace(/\.c$/, ''));
  try {
    execFileSync('gcc', [...options, inProject(`bench/${source}`), '-o', program], { stdio: 'ignore' });
    return program;
  } catch {
    return null;
  }
}
