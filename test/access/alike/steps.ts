import { AsyncLocalStorage } from 'node:async_hooks';
import { EVENT_STORE, KEY_VAULT, MAILBOX, RECORDS } from '@ibex/kernel';
import type { EventStore, KeyVault, Mailbox, Records } from '@ibex/kernel';
import type { ExchangeInProcess } from '../../support/exchange-in-process';

/** What is asked of the stores on behalf of one request: names of questions, in the order of the alphabet. */
export type Steps = Readonly<{
  during: <T>(work: () => Promise<T>) => Promise<readonly [T, readonly string[]]>;
}>;

/** Notes every question to log, mailboxes, keys and records that is asked within a request, and by nobody else. */
export const stepsOf = (exchange: ExchangeInProcess): Steps => {
  const asking = new AsyncLocalStorage<string[]>();
  const note = (name: string): void => void asking.getStore()?.push(name);
  const store = exchange.part<EventStore>(EVENT_STORE);
  const readStream = store.readStream.bind(store);
  jest.spyOn(store, 'readStream').mockImplementation((...asked) => {
    note('readStream');
    return readStream(...asked);
  });
  const mailbox = exchange.part<Mailbox>(MAILBOX);
  const [entriesAbout, entriesOfStream] = [
    mailbox.entriesAbout.bind(mailbox),
    mailbox.entriesOfStream.bind(mailbox),
  ];
  jest.spyOn(mailbox, 'entriesAbout').mockImplementation((...asked) => {
    note('entriesAbout');
    return entriesAbout(...asked);
  });
  jest.spyOn(mailbox, 'entriesOfStream').mockImplementation((...asked) => {
    note('entriesOfStream');
    return entriesOfStream(...asked);
  });
  const vault = exchange.part<KeyVault>(KEY_VAULT);
  const findKey = vault.findKey.bind(vault);
  jest.spyOn(vault, 'findKey').mockImplementation((...asked) => {
    note('findKey');
    return findKey(...asked);
  });
  const records = exchange.part<Records>(RECORDS);
  const find = records.find.bind(records);
  jest.spyOn(records, 'find').mockImplementation((...asked) => {
    note('find');
    return find(...asked);
  });
  return {
    during: async (work) => {
      const noted: string[] = [];
      const answer = await asking.run(noted, work);
      return [answer, noted.sort()];
    },
  };
};
