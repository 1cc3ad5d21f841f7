import type { LiveMessage, LiveState } from './live-message';

/**
 * Opens the one event stream; it resumes by itself from the last position it saw. Returns how to close it.
 *
 * The stream is that of tRPC's subscriptions (server/live/streams.ts): `connected` first, with how long it may be silent;
 * messages; `ping`; and at its end `return` or `serialized-error`. Where it breaks off, the browser connects again.
 */
export function openStream(
  negotiation: string,
  from: number,
  on: { readonly message: (message: LiveMessage) => void; readonly state: (state: LiveState) => void },
): () => void {
  let position = from;
  /** After so many milliseconds of silence the connection is taken for dead; `undefined`: not told yet. */
  let patience: number | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | null = null;

  const close = () => {
    clearTimeout(silence);
    source?.close();
  };
  const stop = () => {
    close();
    on.state('off');
  };
  const heard = () => {
    clearTimeout(silence);
    if (patience !== undefined) silence = setTimeout(open, patience);
  };
  const open = () => {
    close();
    on.state('connecting');
    heard();
    const input = JSON.stringify({ negotiation, lastEventId: String(position) });
    const opened = new EventSource(`/api/trpc/standing.live?input=${encodeURIComponent(input)}`);
    source = opened;
    const listen = (type: string, then: (text: string) => void) =>
      opened.addEventListener(type, ({ data }) => {
        heard();
        then(data);
      });
    listen('connected', (text) => {
      patience = JSON.parse(text).reconnectAfterInactivityMs;
      heard();
      on.state('on');
    });
    listen('message', (text) => {
      const message: LiveMessage = JSON.parse(text);
      position = message.position;
      on.message(message);
    });
    listen('ping', () => {});
    listen('return', stop);
    listen('serialized-error', (text) => {
      // A server that stops, or fails, is asked again; whoever may not read any more is not.
      if (JSON.parse(text).data.httpStatus >= 500) on.state('connecting');
      else stop();
    });
    opened.onerror = () => {
      heard();
      if (opened.readyState === EventSource.CLOSED) stop();
      else on.state('connecting');
    };
  };
  open();
  return close;
}
