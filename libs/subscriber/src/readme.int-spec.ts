import { temporaryFolders } from '@ibex/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { ExchangeInProcess } from '../../../test/support/exchange-in-process';
import * as subscriberLib from './index';
import { until } from './subscriber.fixture';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const folders = temporaryFolders();
let exchange: ExchangeInProcess;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
}, 30_000);
afterAll(() => exchange.stop());

type Run = (
  get: (name: string) => unknown,
  process: Readonly<{ once: (signal: string, stop: () => void) => void }>,
  console: Readonly<{ error: (...words: readonly unknown[]) => void }>,
) => Promise<void>;

/** The lines of the README's first block, as they stand, with what they import handed in. */
const example = (): Readonly<{ lines: number; run: Run }> => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const body = code.replace(/^import (\{.*\}) from ('.*');$/gm, 'const $1 = get($2);');
  const run = runInThisContext(`(async (get, process, console) => {${body}})`) as Run;
  return { lines: code.trim().split('\n').length, run };
};

describe('the example of the README', () => {
  it('enters what comes into the register, acknowledges it, and ends when told to', async () => {
    const url = await exchange.listen();
    const entered: unknown[] = [];
    const troubles: unknown[] = [];
    const caseSystem = {
      settings: { exchange: url, folder: folders() },
      tokenFor: () => exchange.tokenOf([CROYDON, 'system-client']),
      register: {
        enter: (id: string, { child }: subscriberLib.NoticeDetail) =>
          Promise.resolve(void entered.push([id, child?.localId])),
        note: (id: string, kind: string) => Promise.resolve(void entered.push([id, kind])),
      },
    };
    const modules: Readonly<Record<string, unknown>> = {
      '@ibex/subscriber': subscriberLib,
      './our-case-system': caseSystem,
    };
    let stop = (): void => undefined;
    const { lines, run } = example();
    expect(lines).toBeLessThanOrEqual(22);
    const ended = run(
      (name) => modules[name],
      { once: (_, stopping) => (stop = stopping) },
      { error: (...words) => void troubles.push(words) },
    );
    const child = { localId: 'R-1', forename: 'Ada', surname: 'Obi' };
    const stay = { host: CROYDON, startsOn: '2026-03-02', notice: 'emergency', address: '1 Old Street' };
    const by = [HACKNEY, 'placing-practitioner'] as const;
    const placed = await exchange.post(by, '/v1/placements', { child, ...stay });
    await exchange.post(by, `/v1/placements/${String(placed.body['id'])}/supply`, {
      supplied: ['care-plan'],
    });
    await until(() => entered.length === 2, 20_000);
    stop();
    await ended;
    const inbox = await exchange.get([CROYDON, 'duty-desk'], '/v1/inbox');
    const ids = (inbox.body['entries'] as readonly Readonly<{ id: string }>[]).map(({ id }) => id);
    expect([entered, troubles]).toEqual([
      [
        [ids[0], 'R-1'],
        [ids[1], 'Care plan or assessment supplied'],
      ],
      [],
    ]);
  }, 60_000);
});
