import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import {
  JweUnsealer,
  newSealingJwk,
  readSealingJwk,
  sealingKeyFrom,
  writeSealingJwk,
} from '@ibex/adapters/jose';
import type { Api } from '../exchange/api';
import { say } from '../output';
import type { Format, Shown } from '../output';
import { renderColumns } from './columns';
import type { Column } from './columns';
import { offerOf, withOffer, withOwner, withRevocation } from './key.options';
import type { KeyOptions, OfferOptions, RevokeOptions } from './key.options';
import { inSession, withFormat } from './shared.options';

const PATH = '/v1/authority-keys';
const at = (kid: string, step: string): string => `${PATH}/${encodeURIComponent(kid)}/${step}`;

type Keys = Readonly<{ sealsTo?: string; endsAt?: string; warning?: string; keys: readonly Shown[] }>;

const column = (header: string, name = header): Column => ({ header, of: (item) => item[name] });
const KEYS: readonly Column[] = [
  column('kid'),
  column('alg'),
  column('state'),
  column('proved', 'provedAt'),
  column('not after', 'notAfter'),
  column('retires', 'retiresAt'),
  column('revoked because', 'revokedBecause'),
];

const WARNINGS: Readonly<Record<string, string>> = {
  'ends-soon': 'WARNING: within 30 days nothing can be sealed any more; register another key',
  'nothing-to-seal-to': 'WARNING: there is no key to seal to: sealed subscriptions are held',
};

const atExchange = (options: KeyOptions, work: (api: Api) => Promise<void>): Promise<void> =>
  inSession(options, async (session) => work(await session.apiFor(options.authority, 'governance')));

const listOf = async (api: Api): Promise<Keys> => (await api.get(PATH)) as Keys;

const addList = (keys: Command): void => {
  withFormat(withOwner(keys.command('list')))
    .description('keys that details are or were sealed to')
    .action((options: KeyOptions & { format: Format }) =>
      atExchange(options, async (api) => {
        const { keys: items, sealsTo, endsAt, warning } = await listOf(api);
        say(renderColumns(items, KEYS, options.format));
        if (options.format !== 'table') return;
        if (sealsTo !== undefined) say(`sealed to ${sealsTo} now; all end ${endsAt ?? ''}`);
        const words = warning === undefined ? undefined : WARNINGS[warning];
        if (words !== undefined) say(words);
      }),
    );
};

/** Offers the public half, opens the challenge with the private one, and sends back what was in it. */
const register = async (api: Api, options: OfferOptions): Promise<string> => {
  if (options.make) writeSealingJwk(options.keyFile, newSealingJwk(options.make));
  const jwk = readSealingJwk(options.keyFile);
  const { kid, publicJwk } = await sealingKeyFrom(jwk);
  const offered = (await api.post(PATH, offerOf(options, publicJwk), randomUUID())) as { challenge: string };
  const nonce = await (await JweUnsealer.with([jwk])).answerTo(offered.challenge, kid);
  await api.post(at(kid, 'proof'), { nonce }, randomUUID());
  return kid;
};

const addRegister = (keys: Command): void => {
  withOffer(keys.command('register'))
    .description('register a key and prove that you hold it; from then on details are sealed to it')
    .action((options: OfferOptions) =>
      atExchange(options, async (api) => say(`registered ${await register(api, options)}`)),
    );
};

const addRotate = (keys: Command): void => {
  withOffer(keys.command('rotate'))
    .description('put another key in the place of the one that is sealed to, which you keep for the overlap')
    .action((options: OfferOptions) =>
      atExchange(options, async (api) => {
        const { sealsTo } = await listOf(api);
        if (sealsTo === undefined) throw new Error('there is no key to take the place of: use keys register');
        say(`registered ${await register(api, options)}`);
        const retiring = (await listOf(api)).keys.filter(({ state }) => state === 'retiring');
        for (const { kid, retiresAt } of retiring) say(`keep ${String(kid)} until ${String(retiresAt)}`);
      }),
    );
};

const addRevoke = (keys: Command): void => {
  withRevocation(keys.command('revoke'))
    .description('seal nothing to a key any more, from the next message on; for good')
    .action((options: RevokeOptions) =>
      atExchange(options, async (api) => {
        const { kid, reason } = options;
        await api.post(at(kid, 'revocation'), { reason }, randomUUID());
        say(`revoked ${kid}`);
        const { warning } = await listOf(api);
        const words = warning === undefined ? undefined : WARNINGS[warning];
        if (words !== undefined) say(words);
      }),
    );
};

export const addKeys = (program: Command): void => {
  const keys = program.command('keys').description('keys to which an authority’s details are sealed');
  addList(keys);
  addRegister(keys);
  addRotate(keys);
  addRevoke(keys);
};
