import { MemoryMailbox } from '@ibex/adapters/memory';
import { emptied } from '@ibex/kernel';
import { aNewEntry, CROYDON, HACKNEY } from '@ibex/testing';
import { AgreementLens } from './agreement-lens';

const cited = { id: 'a-1', version: 1, clause: 'missing', tells: HACKNEY };
const other = { ...cited, id: 'a-2' };
const uuidFrom = (text: string): string => text.replace('\n', '|');

const aMailbox = async () => {
  const store = new MemoryMailbox();
  const asked: string[] = [];
  const ended = new Set<string>();
  const isOpen = ({ id }: typeof cited) => {
    asked.push(id);
    return Promise.resolve(!ended.has(id));
  };
  const mailbox = new AgreementLens({ isOpen }, { uuidFrom }).over(store);
  const entries = [
    aNewEntry('law', { factId: 'f-1' }),
    aNewEntry('first', { factId: 'f-2', agreement: cited, stream: 'missing-1' }),
    aNewEntry('second', { agreement: other }),
    aNewEntry('third', { agreement: cited }),
  ];
  await mailbox.deliver('router', entries, 4);
  return { mailbox, store, ended, asked };
};

describe('a mailbox under agreements', () => {
  it('is as it is while they are in force, and is asked once for each', async () => {
    const { mailbox, store, asked } = await aMailbox();
    expect(await mailbox.read(CROYDON, 0, 10)).toEqual(await store.read(CROYDON, 0, 10));
    expect(asked).toEqual(['a-1', 'a-2']);
  });

  it('holds in place of what an ended one opened its number, and nothing of it', async () => {
    const { mailbox, store, ended } = await aMailbox();
    ended.add('a-1');
    const [law, first, second, third] = await store.read(CROYDON, 0, 10);
    if (!law || !first || !second || !third) throw new Error('entries are missing');
    const empty = emptied(first, 'first|withdrawn');
    expect(await mailbox.read(CROYDON, 0, 10)).toEqual([
      law,
      empty,
      second,
      emptied(third, 'third|withdrawn'),
    ]);
    expect(await mailbox.find(CROYDON, 2)).toEqual(empty);
    expect(await mailbox.find(CROYDON, 3)).toEqual(second);
    expect(await mailbox.find(CROYDON, 9)).toBeUndefined();
    expect(empty).toMatchObject({ sequence: 2, withdrawn: true, type: 'uk.ibex.mailbox.withdrawn' });
    for (const told of [first.factId, first.stream, first.recordRef, first.from, first.basis.text])
      expect(Object.values(empty)).not.toContain(told);
  });

  it('shows those who account for what was told the whole entry, marked', async () => {
    const { mailbox, store, ended } = await aMailbox();
    ended.add('a-1');
    const [first] = await store.entriesOfFact('f-2');
    expect(await mailbox.entriesOfFact('f-2')).toEqual([{ ...first, withdrawn: true }]);
    expect(await mailbox.entriesOfStream('missing-1')).toEqual([{ ...first, withdrawn: true }]);
    expect(await mailbox.entriesOfFact('f-1')).toEqual(await store.entriesOfFact('f-1'));
  });

  it('is the store in everything else', async () => {
    const { mailbox, store } = await aMailbox();
    expect(await mailbox.head(CROYDON)).toBe(4);
    expect(await mailbox.checkpoint('router')).toBe(4);
    expect(await mailbox.hasEntryAbout(CROYDON, 'record-ref-1')).toBe(true);
    await mailbox.waitForMore(CROYDON, 3, 1);
    await mailbox.close();
    await expect(store.head(CROYDON)).rejects.toMatchObject({ code: 'store/closed' });
  });
});
