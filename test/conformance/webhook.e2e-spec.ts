import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecretSet, playConformance, toSecrets } from '@ibex/conformance';
import type { ConformanceOptions, Report } from '@ibex/conformance';
import { temporaryFolders } from '@ibex/testing';
import { freePort } from './free-port';
import { RunningReceiver } from './running-receiver';

const folder = temporaryFolders();
const secrets = newSecretSet();
const receivers: RunningReceiver[] = [];
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((each) => each.stop()));
});

type Options = Partial<ConformanceOptions>;
type Started = Readonly<{ receiver: RunningReceiver; effects: string; url: URL }>;
const QUICK = { pauseMs: 200, burst: 80, settleMs: 4_000, patienceMs: 4_000 } as const;
const PATIENT = { pauseMs: 200, settleMs: 20_000, patienceMs: 60_000 } as const;

const portIn = (said: string): string => /:?(\d+)(\/ibex)?$/.exec(said)?.[1] ?? '0';

const started = async (
  script: string,
  effects: string,
  argumentsWith: (port: string) => readonly string[],
): Promise<Started> => {
  const receiver = await RunningReceiver.start(script, (said) => argumentsWith(portIn(said)));
  receivers.push(receiver);
  return { receiver, effects, url: new URL(`http://127.0.0.1:${portIn(receiver.said)}/ibex`) };
};

/** Written by hand, with one thing forgotten. */
const byHand = (fault: string, ...exchange: readonly string[]): Promise<Started> => {
  const effects = join(folder(), 'effects.jsonl');
  return started('plain.receiver.ts', effects, (port) => [
    port,
    effects,
    secrets.forReceiver.join(','),
    fault,
    ...exchange,
  ]);
};

/** On the SDK, with details and acknowledgements at an exchange. */
const onSdk = (exchangePort: number): Promise<Started> => {
  const home = folder();
  const keys = join(home, 'keys.txt');
  writeFileSync(keys, secrets.forReceiver.join('\n'));
  const exchange = `http://127.0.0.1:${String(exchangePort)}`;
  return started('../support/sdk/webhook-process.ts', join(home, 'effects.jsonl'), (port) => [
    ...[home, keys, exchange, 'token', port],
  ]);
};

const webhookAt = (url: URL): ConformanceOptions['target'] => ({
  webhook: { url, secrets: toSecrets(secrets.file), allowPrivate: true },
});

const played = ({ effects, url }: Started, options: Options = {}): Promise<Report> =>
  playConformance({
    ...{ target: webhookAt(url), effects: { file: effects }, seed: 'a trial' },
    ...QUICK,
    ...options,
  });

/** Ended at once, as by a cut of power, and started again by whoever looks after it. */
const killed = ({ receiver }: Started): Pick<ConformanceOptions, 'restartCommand'> => {
  receiver.keepUp();
  return { restartCommand: `kill -9 ${String(receiver.pid)}` };
};

const named = ({ scenarios }: Report, verdict: string): readonly string[] =>
  scenarios.filter((each) => each.verdict === verdict).map(({ name }) => name);

const WITHOUT_EXCHANGE = ['detail-slow', 'detail-gone', 'exchange-busy', 'acknowledgement', 'detail-broken'];

const byName = (names: readonly string[]): readonly string[] => [...names].sort();

describe('a receiver on the SDK', () => {
  it('passes everything: slow and busy exchange, 500 at once, a cut of power amid them', async () => {
    const port = await freePort();
    const receiver = await onSdk(port);
    const report = await played(receiver, {
      ...PATIENT,
      ...{ burst: 500, exchange: { port } },
      ...killed(receiver),
    });
    const unlike = report.scenarios.filter(({ verdict }) => verdict !== 'pass');
    expect(unlike.map(({ name, reasons }) => [name, ...reasons])).toEqual([
      ['transport', expect.stringContaining('tried by --allow-private')],
    ]);
    expect(report.verdict).toBe('passed');
  }, 300_000);
});

describe('a receiver written by hand', () => {
  it('passes when nothing was forgotten', async () => {
    const receiver = await byHand('nothing');
    const report = await played(receiver, { ...PATIENT, ...killed(receiver) });
    expect({ failed: named(report, 'fail'), verdict: report.verdict }).toEqual({
      failed: [],
      verdict: 'passed',
    });
    expect(byName(named(report, 'not-judged'))).toEqual(byName([...WITHOUT_EXCHANGE, 'transport']));
  }, 300_000);

  it('fails when it answers before it has stored anything, and is cut off', async () => {
    const receiver = await byHand('answers-before-storing');
    const report = await played(receiver, killed(receiver));
    expect(named(report, 'fail')).toEqual(['restart']);
  }, 120_000);

  it('shows its effects at an address as well', async () => {
    const receiver = await byHand('nothing');
    const report = await played(receiver, { effects: { url: receiver.url } });
    expect([report.effects, report.verdict]).toEqual(['url', 'passed']);
  }, 120_000);

  it('is not passed while nobody sees what it does, and the report says what was not judged', async () => {
    const { url } = await byHand('no-dedupe');
    const target = webhookAt(url);
    const report = await playConformance({ ...QUICK, target, seed: 'unseen' });
    expect(named(report, 'fail')).toEqual([]);
    expect(byName(named(report, 'pass'))).toEqual(byName(SEEN_IN_ANSWERS));
    expect([report.verdict, report.totals.mandatoryNotJudged]).toEqual(['incomplete', 16]);
  }, 120_000);

  it('is not judged on a restart that never came, nor passed for a part of the scenarios', async () => {
    const only = ['restart'];
    const report = await played(await byHand('nothing'), { only, restartCommand: 'exit 3' });
    const reasonsOf = (name: string) => report.scenarios.find((each) => each.name === name)?.reasons;
    expect(reasonsOf('restart')).toEqual(['the restart command did not end well']);
    expect([reasonsOf('valid'), report.verdict]).toEqual([['left out by --only'], 'incomplete']);
  }, 60_000);

  it('is sent the same ids in the same order for the same seed, and others for another', async () => {
    const idsOf = async (seed: string): Promise<readonly string[]> => {
      // of these so few leave that the report names all of them
      const only = ['recall', 'children-apart', 'poison'];
      const report = await played(await byHand('nothing'), { seed, only });
      return report.scenarios.flatMap(({ evidence }) => evidence.answers.map(({ id }) => id)).toSorted();
    };
    const [first, again, other] = [await idsOf('one'), await idsOf('one'), await idsOf('two')];
    expect(first).toEqual(again);
    expect(other).not.toEqual(first);
  }, 120_000);
});

const SEEN_IN_ANSWERS: readonly string[] = [
  ...['signature-missing', 'signature-garbled', 'signature-foreign', 'signature-of-another'],
  ...['timestamp-stale', 'timestamp-future', 'rotation-overlap', 'rotation-hmac', 'rotation-ed25519'],
  ...['oversize', 'answers-in-time', 'never-gone'],
];

const NOT_BELIEVED = ['signature-missing', 'signature-garbled', 'signature-foreign', 'signature-of-another'];

/** What was forgotten, and the scenarios that must tell. */
const FORGOTTEN: readonly (readonly [fault: string, fails: readonly string[]])[] = [
  ['no-dedupe', ['duplicate-later', 'duplicate-at-once']],
  ['dedupe-races', ['duplicate-at-once']],
  ['no-signature-check', NOT_BELIEVED],
  ['accepts-stale', ['timestamp-stale']],
  ['accepts-future', ['timestamp-future']],
  ['one-secret-only', ['rotation-hmac', 'rotation-ed25519']],
  ['first-signature-only', ['rotation-overlap']],
  ['recall-as-new', ['recall', 'recall-first']],
  ['emptied-as-notice', ['emptied']],
  ['correction-as-new', ['correction']],
  ['last-arrived-wins', ['late-older']],
  ['reorders', ['order-per-child', 'pause-and-burst']],
  ['strict-fields', ['unknown-fields', 'unknown-schema-version']],
  ['heartbeat-as-notice', ['heartbeat']],
  ['reads-everything', ['oversize']],
  ['gone-when-not-believed', [...NOT_BELIEVED, 'timestamp-stale', 'timestamp-future', 'never-gone']],
  ['blocks-on-poison', ['poison']],
  ['dies-on-unknown-type', ['unknown-type']],
];

describe('a receiver that forgot something', () => {
  it.each(FORGOTTEN)(
    '(%s) fails for that and for nothing else',
    async (fault, fails) => {
      const report = await played(await byHand(fault));
      expect(byName(named(report, 'fail'))).toEqual(byName(fails));
      expect(report.verdict).toBe('failed');
    },
    120_000,
  );
});

/** What was forgotten of the exchange, and the scenarios that must tell. */
const FORGOTTEN_OF_EXCHANGE: readonly (readonly [fault: string, fails: readonly string[]])[] = [
  ['nothing', []],
  ['waits-in-line', ['detail-slow']],
  ['asks-for-ever', ['detail-gone']],
  ['ignores-retry-after', ['exchange-busy', 'acknowledgement']],
  ['does-without-detail', ['detail-broken']],
  ['new-key-each-time', ['acknowledgement']],
  ['no-key', ['acknowledgement']],
];

describe('a receiver that asks the exchange and forgot something', () => {
  it.each(FORGOTTEN_OF_EXCHANGE)(
    '(%s) fails for that and for nothing else',
    async (fault, fails) => {
      const port = await freePort();
      const receiver = await byHand(fault, `http://127.0.0.1:${String(port)}`);
      const report = await played(receiver, { exchange: { port } });
      expect(byName(named(report, 'fail'))).toEqual(byName(fails));
      expect(byName(named(report, 'not-judged'))).toEqual(['restart', 'transport']);
    },
    120_000,
  );
});
