import type { LiveMessage, LiveState } from './live-message';

type Note =
  | { readonly kind: 'hello' }
  | { readonly kind: 'state'; readonly state: LiveState; readonly position: number }
  | { readonly kind: 'message'; readonly message: LiveMessage };

interface Listener {
  readonly message: (message: LiveMessage) => void;
  readonly state: (state: LiveState) => void;
}

/**
 * One event stream per browser and negotiation, however many tabs are open: HTTP/1.1 allows six connections to a
 * host. Tabs queue for a Web Lock; whoever holds it keeps the stream and tells the others by a BroadcastChannel;
 * when its tab closes, the lock and the stream pass to the next one, which resumes from the last position it heard.
 * Without Web Locks (a page that is not served securely) every tab has its own stream.
 */
export function joinLive(negotiation: string, reader: string, from: number, listener: Listener): () => void {
  const name = `parley-live/${reader}/${negotiation}`;
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  let position = from;
  let state: LiveState = 'connecting';
  let leading = false;

  const hear = (message: LiveMessage) => {
    if (message.position <= position) return;
    position = message.position;
    listener.message(message);
  };
  const tell = (note: Note) => channel.postMessage(note);
  const tellState = () => tell({ kind: 'state', state, position });

  channel.onmessage = ({ data: note }: MessageEvent<Note>) => {
    if (note.kind === 'hello') {
      if (leading) tellState();
    } else if (note.kind === 'message') {
      hear(note.message);
    } else {
      listener.state(note.state);
      // This tab joined late: what happened in between is not told again, but that something did is.
      if (note.position > position) hear({ position: note.position, changed: [] });
    }
  };
  tell({ kind: 'hello' });

  const lead = async () => {
    leading = true;
    const { openStream } = await import('./stream');
    if (leaving.signal.aborted) return;
    const close = openStream(negotiation, position, {
      message: (message) => {
        hear(message);
        tell({ kind: 'message', message });
      },
      state: (next) => {
        state = next;
        listener.state(next);
        tellState();
      },
    });
    await new Promise<void>((resolve) => {
      leaving.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    close();
  };
  const held =
    'locks' in navigator ? navigator.locks.request(name, { signal: leaving.signal }, lead) : lead();
  held.catch(() => {
    // Left the queue before its turn came; the failure of a stream is told by its state.
  });

  return () => {
    leaving.abort();
    channel.close();
  };
}
