/** What was chosen or dropped: a receipt, an audit bundle, or both. */
export interface ReadFiles {
  readonly receipt: string | null;
  readonly bundle: Blob | null;
}

/** A receipt holds one event and some forty hashes; what is larger is not read into memory. */
const MOST_BYTES = 16 * 1024 * 1024;
const HEADER_BYTES = 200;

/** Tells them apart by how they begin: a bundle's first line names its format. Of several of one kind the last counts. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles | 'too-large'> {
  let read: ReadFiles = { receipt: null, bundle: null };
  for (const file of files) {
    const beginning = await file.slice(0, HEADER_BYTES).text();
    if (beginning.includes('"parley-audit/1"')) read = { ...read, bundle: file };
    else if (file.size > MOST_BYTES) return 'too-large';
    else read = { ...read, receipt: await file.text() };
  }
  return read;
}
