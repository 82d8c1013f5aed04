import { join } from 'node:path';
import { newSecretSet, playConformance, reportText, toSecrets } from '@ibex/conformance';
import type { ConformanceOptions, Report } from '@ibex/conformance';
import { temporaryFolders } from '@ibex/testing';
import { RunningReceiver } from './running-receiver';

const folder = temporaryFolders();
const secrets = newSecretSet();
const receivers: RunningReceiver[] = [];
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((each) => each.stop()));
});

type Options = Partial<ConformanceOptions>;
const QUICK = { pauseMs: 200, burst: 80, settleMs: 4_000, patienceMs: 4_000 } as const;

/** A receiver on a port of its own that keeps its effects in a file. */
const receiverWith = async (
  fault: string,
): Promise<Readonly<{ receiver: RunningReceiver; effects: string; url: URL }>> => {
  const effects = join(folder(), 'effects.jsonl');
  const receiver = await RunningReceiver.start('plain.receiver.ts', (said) => [
    said || '0',
    effects,
    secrets.forReceiver.join(','),
    fault,
  ]);
  receivers.push(receiver);
  return { receiver, effects, url: new URL(`http://127.0.0.1:${receiver.said}/hook`) };
};

const webhookAt = (url: URL): ConformanceOptions['target'] => ({
  webhook: { url, secrets: toSecrets(secrets.file), allowPrivate: true },
});

const played = async (fault: string, options: Options = {}): Promise<Report> => {
  const { effects, url } = await receiverWith(fault);
  return playConformance({
    ...{ target: webhookAt(url), effects: { file: effects }, seed: fault },
    ...QUICK,
    ...options,
  });
};

const names = ({ scenarios }: Report, verdict: string): readonly string[] =>
  scenarios.filter((each) => each.verdict === verdict).map(({ name }) => name);

const WITHOUT_EXCHANGE = ['detail-slow', 'detail-gone', 'exchange-busy', 'acknowledgement', 'detail-broken'];

describe('a receiver written by hand', () => {
  it('passes when nothing was forgotten', async () => {
    const report = await played('none');
    expect({ failed: names(report, 'fail'), text: reportText(report) }).toMatchObject({ failed: [] });
    expect(names(report, 'not-judged').toSorted()).toEqual(
      [...WITHOUT_EXCHANGE, 'restart', 'transport'].toSorted(),
    );
    expect(report.verdict).toBe('passed');
  }, 120_000);
});

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
      const report = await played(fault);
      expect(names(report, 'fail').toSorted()).toEqual([...fails].toSorted());
      expect(report.verdict).toBe('failed');
    },
    120_000,
  );
});
