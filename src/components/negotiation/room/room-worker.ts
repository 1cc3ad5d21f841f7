/** The computations of the page about the standing over time, beside the page: the same code as the command line. */
import { openTimeline } from '@/audit/timeline';
import { Answers, overviewOf } from './answers';
import { Desk } from './desk';
import type { RoomNews, RoomOrder } from './orders';

/** Told this often: a message costs more than an event. */
const EVERY = 50;
/** In milliseconds: how long an order may lie in the letter box. */
const PATIENCE = 12;

let breathed = 0;
const desk = new Desk(
  async () => {
    if (performance.now() - breathed < PATIENCE) return;
    await new Promise((resolve) => setTimeout(resolve));
    breathed = performance.now();
  },
  (error) => tell({ kind: 'broken', message: String(error) }),
);
let answers: Answers | null = null;

addEventListener('message', ({ data }: MessageEvent<RoomOrder>) => {
  if (data.kind === 'open') {
    open(data.bundle).catch((error: unknown) => tell({ kind: 'broken', message: String(error) }));
  } else if (data.kind === 'stop-flips') {
    desk.drop('flips');
  } else if (answers !== null) {
    desk.put(data.kind, answers.to(data));
  }
});

async function open(bundle: Blob): Promise<void> {
  const opened = await openTimeline(
    (offset) => chunksOf(bundle.slice(offset)),
    (position) => {
      if (position % EVERY === 0) tell({ kind: 'reading', events: position + 1 });
    },
  );
  if (opened.kind !== 'open') {
    tell({ kind: 'not-opened', why: opened });
    return;
  }
  answers = new Answers(opened.timeline, tell);
  tell({ kind: 'opened', overview: overviewOf(opened.timeline) });
}

function tell(news: RoomNews): void {
  postMessage(news);
}

async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
