import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(root, 'bin', 'parley.js');
const example = (name: string) => join(root, 'src', 'core', 'examples', name);
const folder = mkdtempSync(join(tmpdir(), 'parley-cli-'));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(
  args: readonly string[],
  options: {
    cwd?: string;
    input?: string | Buffer;
    bin?: string;
    env?: Readonly<Record<string, string>>;
  } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...options.env };
    const child = spawn(process.execPath, [options.bin ?? bin, ...args], { cwd: options.cwd ?? folder, env });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const SOUND = readFileSync(example('small-03.json'), 'utf8');
const FAULTY = JSON.stringify({ ...JSON.parse(SOUND), title: 5, colour: 1 });
const FAULTS = ['title: 5 is not a text', 'colour: unknown key'];

/** The expected files leave out the names of joiners, which are free, and lay out power apart. */
function fixed(text: string): string {
  return JSON.stringify(JSON.parse(text), (key, value: unknown) =>
    key === 'joiners' || key === 'power' ? undefined : value,
  );
}

beforeAll(async () => {
  expect((await run(['--version'])).out).toBe('parley 0.1.0\n');
}, 60_000);

describe('parley aggregate --json', { timeout: 60_000 }, () => {
  it('gives the examples their expected results, one a line in the order of the files, on either basis', async () => {
    const names = ['frontier-training', 'small-01', 'small-08', 'small-12'];
    const files = names.map((name) => example(`${name}.json`));
    for (const basis of ['stated', 'informed']) {
      const { code, out, err } = await run(['aggregate', '--json', '--basis', basis, ...files]);
      expect([code, err]).toEqual([0, '']);
      const lines = out.split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.map(fixed)).toEqual(
        names.map((name) => fixed(readFileSync(example(`${name}.${basis}.expected.json`), 'utf8'))),
      );
    }
  });

  it('leaves out what takes a search, and nothing else, where that is asked for', async () => {
    const name = example('frontier-training.json');
    const [whole, without] = await Promise.all([
      run(['aggregate', '--json', name]),
      run(['aggregate', '--json', '--no-searches', name]),
    ]);
    const unsearched = (key: string, value: unknown) =>
      key === 'gap' || key === 'resilience' ? null : value;
    expect(JSON.parse(without.out)).toEqual(JSON.parse(whole.out, unsearched));
    expect(whole.out).toContain('"leastShift":');
    expect((await run(['aggregate', '--no-searches', name])).code).toBe(0);
  });

  it('takes ballots from a table beside the file as if they stood in it, and refuses them by line', async () => {
    const text = readFileSync(example('frontier-training.json'), 'utf8');
    const { ballots, ...rest } = JSON.parse(text);
    const frame = file('frame.json', JSON.stringify({ ...rest, ballots: ballots.slice(0, 1) }));
    const lines = ballots.slice(1).map((ballot: unknown) => `${JSON.stringify(ballot)}\n`);
    const table = file('ballots.ndjson', lines.join(''));
    const whole = await run(['aggregate', '--json', file('whole.json', text)]);
    expect(await run(['aggregate', '--json', frame, '--ballots', table])).toEqual(whole);
    const count = /(\d+) ballots/;
    const valid = await run(['validate', frame, '--ballots', table]);
    expect(count.exec(valid.out)?.[1]).toBe(`${ballots.length}`);

    const broken = file('broken.csv', 'stakeholder,at,colour\n');
    const { code, out, err } = await run(['aggregate', frame, '--ballots', broken]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`${broken}: line 1, colour: no profile has the id "colour"`);
    const absent = await run(['validate', frame, '--ballots', 'absent.csv']);
    expect(absent).toEqual({ code: 2, out: '', err: 'absent.csv: there is no such file\n' });
  });

  it('reads standard input, from any folder and through a link', async () => {
    const link = join(folder, 'parley');
    symlinkSync(bin, link);
    const piped = await run(['aggregate', '--json', '-'], { cwd: '/', input: SOUND, bin: link });
    const named = await run(['aggregate', example('small-03.json'), '--json']);
    expect(piped).toEqual(named);
    expect(piped.code).toBe(0);
  });

  it('adds power when asked', async () => {
    const { out } = await run(['aggregate', '--json', '--power', example('small-03.json')]);
    expect(JSON.parse(out)).toMatchObject({
      power: { method: 'exact', stakeholders: [{ banzhafSwings: '1', banzhaf: 1 }] },
    });
  });

  it('prints nothing when one of several files is refused, and says which', async () => {
    const faulty = file('faulty.json', FAULTY);
    const refused = await run([
      'aggregate',
      '--json',
      example('small-03.json'),
      faulty,
      join(folder, 'absent.json'),
    ]);
    expect(refused.code).toBe(2);
    expect(refused.out).toBe('');
    expect(refused.err.trimEnd().split('\n')).toEqual([
      ...FAULTS.map((fault) => `${faulty}: ${fault}`),
      `${join(folder, 'absent.json')}: there is no such file`,
    ]);
  });

  it('names the path alone when there is one file', async () => {
    const refused = await run(['aggregate', file('one.json', FAULTY)]);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err.trimEnd().split('\n')).toEqual(FAULTS);
    const piped = await run(['validate', '-'], { input: '{"title": NaN}' });
    expect(piped).toEqual({ code: 2, out: '', err: 'title: NaN is not a JSON value (line 1, column 11)\n' });
  });

  it('says in a sentence what cannot be read', async () => {
    expect(await run(['aggregate', folder])).toEqual({
      code: 2,
      out: '',
      err: `${folder}: is a folder, not a file\n`,
    });
    const locked = file('locked.json', SOUND);
    chmodSync(locked, 0o000);
    const read = await run(['aggregate', locked]);
    if (process.getuid?.() === 0) expect(read.code).toBe(0);
    else expect(read).toEqual({ code: 2, out: '', err: `${locked}: may not be read by this account\n` });
  });

  it('ends quietly when nobody reads on', async () => {
    const files = Array.from({ length: 40 }, () => example('frontier-training.json'));
    const code = await new Promise((resolve) => {
      const child = spawn(process.execPath, [bin, 'aggregate', '--json', ...files], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString();
      });
      child.stdout.once('data', () => child.stdout.destroy());
      child.on('close', (status) => resolve([status, err]));
    });
    expect(code).toEqual([0, '']);
  });
});

describe('parley for people', { timeout: 60_000 }, () => {
  it('says first what clears the bar and why, then shows it', async () => {
    const { code, out, err } = await run(['aggregate', example('frontier-training.json')]);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toBe(
      'Licensed scaling clears the bar: 7 of 12 stakeholders, with 59 % of compute and 61 % of population, gain however the uncertainty turns out.',
    );
    expect(out).toMatch(/Licensed scaling +● clears +1 +16 +30 +unresolved +no/);
    expect(out).toMatch(/Licensed scal\S* +stakeholders +7 of 12 +9 of 12 +11 of 12 +≥ 1\/2, ≥ 6/);
    expect(out).toMatch(/Strict liability +○ within reach/);
    expect(out).toContain('1 stakeholder is silent, so every profile is unknown to it: Equinox Cloud.');
    expect(out).not.toContain('\u001b');
  });

  it('fits a narrow terminal', async () => {
    const { out } = await run(['aggregate', example('frontier-training.json')], { env: { COLUMNS: '60' } });
    for (const line of out.split('\n').slice(1)) expect([...line].length, line).toBeLessThanOrEqual(60);
  });

  it('warns of a rule that is not proper', async () => {
    const { out } = await run(['aggregate', example('small-01.json')]);
    expect(out).toContain('The rule is not proper');
    const validated = await run(['validate', example('small-01.json'), example('small-03.json')]);
    expect(validated.out.split('\n')).toEqual([
      `${example('small-01.json')} is a valid negotiation file: 4 stakeholders, 4 profiles, 6 ballots. The rule is not proper: two coalitions without a member in common are both adequate, for one S0, S2 and S3, and S1.`,
      `${example('small-03.json')} is a valid negotiation file: 1 stakeholder, 2 profiles, 1 ballot. The rule is proper: no two coalitions without a member in common are both adequate.`,
      '',
    ]);
  });
});

describe('the command line', { timeout: 60_000 }, () => {
  it('helps, and refuses in one line what it does not know', async () => {
    const helped = await run(['aggregate', '--help']);
    expect([helped.code, helped.err]).toEqual([0, '']);
    expect(helped.out).toMatch(/^parley aggregate FILE… \[--json\]/);
    const refused = await run(['aggregate', '--jsn', 'x']);
    expect(refused).toEqual({
      code: 2,
      out: '',
      err: "parley: unknown option '--jsn'; see parley aggregate --help\n",
    });
  });
});
