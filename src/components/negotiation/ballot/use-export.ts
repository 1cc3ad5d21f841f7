import { useEffect, useState } from 'react';
import type { NegotiationFile } from '@/negotiation/file/model';
import { useClient } from '../use-client';

/** The negotiation as its reader may export it, asked for once, and once more where that failed. */
export function useExport(negotiation: string): {
  readonly file: NegotiationFile | null;
  readonly failed: boolean;
} {
  const client = useClient();
  const [state, setState] = useState<{ readonly file: NegotiationFile | null; readonly failed: boolean }>({
    file: null,
    failed: false,
  });
  useEffect(() => {
    let gone = false;
    const ask = () => client.negotiation.export.query({ negotiation });
    ask()
      .catch(ask)
      .then(
        (file) => !gone && setState({ file, failed: false }),
        () => !gone && setState({ file: null, failed: true }),
      );
    return () => {
      gone = true;
    };
  }, [client, negotiation]);
  return state;
}
