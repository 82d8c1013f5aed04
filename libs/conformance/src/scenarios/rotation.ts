import type { WebhookLine } from '../lines/webhook-line';
import type { Setup, Stage } from '../run/stage';
import { notTaken } from './scenario';
import type { Played, Scenario } from './scenario';
import { strangeSecret } from './signing';

type Pair = readonly [old: string, next: string];

const pairs = ({ secrets }: Setup): readonly Pair[] =>
  secrets.slice(1).map((next, at): Pair => [secrets[at] ?? next, next]);

const to =
  (prefix: string) =>
  ([, next]: Pair): boolean =>
    next.startsWith(prefix);
const toHmac = to('whsec_');
const toEd25519 = to('whsk_');

/** Each signed with these secrets, taken and in effect once. */
const signedBy = async (
  stage: Stage<WebhookLine>,
  signers: readonly (readonly string[])[],
): Promise<Played> => {
  const notices = stage.some(signers.length);
  const answers = [];
  for (const [at, notice] of notices.entries())
    answers.push(await stage.send(notice, (line) => line.send(notice, { secrets: signers[at] ?? [] })));
  await stage.settled(notices);
  return { faults: notTaken(answers), judge: (effects) => effects.onceEach(notices) };
};

const rotated = (stage: Stage<WebhookLine>, which: (pair: Pair) => boolean): Promise<Played> =>
  signedBy(
    stage,
    pairs(stage.setup)
      .filter(which)
      .flatMap(([old, next]) => [[next, old], [old], [next]]),
  );

const missing =
  (which: (pair: Pair) => boolean, scheme: string) =>
  (setup: Setup): string | undefined =>
    pairs(setup).some(which) ? undefined : `no secret of ${scheme} after the first one in --secrets-file`;

export const ROTATION: readonly Scenario[] = [
  {
    name: 'rotation-overlap',
    on: 'webhook',
    isSeenInAnswers: true,
    played: 'a notice signed by a new secret that the receiver has not got yet, and by its own',
    expected: 'taken by the signature that it knows, wherever in the list that stands',
    why: 'Standard Webhooks 1.0, "Signature scheme": a list of signatures for zero-downtime rotation',
    play: (stage) => {
      const [own = ''] = stage.setup.secrets;
      return signedBy(stage, [
        [strangeSecret(stage), own],
        [own, strangeSecret(stage)],
      ]);
    },
  },
  {
    name: 'rotation-hmac',
    on: 'webhook',
    isSeenInAnswers: true,
    played: 'to each next HMAC secret: signed by both, by the old one alone, then by the new one alone',
    expected: 'all taken, each in effect once',
    why: 'IBEX, promises of delivery: overlapping secrets; the receiver holds both while they overlap',
    missing: missing(toHmac, 'whsec_'),
    // a rotation of one scheme has to be seen, whichever the borough uses
    isMandatory: (setup) => pairs(setup).some(toHmac) || !pairs(setup).some(toEd25519),
    play: (stage) => rotated(stage, toHmac),
  },
  {
    name: 'rotation-ed25519',
    on: 'webhook',
    isSeenInAnswers: true,
    played: 'to each next Ed25519 key: signed by both, by the old one alone, then by the new one alone',
    expected: 'all taken, each in effect once',
    why: 'IBEX, promises of delivery: Ed25519 and HMAC, overlapping secrets',
    missing: missing(toEd25519, 'whsk_'),
    isMandatory: (setup) => pairs(setup).some(toEd25519),
    play: (stage) => rotated(stage, toEd25519),
  },
];
