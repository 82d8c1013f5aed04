import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { PAYLOADS, SIGNING_SCHEMES } from '@ibex/kernel';
import type { Api } from '../exchange/api';
import { say } from '../output';
import type { Format, Shown } from '../output';
import { renderColumns } from './columns';
import type { Column } from './columns';
import { inSession, withFormat } from './shared.options';
import { changeOf, toNumbers, toWholeNumber, withFilter, withOwner } from './subscription.options';
import type { ChangeOptions, OwnOptions } from './subscription.options';

const column = (header: string, name = header): Column => ({ header, of: (item) => item[name] });
const ATTEMPTS = [
  ...[column('at'), column('entry', 'sequence'), column('outcome'), column('reason')],
  ...[column('status'), column('ms', 'durationMs'), column('and as many more', 'more')],
];
const ASIDE = [
  ...[column('entry', 'sequence'), column('message', 'messageId'), column('state'), column('reason')],
  ...[column('status'), column('set aside', 'setAsideAt')],
];

type Asked = OwnOptions & Readonly<{ format: Format }>;
type At = Readonly<{ api: Api; path: string }>;

const atOwn = (id: string, options: OwnOptions, work: (at: At) => Promise<void>): Promise<void> =>
  inSession(options, async (session) => {
    const api = await session.apiFor(options.authority, 'duty-desk');
    await work({ api, path: `/v1/subscriptions/${encodeURIComponent(id)}` });
  });

const ofOne = (subscriptions: Command, name: string, description: string): Command =>
  withOwner(subscriptions.command(name)).argument('<id>', 'id of the subscription').description(description);

const addChange = (subscriptions: Command): void => {
  withFilter(ofOne(subscriptions, 'change', 'change it; what is left out stays as it is'))
    .option('--name <name>', 'what you call it')
    .option('--target <target>', 'where to: address of a webhook or a desk, name of a folder')
    .option('--desk <desk>', 'desk that is to act on what comes')
    .addOption(new Option('--payload <payload>', 'thin, or sealed').choices(PAYLOADS))
    .option(
      '--whole-mailbox',
      'no filter any more; without it, parts of a filter given are the whole new one',
    )
    .option(
      '--confirms-that-urgent-may-be-hidden',
      'you, in person, take it on that the filter may keep urgent notices away from this channel',
    )
    .action((id: string, options: OwnOptions & ChangeOptions) =>
      atOwn(id, options, async ({ api, path }) => {
        await api.post(`${path}/changes`, changeOf(options), randomUUID());
        say(`changed ${id}`);
      }),
    );
};

type Rotated = Readonly<{ secret?: Readonly<{ secret: string; publicKey?: string }> }>;

const addRotate = (subscriptions: Command): void => {
  ofOne(subscriptions, 'rotate', 'another secret of a webhook; those before it sign too for an overlap')
    .option('--overlap-hours <hours>', 'for how long; 24 unless told, 0 ends them at once', toWholeNumber)
    .addOption(new Option('--signing <scheme>', 'how it is signed from now on').choices(SIGNING_SCHEMES))
    .action((id: string, options: OwnOptions & Readonly<{ overlapHours?: number; signing?: string }>) =>
      atOwn(id, options, async ({ api, path }) => {
        const { overlapHours, signing } = options;
        const body = {
          ...(overlapHours === undefined ? {} : { overlapHours }),
          ...(signing ? { signing } : {}),
        };
        const { secret } = (await api.post(`${path}/secrets`, body, randomUUID())) as Rotated;
        if (secret) say(`secret ${secret.secret}   (shown this once: keep it like a password)`);
        if (secret?.publicKey !== undefined) say(`public key ${secret.publicKey}`);
      }),
    );
};

const addAttempts = (subscriptions: Command): void => {
  withFormat(ofOne(subscriptions, 'attempts', 'the latest tries to bring entries out, the newest first'))
    .option('--limit <lines>', 'how many, up to 500', toWholeNumber, 100)
    .action((id: string, options: Asked & Readonly<{ limit: number }>) =>
      atOwn(id, options, async ({ api, path }) => {
        const answer = await api.get(`${path}/attempts?limit=${String(options.limit)}`);
        say(renderColumns((answer as { attempts: readonly Shown[] }).attempts, ATTEMPTS, options.format));
      }),
    );
};

const addSetAside = (subscriptions: Command): void => {
  withFormat(
    ofOne(subscriptions, 'set-aside', 'entries that your receiver would not take, without the child'),
  )
    .option('--after <entry>', 'number of the last one shown before', toWholeNumber, 0)
    .action((id: string, options: Asked & Readonly<{ after: number }>) =>
      atOwn(id, options, async ({ api, path }) => {
        const answer = await api.get(`${path}/set-aside?after=${String(options.after)}`);
        say(renderColumns((answer as { entries: readonly Shown[] }).entries, ASIDE, options.format));
      }),
    );
};

const addRedrive = (subscriptions: Command): void => {
  ofOne(subscriptions, 'redrive', 'send once more what is set aside: all of it, or the entries named')
    .option('--entries <numbers>', 'numbers of entries, separated by commas', toNumbers)
    .action((id: string, options: OwnOptions & Readonly<{ entries?: readonly number[] }>) =>
      atOwn(id, options, async ({ api, path }) => {
        const body = options.entries === undefined ? {} : { sequences: options.entries };
        const answer = await api.post(`${path}/set-aside/redrive`, body, randomUUID());
        const { sequences } = answer as { sequences: readonly number[] };
        say(`${String(sequences.length)} sent once more: ${sequences.join(', ')}`);
      }),
    );
};

type Place = Readonly<{ fromEntry?: number; fromTime?: string }>;
const placeOf = ({ fromEntry, fromTime }: Place): Readonly<Record<string, unknown>> => {
  if ((fromEntry === undefined) === (fromTime === undefined))
    throw new InvalidArgumentError('Give --from-entry or --from-time, one of them.');
  return fromEntry === undefined ? { fromTime } : { fromSequence: fromEntry };
};

const addReplay = (subscriptions: Command): void => {
  ofOne(subscriptions, 'replay', 'send again what was sent before, beside what comes new')
    .option('--from-entry <number>', 'number of the first entry to send again', toWholeNumber)
    .option('--from-time <moment>', 'or: what reached the mailbox from this moment on')
    .action((id: string, options: OwnOptions & Place) =>
      atOwn(id, options, async ({ api, path }) => {
        const answer = await api.post(`${path}/replay`, placeOf(options), randomUUID());
        const { fromSequence, toSequence } = answer as { fromSequence: number; toSequence: number };
        say(`sends again entries ${String(fromSequence)} to ${String(toSequence)}`);
      }),
    );
};

/** What a desk does with a subscription once it stands. */
export const addMending = (subscriptions: Command): void => {
  for (const add of [addChange, addRotate, addAttempts, addSetAside, addRedrive, addReplay])
    add(subscriptions);
};
