import { MemoryMailbox } from '@ibex/adapters/memory';
import { CROYDON, HACKNEY, aNewEntry } from '@ibex/testing';
import { TellingMailbox } from './telling-mailbox';

const entries = [
  aNewEntry('to-host', { recordRef: 'restricted' }),
  aNewEntry('to-owner', { recordRef: 'restricted', authority: HACKNEY }),
  aNewEntry('other', { recordRef: 'open' }),
];
/** Hackney’s record of that reference is restricted. */
const restrictions = {
  ofOthers: (authority: string) => Promise.resolve(new Set(authority === HACKNEY ? [] : ['restricted'])),
};
const idsOf = async (mailbox: MemoryMailbox, authority: string) =>
  (await mailbox.read(authority, 0, 10)).map(({ entryId }) => entryId);

describe('what routers put into mailboxes', () => {
  it('holds nothing of a restricted record for others than its owner, and moves on all the same', async () => {
    const mailbox = new MemoryMailbox();
    await new TellingMailbox(mailbox, restrictions).deliver('router', entries, 7);
    expect(await idsOf(mailbox, CROYDON)).toEqual(['other']);
    expect(await idsOf(mailbox, HACKNEY)).toEqual(['to-owner']);
    expect(await mailbox.checkpoint('router')).toBe(7);
  });

  it('holds everything where nothing is restricted', async () => {
    const mailbox = new MemoryMailbox();
    await new TellingMailbox(mailbox).deliver('router', entries, 7);
    expect(await idsOf(mailbox, CROYDON)).toEqual(['to-host', 'other']);
  });
});
