import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatSigningKey, formatVerifierKey, signingKey } from '@/ledger/note';
import { loadDemo } from '../scripts/demo.mjs';
import { freePort } from '../scripts/free-port.mjs';
import { ask } from '../scripts/postgres-question.mjs';
import { startServer } from '../scripts/server-process.mjs';
import { SERVED } from './served';
import { NEGOTIATION } from './signed-in';

/** Of the platform, and so of each of its logs. */
const SEED = new Uint8Array(32).fill(0x77);
const LOG_KEY = formatVerifierKey(signingKey(`localhost/parley/${NEGOTIATION}`, SEED));

export interface Witness {
  /** Verifier key of its cosignatures, as it printed it. */
  readonly key: string;
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** `parley witness` of the demonstration's log, as somebody else would run it, once it listens. */
export async function startWitness(folder: string, name: string): Promise<Witness> {
  const keyFile = join(folder, `${name}.key`);
  const own = signingKey(`witness.example/${name}`, new Uint8Array(32).fill(name.charCodeAt(0)));
  writeFileSync(keyFile, formatSigningKey(own));
  const words = ['--key', keyFile, '--log', LOG_KEY, '--state', join(folder, name)];
  const child = spawn(process.execPath, ['bin/parley.js', 'witness', ...words, '--listen', '127.0.0.1:0']);
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const [, key = '', url = ''] = await said(child, /^(\S+)\n.* at (\S+)\n/);
  return {
    key,
    url,
    stop: () => {
      child.kill();
      return gone;
    },
  };
}

function said(child: ChildProcess, wanted: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = '';
    const take = (chunk: Buffer) => {
      text += chunk.toString();
      const match = wanted.exec(text);
      if (match !== null) resolve(match);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('exit', () => reject(new Error(`it ended: ${text}`)));
  });
}

/** A server with a fresh demonstration and these witnesses, on a database of its own. */
export async function startWitnessedServer(
  folder: string,
  witnesses: readonly Pick<Witness, 'key' | 'url'>[],
) {
  const name = `parley_witnessed_${process.pid}`;
  const databaseUrl = new URL(SERVED.databaseUrl);
  databaseUrl.pathname = `/${name}`;
  await ask(SERVED.databaseUrl, `CREATE DATABASE ${name} TEMPLATE parley_template`);
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  const options = {
    port: await freePort(),
    databaseUrl: databaseUrl.href,
    dataFolder,
    demo: true,
    env: {
      PARLEY_SIGNING_KEY: Buffer.from(SEED).toString('hex'),
      PARLEY_WITNESSES: witnesses.map(({ key, url }) => `${key} ${url}`).join(','),
    },
    logFile: join(folder, 'server.log'),
  };
  await loadDemo(options);
  const server = await startServer(options);
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await ask(SERVED.databaseUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
