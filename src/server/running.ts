/** A running server: our own HTTP server in front of Next, with its jobs, and the way to stop it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { store as processStore, type Store } from './db/store';
import type { Env } from './env';
import { api, refuse } from './http/api';
import { openPages, type Pages } from './http/pages';
import { requestPreparer } from './http/prepare-request';
import { isFromOurPages } from './http/same-origin';
import { checkEpochs } from './jobs/check-epochs';
import { checkKeys } from './jobs/check-keys';
import { databaseClock } from './jobs/clock';
import { closeRoundsOnTime } from './jobs/close-rounds';
import { forgetOldLetters } from './jobs/forget-old-letters';
import { workOffMail } from './jobs/mail-jobs';
import { noticeWorker } from './jobs/notice-worker';
import { powerComputer } from './jobs/power-computer';
import { PowerThread } from './jobs/power-thread';
import { pruneDaily } from './jobs/prune';
import { remindOnTime } from './jobs/remind';
import { StandingThreads } from './jobs/standing-threads';
import { standingWorker } from './jobs/standing-worker';
import { prepareVerdicts, verdictWorker } from './jobs/verdict-worker';
import { hub as processHub } from './live/hub';
import { answerLive } from './live/streams';
import { logger } from './logger';
import { openPost } from './mail/post';
import { showToWitnesses } from './witnesses/job';

export interface RunningServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** How long answers under way may take once the server stops; all of it ends within three seconds. */
const GRACE_MS = 1_500;

export async function startServer(settings: Env): Promise<RunningServer> {
  const isDev = settings.NODE_ENV === 'development';
  const store = processStore();
  const hub = processHub(store);
  const threads = new StandingThreads(settings.PARLEY_HELD_STANDINGS);
  const power = new PowerThread();
  powerComputer(() => power);
  const worker = standingWorker(store, threads.compute);
  const verdicts = verdictWorker(store, threads.verdicts, hub.onTold);
  hub.onOpened((log) => {
    prepareVerdicts(store, threads.verdicts, log).catch((error: unknown) =>
      logger().warn({ err: error, log }, 'verdicts were not computed ahead'),
    );
  });
  const post = openPost(settings);
  const notices = noticeWorker(store, post !== null);
  const server = createServer({ keepAliveTimeout: 10_000 });
  let isReady = false;
  const answerApi = api(store, hub, () => isReady);
  const { prepare, preparePage } = requestPreparer({
    isDev,
    trustProxy: settings.PARLEY_TRUST_PROXY,
    isSecure: settings.NEXTAUTH_URL?.startsWith('https:') ?? false,
  });
  const publicHost = settings.NEXTAUTH_URL === undefined ? [] : [new URL(settings.NEXTAUTH_URL).host];
  let pages: Pages | null = null;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    prepare(request, response);
    const host = request.headers['x-forwarded-host'] ?? request.headers.host ?? '';
    if (!isFromOurPages(request, [String(host), ...publicHost])) {
      return refuse(
        response,
        403,
        'This request comes from another site, and changes are taken from our own pages only.',
      );
    }
    if (await answerLive(store, hub, request, response)) return;
    if (await answerApi(request, response)) return;
    if (pages !== null) {
      preparePage(request, response);
      return pages.handle(request, response);
    }
    refuse(
      response,
      settings.PARLEY_PAGES ? 503 : 404,
      settings.PARLEY_PAGES ? 'Starting.' : 'There are no pages here.',
    );
  }

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      logger().error({ err: error, method: request.method }, 'a request failed');
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'The server failed. Try again.');
    });
  });

  await checkKeys(store);
  const port = await listen(server, settings.PORT);
  if (settings.NEXTAUTH_URL === undefined) {
    // next-auth then takes each request's own host, which prepare-request vouches for.
    process.env['AUTH_TRUST_HOST'] = 'true';
  }
  await hub.start();
  await worker.start();
  await verdicts.start();
  await notices.start();
  const mail = await workOffMail(store, post);
  const stopForgetting = forgetOldLetters(store);
  const stopPruning = pruneDaily(store, databaseClock(store.pool));
  const stopReminding = remindOnTime(store, databaseClock(store.pool));
  const stopClosingRounds = closeRoundsOnTime(store);
  const witnessing = await showToWitnesses(store);
  checkEpochs(store).catch((error: unknown) =>
    logger().error({ err: error }, 'the check of signed sizes failed'),
  );
  if (settings.PARLEY_PAGES) pages = await openPages(server, isDev, port);
  isReady = true;

  return {
    address: `http://localhost:${port}`,
    stop: async () => {
      stopClosingRounds();
      stopReminding();
      stopForgetting();
      stopPruning();
      // Streams first: the HTTP server would wait for them for ever.
      await hub.close();
      await closeServer(server);
      await Promise.all([
        Promise.all([worker.stop(), verdicts.stop()]).then(() => threads.stop()),
        power.stop(),
        notices.stop(),
        mail.stop(),
        witnessing.stop(),
        pages?.close().catch(() => undefined),
      ]);
      await closeStore(store);
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
}

async function closeStore(store: Store): Promise<void> {
  await store
    .close()
    .catch((error: unknown) => logger().warn({ err: error }, 'the database was not closed cleanly'));
}
