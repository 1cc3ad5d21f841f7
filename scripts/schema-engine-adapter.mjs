/**
 * adapter-pg as the schema engine needs it. Four of its faults are gone round here; without that, `migrate dev`
 * replays every migration on the real database, leaves shadow databases behind, panics on catalog columns, and
 * cuts a migration at every semicolon, those inside function bodies too.
 */
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { parseIntoClientConfig } from 'pg-connection-string';

const CHAR_OID = 18;
const TEXT_OID = 25;
const patched = new WeakSet();

/**
 * The engine's describer reads columns of the catalog type "char" (oid 18), for which adapter-pg has no type and
 * for which the engine takes nothing but Character: the rows are read as text and the type is put right after.
 */
function withCharType(adapter) {
  const queryable = Object.getPrototypeOf(Object.getPrototypeOf(adapter));
  if (patched.has(queryable)) return adapter;
  patched.add(queryable);
  const { queryRaw } = queryable;
  queryable.queryRaw = async function (query) {
    const rows = await this.performIO(query);
    const chars = [];
    rows.fields.forEach((field, i) => {
      if (field.dataTypeID !== CHAR_OID) return;
      field.dataTypeID = TEXT_OID;
      chars.push(i);
    });
    const once = Object.create(this, { performIO: { value: async () => rows } });
    const result = await queryRaw.call(once, query);
    for (const i of chars) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

/** A script goes to the server whole, which knows where a statement ends. */
function withWholeScripts(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

class EngineAdapter extends PrismaPg {
  constructor(connection, options) {
    super(connection, options);
    this.connection = connection;
    this.options = options;
  }

  async connect() {
    return withWholeScripts(withCharType(await super.connect()));
  }

  /** Upstream drops the shadow database while its own pool still holds it: close first, then drop. */
  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    const main = await this.connect();
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = await new EngineAdapter({ ...this.connection, database }, this.options).connect();
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      await main.executeScript(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await main.dispose();
    };
    return shadow;
  }
}

/** The engine's connections to the database of `url`. */
export function engineAdapters(url) {
  const schema = URL.canParse(url) ? (new URL(url).searchParams.get('schema') ?? undefined) : undefined;
  // Parsed, not { connectionString }: pg lets a connection string override the shadow database's name, and the
  // replay would then run on the real database.
  const connection = parseIntoClientConfig(url);
  const options = { schema, onPoolError() {}, onConnectionError() {} };
  return bindMigrationAwareSqlAdapterFactory(new EngineAdapter(connection, options));
}
