import { useEffect, useState } from 'react';
import type { TableText } from './table-text';

type Reader = (text: string) => TableText;

/** The cells of a table's text; `null` while what reads them is on its way, for which the first text sends. */
export function useTableText(text: string): TableText | null {
  const [reader, setReader] = useState<{ readonly read: Reader } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const wanted = text !== '' && reader === null;
  useEffect(() => {
    if (!wanted) return;
    import('./table-text').then(
      ({ readTableText }) => setReader({ read: readTableText }),
      (error: unknown) => setFailed(String(error)),
    );
  }, [wanted]);
  if (text === '') return null;
  if (reader !== null) return reader.read(text);
  return failed === null ? null : { ok: false, message: failed };
}
