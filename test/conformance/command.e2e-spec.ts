import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@ibex/conformance';
import { temporaryFolders } from '@ibex/testing';
import { RunningReceiver } from './running-receiver';

const ROOT = join(__dirname, '../..');
const folder = temporaryFolders();
const receivers: RunningReceiver[] = [];
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((each) => each.stop()));
});

type Ended = Readonly<{ code: number | null; out: string; complaint: string }>;

/** `ibex conformance …` in a process of its own. */
const ibex = async (...given: readonly string[]): Promise<Ended> => {
  const loader = join(ROOT, 'test/support/typescript.cjs');
  const script = join(ROOT, 'apps/cli/src/main.ts');
  const child = spawn(process.execPath, ['-r', loader, script, 'conformance', ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, complaint] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (complaint += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, complaint };
};

/** A receiver by hand on secrets that the command made, and the options that try it. */
const tried = async (fault: string): Promise<Readonly<{ options: readonly string[]; effects: string }>> => {
  const home = folder();
  const [secrets, effects] = [join(home, 'secrets.txt'), join(home, 'effects.jsonl')];
  const { out } = await ibex('secrets', secrets);
  const keys = out.split('\n').flatMap((line) => /^ {2}(wh\S+)$/.exec(line)?.[1] ?? []);
  const receiver = await RunningReceiver.start('plain.receiver.ts', () => [
    ...['0', effects, keys.join(','), fault],
  ]);
  receivers.push(receiver);
  const url = `http://127.0.0.1:${receiver.said}/a-path-with-a-token`;
  const quick = ['--pause', '0', '--burst', '40', '--settle', '10', '--patience', '10'];
  return { options: ['--webhook', url, '--secrets-file', secrets, '--allow-private', ...quick], effects };
};

describe('ibex conformance', () => {
  it('ends with 0 and a dated report when a receiver passes, and names neither its path nor its secrets', async () => {
    const { options, effects } = await tried('nothing');
    const { code, out, complaint } = await ibex(...options, '--effects-file', effects, '--seed', 'a seed');
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
    expect(out).toMatch(
      /^ibex conformance 1\.0\.0\nplayed \d{4}-\d\d-\d\dT.*, seed a seed\nagainst webhook http:\/\/127/,
    );
    expect(out).toContain('PASSED');
    const secrets = readFileSync(options[3] ?? '', 'utf8')
      .split('\n')
      .filter(Boolean);
    for (const hidden of ['a-path-with-a-token', ...secrets]) expect(out).not.toContain(hidden);
  }, 120_000);

  it('ends with 1 when something failed, and tells it in JSON as well', async () => {
    const { options, effects } = await tried('no-dedupe');
    const { code, out } = await ibex(...options, '--effects-file', effects, '--json');
    const report = JSON.parse(out) as Report;
    expect([code, report.verdict, report.totals.fail]).toEqual([1, 'failed', 2]);
    expect(report.scenarios.find(({ name }) => name === 'duplicate-later')).toMatchObject({
      verdict: 'fail',
      reasons: [expect.stringMatching(/^took effect more than once: /)],
      evidence: { tries: 4, statuses: { '204': 4 } },
    });
  }, 120_000);

  it('ends with 2 when nothing failed and not everything could be judged', async () => {
    const { options } = await tried('no-dedupe');
    const { code, out } = await ibex(...options);
    expect(code).toBe(2);
    expect(out).toContain(
      'INCOMPLETE: nothing that was judged failed, but 16 mandatory scenarios were not judged',
    );
  }, 120_000);

  it('makes secrets that only their owner can read, and never over a file that is there', async () => {
    const file = join(folder(), 'secrets.txt');
    await ibex('secrets', file);
    expect(statSync(file).mode & 0o077).toBe(0);
    const { code, complaint } = await ibex('secrets', file);
    expect(code).toBe(1);
    expect(complaint).toContain('EEXIST');
  }, 60_000);

  it('lists what it plays', async () => {
    const { code, out } = await ibex('list');
    expect(code).toBe(0);
    expect(out).toMatch(/^recall-first\n {2}played: .+\n {2}expected: .+\n {2}source: .+$/m);
  }, 60_000);
});
