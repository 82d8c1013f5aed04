import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreDbModule, EventStoreDbStore } from '@ibex/adapters/eventstoredb';
import type { EventStoreDbOptions } from '@ibex/adapters/eventstoredb';
import { EVENT_STORE } from '@ibex/kernel';
import type { EventStore } from '@ibex/kernel';
import { aNewFact, messagesUntil, temporaryFolders } from '@ibex/testing';
import { Test } from '@nestjs/testing';
import { newAuthority, newCertificate } from './certificates';
import type { Authority } from './certificates';
import { StandIn } from './stand-in';

const newFolder = temporaryFolders();
const LOGIN = { username: 'ibex', password: 'p:a%s@s' };

let folder: string;
let ours: Authority;
let server: Authority;
let client: Authority;
let standIn: StandIn | undefined;
let store: EventStoreDbStore | undefined;

beforeAll(() => {
  folder = newFolder();
  ours = newAuthority(folder, 'ours');
  server = newCertificate(folder, 'server', ours);
  client = newCertificate(folder, 'ibex-intake', ours);
});

afterEach(async () => {
  await store?.close();
  await standIn?.stop();
});

const open = (on: StandIn, options: Partial<EventStoreDbOptions>): EventStoreDbStore => {
  store = new EventStoreDbStore({ connectionString: on.connectionString, deadlineMs: 3000, ...options });
  return store;
};

const fileOf = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('a server with a certificate', () => {
  it('is trusted by the authority that signed it', async () => {
    standIn = await StandIn.start({ tls: server });
    const on = open(standIn, { tlsCaFile: ours.certFile });
    const appended = await on.append('placement-1', 'none', [aNewFact('a')]);
    expect(await on.readStream('placement-1')).toEqual(appended.facts);
  });

  it('is refused by name when another authority is trusted', async () => {
    standIn = await StandIn.start({ tls: server });
    const on = open(standIn, { tlsCaFile: newAuthority(folder, 'theirs').certFile });
    const refusal = { fault: 'store/unreachable', message: expect.stringContaining('tlsCaFile') as string };
    await expect(on.append('placement-1', 'none', [aNewFact('a')])).rejects.toMatchObject(refusal);
    await expect(on.head()).rejects.toMatchObject(refusal);
    expect(standIn.node.currentOf('placement-1')).toBe(-1);
  });

  it('that asks who we are is told by the user certificate', async () => {
    standIn = await StandIn.start({ tls: { ...server, clientCaFile: ours.certFile } });
    const on = open(standIn, {
      tlsCaFile: ours.certFile,
      userCertFile: client.certFile,
      userKeyFile: client.keyFile,
    });
    expect((await on.append('placement-1', 'none', [aNewFact('a')])).repeated).toBe(false);
    await on.close();
    const anonymous = open(standIn, { tlsCaFile: ours.certFile });
    await expect(anonymous.head()).rejects.toMatchObject({ fault: 'store/unreachable' });
  });
});

describe('a server with names and passwords', () => {
  it('lets in whom the file names, for every call', async () => {
    standIn = await StandIn.start({ tls: server, login: LOGIN });
    const credentialsFile = fileOf('credentials', `${LOGIN.username}:${LOGIN.password}\n`);
    const on = open(standIn, { tlsCaFile: ours.certFile, credentialsFile });
    await on.append('placement-1', 'none', [aNewFact('a')]);
    const messages = await messagesUntil(on.subscribe(), (message) => message.kind === 'caught-up');
    expect(messages).toHaveLength(2);
  });

  it('refuses others, which ends a subscription too, and no message says the password', async () => {
    standIn = await StandIn.start({ tls: server, login: LOGIN });
    const credentialsFile = fileOf('wrong', 'ibex:not-the-word');
    const on = open(standIn, { tlsCaFile: ours.certFile, credentialsFile });
    const refusal = {
      fault: 'store/access-denied',
      message: expect.not.stringContaining('not-the-word') as string,
    };
    await expect(on.append('placement-1', 'none', [aNewFact('a')])).rejects.toMatchObject(refusal);
    await expect(on.readStream('placement-1')).rejects.toMatchObject(refusal);
    await expect(messagesUntil(on.subscribe(), () => false)).rejects.toMatchObject(refusal);
  });
});

describe('settings that cannot work', () => {
  const connectionString = 'esdb://127.0.0.1:2113?tls=false';
  it.each([
    ['a string of another scheme', { connectionString: 'http://user:secret@127.0.0.1' }, /begins with esdb/],
    ['a parameter unknown', { connectionString: 'esdb://u:secret@h:1?tsl=false' }, /does not know: tsl/],
    ['a file not there', { connectionString, tlsCaFile: '/nowhere/ca.crt' }, /tlsCaFile names .nowhere/],
    ['a certificate without its key', { connectionString, userCertFile: __filename }, /name both or neither/],
    ['credentials not there', { connectionString, credentialsFile: '/nowhere/c' }, /credentialsFile names/],
    [
      'credentials without a name',
      { connectionString, credentialsFile: __filename },
      /one line, name:password/,
    ],
  ])('are refused at the start: %s', (_, options: EventStoreDbOptions, message) => {
    const opening = (): EventStoreDbStore => new EventStoreDbStore(options);
    expect(opening).toThrow(message);
    expect(opening).not.toThrow(/secret/);
  });
});

describe('the module', () => {
  it('provides the log, and closes it with the application', async () => {
    standIn = await StandIn.start();
    const { connectionString } = standIn;
    const app = await Test.createTestingModule({
      imports: [EventStoreDbModule.with({ connectionString })],
    }).compile();
    const log = app.get<EventStore>(EVENT_STORE);
    await log.append('placement-1', 'none', [aNewFact('a')]);
    await app.close();
    await expect(log.head()).rejects.toMatchObject({ fault: 'store/closed' });
  });
});
