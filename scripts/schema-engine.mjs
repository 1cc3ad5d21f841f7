#!/usr/bin/env node
/**
 * Stands in for Prisma's native `schema-engine` binary, which can be had only from a host of its own: the same
 * engine, compiled to WebAssembly (npm), driven through adapter-pg. The command line starts it as
 * `schema-engine --datamodels FILE --datasource JSON` and speaks JSON-RPC, one message a line, on its standard
 * input and output; prisma.config.ts names it in PRISMA_SCHEMA_ENGINE_BINARY.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { engineAdapters } from './schema-engine-adapter.mjs';

/** The native engine's options; those that take a value and do not matter here are skipped with it. */
function readArguments(words) {
  const read = { datamodels: [], datasource: {}, command: null };
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === '--version' || word === '-V') read.command = 'version';
    else if (word === '--datamodels' || word === '-d') read.datamodels.push(words[++i]);
    else if (word === '--datasource') read.datasource = JSON.parse(words[++i]);
    else if (word === 'cli') read.command = words[++i];
    else if (word.startsWith('--')) i++;
  }
  return read;
}

const { datamodels, datasource, command } = readArguments(process.argv.slice(2));

async function withClient(url, use) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function createDatabase(url) {
  const address = new URL(url);
  const name = decodeURIComponent(address.pathname.slice(1));
  address.pathname = '/postgres';
  await withClient(address.href, (client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`));
  return name;
}

const PRISMA_CODE = {
  '3D000': 'P1003',
  '28P01': 'P1000',
  28000: 'P1000',
  ECONNREFUSED: 'P1001',
  ENOTFOUND: 'P1001',
  ETIMEDOUT: 'P1002',
};

/**
 * The command line reads standard error as JSON lines to learn why a one-shot command failed. It finds the reason
 * only after a first line, so each command begins with one.
 */
function logLine(level, fields) {
  const line = { timestamp: new Date().toISOString(), level, fields, target: 'schema_engine::logger' };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

async function oneShot(name) {
  if (name === 'version') {
    console.log('schema-engine-cli wasm');
    return 0;
  }
  logLine('INFO', { message: `schema-engine (wasm) ${name}` });
  try {
    if (name === 'can-connect-to-database') {
      await withClient(datasource.url, (client) => client.query('SELECT 1'));
    } else if (name === 'create-database') await createDatabase(datasource.url);
    else throw new Error(`The WebAssembly schema engine has no command ${name}`);
    return 0;
  } catch (error) {
    const host = URL.canParse(datasource.url ?? '') ? new URL(datasource.url).host : '?';
    const message = error.message || `Can't reach database server at ${host}`;
    logLine('ERROR', { is_panic: false, error_code: PRISMA_CODE[error.code] ?? 'P1011', message });
    return 1;
  }
}

/** A panic inside the engine says what happened only through this registry. */
const panics = {
  message: '',
  set_message(message) {
    this.message = message;
  },
  get() {
    return this.message;
  },
};

function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = panics;
  const folder = dirname(
    createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  );
  const code = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(code, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings.SchemaEngine.new(
    {
      datamodels: datamodels.length
        ? datamodels.map((path) => [path, readFileSync(path, 'utf8')])
        : undefined,
    },
    (message) => {
      if (process.env.DEBUG) logLine('DEBUG', { message: String(message) });
    },
    // Offline commands get an address that nothing listens on and never use it.
    engineAdapters(datasource.url ?? 'postgresql://127.0.0.1:1/none'),
  );
}

let engine;
const RENAMED = { getDatabaseVersion: 'version' };

async function call(method, params) {
  if (method === 'createDatabase') {
    return { databaseName: await createDatabase(params?.datasource?.url ?? datasource.url) };
  }
  engine ??= loadEngine();
  const ready = await engine;
  const name = RENAMED[method] ?? method;
  if (typeof ready[name] !== 'function') {
    throw new Error(`The WebAssembly schema engine has no method ${method}`);
  }
  return ready[name](params);
}

function plain(_key, value) {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Map ? Object.fromEntries(value) : value;
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message }, plain)}\n`);

async function answer(line) {
  const { id, method, params } = JSON.parse(line);
  if (!method) return; // the command line's acknowledgement of a print
  try {
    const result = await call(method, params);
    // The native engine prints a diff through the client; ids of its own keep the two from meeting.
    if (method === 'diff' && result?.stdout != null) {
      send({ id: 900000 + id, method: 'print', params: { content: result.stdout } });
    }
    send({ id, result: result ?? null });
  } catch (error) {
    const panic = panics.get();
    const message = panic || error?.message || String(error);
    send({
      id,
      error: {
        code: 4466,
        message: 'An error happened. Check the data field for details.',
        data: {
          is_panic: Boolean(panic),
          message,
          error_code: error?.code ?? null,
          meta: error?.meta ?? null,
          ...(panic ? { error: { message } } : {}),
        },
      },
    });
  }
}

if (command) process.exit(await oneShot(command));

let queue = Promise.resolve();
createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (line.trim()) queue = queue.then(() => answer(line));
  })
  .on('close', () => queue.then(() => process.exit(0)));
