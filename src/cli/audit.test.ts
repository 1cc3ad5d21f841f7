import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { cosign, formatWitnessKey, witnessKeyOf } from '@/ledger/cosignature';
import { signingKey } from '@/ledger/note';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'parley-audit-'));
const DEMO = join(root, 'prisma', 'demo', 'frontier-training.json');

function parley(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/parley.js'), ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

let verifierKey: string;
let bundle: string;

beforeAll(() => {
  const made = parley(['keygen', 'parley.example/parley/frontier-training']);
  expect(made).toMatchObject({ code: 0, err: '' });
  file('key', made.out);
  verifierKey = made.out.split('\n')[1] ?? '';
  const bundled = parley(['bundle', DEMO, '--key', 'key']);
  expect(bundled).toMatchObject({ code: 0, err: '' });
  bundle = bundled.out;
  file('demo.ndjson', bundle);
}, 60_000);

describe('parley keygen', { timeout: 60_000 }, () => {
  it('prints a signing key and its verifier key, in the encoding of signed notes', () => {
    expect(readFileSync(join(folder, 'key'), 'utf8')).toMatch(
      /^PRIVATE\+KEY\+parley\.example\/parley\/frontier-training\+([0-9a-f]{8})\+A\S{43}=?\nparley\.example\/parley\/frontier-training\+\1\+A\S{43}=?\n$/,
    );
  });

  it('refuses what is no name, and asks for one', () => {
    expect(parley(['keygen', 'a b'])).toMatchObject({ code: 2, out: '' });
    expect(parley(['keygen'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('which name?'),
    });
  });
});

describe('parley bundle', { timeout: 60_000 }, () => {
  it('begins at the file’s own instants and says that it is simulated', () => {
    const lines = bundle.trimEnd().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      format: 'parley-audit/1',
      origin: 'parley.example/parley/frontier-training',
      key: verifierKey,
    });
    expect(bundle).toContain('"simulated":true');
    const first: string = JSON.parse(readFileSync(DEMO, 'utf8')).ballots[0].at;
    expect(lines.some((line) => line.includes(`"at":"${first}"`) && line.includes('ballot.cast'))).toBe(true);
  });

  it('refuses a key or a file that is none, in a line', () => {
    const none = parley(['bundle', DEMO, '--key', file('nokey', 'hello')]);
    expect(none).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^nokey: the first line .*\n$/),
    });
    expect(parley(['bundle', file('no.json', '{}'), '--key', 'key'])).toMatchObject({ code: 2, out: '' });
    expect(parley(['bundle', DEMO])).toMatchObject({ code: 2, err: expect.stringContaining('which key?') });
  });
});

describe('parley verify', { timeout: 60_000 }, () => {
  it('says yes, what was checked, and what is not shown by it', () => {
    const { code, out, err } = parley(['verify', 'demo.ndjson', '--key', ` ${verifierKey}\n`]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('demo.ndjson: all holds, for 268 events');
    expect(out).toMatch(/Not shown by it:\n {2}- that a pseudonym is a real delegate\n/);
    expect(out).not.toContain('own word');
    expect(parley(['verify', '-'], bundle).out).toContain('the key is the bundle’s own word');
  });

  it('checks the older checkpoint and says it as JSON', () => {
    const checkpoint: string = JSON.parse(bundle.trimEnd().split('\n').at(-1) ?? '');
    const args = ['verify', 'demo.ndjson', '--since', file('checkpoint', checkpoint), '--json'];
    const { code, out } = parley(args);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    const said = JSON.parse(out);
    expect(said).toMatchObject({ format: 'parley-verification/1', holds: true, size: 268 });
    expect(said.steps[9]).toEqual({ step: 10, name: 'since', checked: 1 });
  });

  it('asks for the cosignatures of witnesses, and says how far they go', () => {
    const key = signingKey('witness.example/w1', new Uint8Array(32).fill(21));
    const witness = formatWitnessKey(witnessKeyOf(key));
    const lines = bundle.trimEnd().split('\n');
    const note: string = JSON.parse(lines.at(-1) ?? '');
    const cosigned = note + cosign(note.slice(0, note.indexOf('\n\n') + 1), key, 1_767_225_600);
    const whole = file('cosigned.ndjson', `${lines.with(-1, JSON.stringify(cosigned)).join('\n')}\n`);
    const yes = parley(['verify', whole, '--witness', witness]);
    expect(yes.code).toBe(0);
    expect(yes.out).toContain('12. cosignatures of the witnesses: 1 checked');
    expect(yes.out).toContain('witness.example/w1 for the first 268 events');
    const json = JSON.parse(parley(['verify', whole, '--witness', witness, '--json']).out);
    expect(json.witnessed).toEqual([{ name: 'witness.example/w1', size: 268, time: 1_767_225_600 }]);
    const no = parley(['verify', 'demo.ndjson', '--witness', witness]);
    expect(no.code).toBe(1);
    expect(no.out).toContain('step 12, cosignatures of the witnesses: the log as a whole\n');
    expect(parley(['verify', 'demo.ndjson']).out).toContain('not asked for (--witness)');
  });

  it('says no with step, position, expected and found, and exits 1', () => {
    const lines = bundle.split('\n');
    const index = lines.findIndex((line) => line.includes('"ballot.cast"'));
    const { position } = JSON.parse(lines[index] ?? '');
    const dropped = file('dropped.ndjson', lines.toSpliced(index, 1).join('\n'));
    const { code, out } = parley(['verify', dropped]);
    expect(code).toBe(1);
    expect(out).toContain(
      `step 2, positions and times: position ${position}\n  expected: position ${position}\n`,
    );
    const asJson = parley(['verify', dropped, '--json']);
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.out)).toMatchObject({
      holds: false,
      failure: { step: 2, name: 'order', position, found: String(position + 1) },
    });
  });

  it('exits 2 where nothing can be read, with nothing on standard output', () => {
    const cases = [
      ['nowhere.ndjson'],
      [file('other.ndjson', '{"a":1}\n')],
      ['.'],
      ['demo.ndjson', '--key', 'nonsense'],
      ['demo.ndjson', '--since', 'nowhere'],
      ['demo.ndjson', '--receipt', file('receipt.json', '{}')],
      ['demo.ndjson', '--witness', 'nonsense'],
      ['demo.ndjson', '--colour'],
      [],
    ];
    for (const args of cases) {
      const ran = parley(['verify', ...args]);
      expect([args, ran.code, ran.out]).toEqual([args, 2, '']);
      expect(ran.err).toMatch(/^\S[^\n]*\n$/);
    }
  });
});

describe('parley replay, diff and history', { timeout: 60_000 }, () => {
  it('gives back the file that the bundle was made of', () => {
    const { code, out } = parley(['replay', 'demo.ndjson', '--to', '267']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(DEMO, 'utf8')));
  });

  it('say what changed, for people and for machines', () => {
    const people = parley(['diff', 'demo.ndjson', '80', '120']);
    expect(people.code).toBe(0);
    expect(people.out).toContain('Scores moved:');
    expect(people.out).toContain('parley verify checks the whole bundle');
    const machine = parley(['diff', 'demo.ndjson', '80', '120', '--json']);
    expect(JSON.parse(machine.out)).toMatchObject({ format: 'parley-diff/1', from: 80, to: 120 });
    const history = parley(['history', 'demo.ndjson', '--stakeholder', 'lab-aurora', '--json']);
    expect(JSON.parse(history.out)).toMatchObject({ format: 'parley-history/1', stakeholder: 'lab-aurora' });
  });

  it('refuse in one line what is not there', () => {
    const cases = [
      ['replay', 'demo.ndjson', '--to', '268'],
      ['replay', 'demo.ndjson', '--to', '-1'],
      ['replay', 'demo.ndjson'],
      ['diff', 'demo.ndjson', '9', '3'],
      ['diff', 'demo.ndjson', '9'],
      ['history', 'demo.ndjson', '--stakeholder', 'nobody'],
      ['history', 'nowhere', '--stakeholder', 'nobody'],
    ];
    for (const args of cases) {
      const ran = parley(args);
      expect([args, ran.code, ran.out]).toEqual([args, 2, '']);
      expect(ran.err).toMatch(/^\S[^\n]*\n$/);
    }
  });
});
