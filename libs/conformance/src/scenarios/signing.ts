import { newHmacSecret } from '@ibex/adapters/webhook';
import type { SignedPost } from '@ibex/adapters/webhook';
import type { Unusual, WebhookLine } from '../lines/webhook-line';
import type { Stage } from '../run/stage';
import { notTurnedAway } from './scenario';
import type { Played, Scenario } from './scenario';

const STANDARD = 'Standard Webhooks 1.0';
const WINDOW_MS = 20 * 60_000;

/** A secret that the receiver cannot know, the same for the same seed. */
export const strangeSecret = (stage: Stage<WebhookLine>): string =>
  `whsec_${Buffer.from(stage.seed.digest('stranger'), 'hex').toString('base64')}`.slice(
    0,
    newHmacSecret().length,
  );

const withHeaders = (change: (headers: SignedPost['headers']) => SignedPost['headers']) => ({
  alter: ({ headers, body }: SignedPost): SignedPost => ({ headers: change(headers), body }),
});

/** Sent once, turned away, and without effect. */
const turnedAway = async (stage: Stage<WebhookLine>, unusual: readonly Unusual[]): Promise<Played> => {
  const forged = unusual.map(() => stage.notices.forged());
  const answers = [];
  for (const [at, notice] of forged.entries())
    answers.push(await stage.send(notice, (line) => line.send(notice, unusual[at])));
  return { faults: notTurnedAway(answers), judge: (effects) => effects.none(forged) };
};

const SIGNATURE = 'webhook-signature';

const without = withHeaders((headers) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== SIGNATURE)),
);
const empty = withHeaders((headers) => ({ ...headers, [SIGNATURE]: '' }));
const garbled = withHeaders((headers) => ({
  ...headers,
  [SIGNATURE]: (headers[SIGNATURE] ?? '').replace(
    /,(.)/g,
    (_, first: string) => `,${first === 'A' ? 'B' : 'A'}`,
  ),
}));
const unknownScheme = withHeaders((headers) => ({
  ...headers,
  [SIGNATURE]: (headers[SIGNATURE] ?? '').replaceAll(/v1a?,/g, 'v9,'),
}));
const otherBody: Unusual = {
  alter: ({ headers, body }) => ({ headers, body: body.replace('"prompt"', '"urgent"') }),
};
const otherId = withHeaders((headers) => ({ ...headers, 'webhook-id': `${headers['webhook-id'] ?? ''}0` }));

export const SIGNING: readonly Scenario[] = [
  {
    name: 'signature-missing',
    on: 'webhook',
    isSeenInAnswers: true,
    played: 'a notice without the header webhook-signature, and one with nothing in it',
    expected: 'turned away with 4xx other than 410, no effect',
    why: `${STANDARD}, "Verifying signatures"`,
    play: (stage) => turnedAway(stage, [without, empty]),
  },
  {
    name: 'signature-garbled',
    on: 'webhook',
    isSeenInAnswers: true,
    played: 'a notice with one sign of each signature changed, one of an unknown scheme',
    expected: 'turned away with 4xx other than 410, no effect',
    why: `${STANDARD}, "Signature scheme"`,
    play: (stage) => turnedAway(stage, [garbled, unknownScheme]),
  },
  {
    name: 'signature-foreign',
    on: 'webhook',
    isSeenInAnswers: true,
    played: 'a notice signed with a secret that the receiver was never given',
    expected: 'turned away with 4xx other than 410, no effect',
    why: `${STANDARD}, "Verifying webhook authenticity"`,
    play: (stage) => turnedAway(stage, [{ secrets: [strangeSecret(stage)] }]),
  },
  {
    name: 'signature-of-another',
    on: 'webhook',
    isSeenInAnswers: true,
    played: 'a good signature under a changed body, and under another id',
    expected: 'turned away with 4xx other than 410, no effect',
    why: `${STANDARD}, "Signature scheme": id, timestamp and body are signed`,
    play: (stage) => turnedAway(stage, [otherBody, otherId]),
  },
  {
    name: 'timestamp-stale',
    on: 'webhook',
    isSeenInAnswers: true,
    played: 'a well signed notice from 20 minutes ago: somebody plays back what they heard',
    expected: 'turned away with 4xx other than 410, no effect',
    why: `${STANDARD}, "Preventing replay attacks"; the exchange signs each try anew`,
    play: (stage) => turnedAway(stage, [{ skewMs: -WINDOW_MS }]),
  },
  {
    name: 'timestamp-future',
    on: 'webhook',
    isSeenInAnswers: true,
    played: 'a well signed notice from 20 minutes ahead',
    expected: 'turned away with 4xx other than 410, no effect',
    why: `${STANDARD}, "Preventing replay attacks"`,
    play: (stage) => turnedAway(stage, [{ skewMs: WINDOW_MS }]),
  },
];
