/** The demonstration's negotiation file. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NegotiationFile } from '@/negotiation/file/model';
import { readNegotiationFile } from '@/negotiation/file/read';

/** Id of the demonstration's log. */
export const DEMO_LOG = 'frontier-training';

/** Scripts start every process in the project's folder. */
export function demoFile(): NegotiationFile {
  const file = path.join(process.cwd(), 'prisma', 'demo', `${DEMO_LOG}.json`);
  const read = readNegotiationFile(readFileSync(file));
  if (!read.ok) throw new Error(`${file}: ${read.faults.map((f) => `${f.path}: ${f.message}`).join('; ')}`);
  return read.file;
}
