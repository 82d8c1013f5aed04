import type { NewEntry, Position, RecordedFact } from '@ibex/kernel';
import { FixedClock, MemoryMailbox } from '@ibex/adapters/memory';
import { PlainDigests } from '@ibex/proof';
import { CROYDON, HACKNEY, KENT, aNewEntry, aNewFact } from '@ibex/testing';
import { LadderRouter } from './ladder-router';

const asked = (id: string, sender: string, position: number): RecordedFact => ({
  ...aNewFact(id, {
    type: 'QueryAsked',
    data: {
      by: CROYDON,
      sender,
      authority: CROYDON,
      factId: 'f-1',
      notice: 'placement-1',
      urgency: 'prompt',
    },
  }),
  ...{ stream: 'delivery-e-1', category: 'delivery', revision: position, position },
});
const aRouter = (mailbox: Pick<MemoryMailbox, 'checkpoint' | 'deliver' | 'entriesOfFact'>) =>
  new LadderRouter(mailbox, { isMember: (gss) => gss !== KENT }, new PlainDigests(), {
    add: () => undefined,
  } as never);

describe('the router of the ladder', () => {
  it('numbers what it brings together with the notices of the mailbox, without gaps', async () => {
    const mailbox = new MemoryMailbox(new FixedClock());
    await mailbox.deliver('router-standard', [aNewEntry('e-0', { authority: HACKNEY })], 0);
    await aRouter(mailbox).handle([asked('q-1', HACKNEY, 5)], 5);
    await mailbox.deliver('router-standard', [aNewEntry('e-2', { authority: HACKNEY })], 6);
    const entries = await mailbox.read(HACKNEY, 0, 10);
    expect(entries.map(({ sequence, type }) => [sequence, type])).toEqual([
      [1, 'uk.ibex.placement.notified'],
      [2, 'uk.ibex.delivery.query-asked'],
      [3, 'uk.ibex.placement.notified'],
    ]);
    expect(await mailbox.checkpoint('router-ladder')).toBe(5);
    expect(await mailbox.checkpoint('router-standard')).toBe(6);
  });

  it('repeats nothing after it was killed between delivering and taking note', async () => {
    const mailbox = new MemoryMailbox(new FixedClock());
    const killed = {
      checkpoint: () => mailbox.checkpoint('router-ladder'),
      entriesOfFact: (factId: string) => mailbox.entriesOfFact(factId),
      deliver: async (_: string, entries: readonly NewEntry[], upTo: Position) => {
        await mailbox.deliver('other', entries, upTo);
        throw new Error('killed');
      },
    };
    await expect(aRouter(killed).handle([asked('q-1', HACKNEY, 5)], 5)).rejects.toThrow('killed');
    await aRouter(mailbox).handle([asked('q-1', HACKNEY, 5)], 5);
    expect(await mailbox.head(HACKNEY)).toBe(1);
  });

  it('has an answer end with the agreement that opened what it is about', async () => {
    const agreement = { id: 'a-1', version: 1, clause: 'missing', tells: HACKNEY };
    const about = { factId: 'f-1', authority: CROYDON };
    const answered: RecordedFact = { ...asked('q-2', HACKNEY, 6), type: 'QueryAnswered' };
    const answerTo = async (entry: NewEntry): Promise<unknown> => {
      const mailbox = new MemoryMailbox(new FixedClock());
      await mailbox.deliver('router-urgent', [entry], 1);
      await aRouter(mailbox).handle([answered], 6);
      return (await mailbox.find(CROYDON, 2))?.agreement;
    };
    expect(await answerTo(aNewEntry('e-1', { ...about, agreement }))).toEqual(agreement);
    expect(await answerTo(aNewEntry('e-1', about))).toBeUndefined();
  });

  it('leaves out who reads no mailbox here', async () => {
    const mailbox = new MemoryMailbox(new FixedClock());
    await aRouter(mailbox).handle([asked('q-1', KENT, 5)], 5);
    expect(await mailbox.head(KENT)).toBe(0);
    expect(await mailbox.checkpoint('router-ladder')).toBe(5);
  });
});
