import { IbexError } from '@ibex/kernel';
import type { NoticeDetail } from '../contract/notice-detail.codec';
import { anEvent } from '../subscriber.fixture';
import { DetailSource } from './detail-source';
import type { Details, Unsealer } from './exchange-ports';

const aDetail = (title: string): NoticeDetail => ({
  id: 'fact-1',
  notice: 'placement-1',
  type: 'PlacementNotified',
  title,
  revision: 0,
  recordedAt: '2026-03-02T09:00:00.000Z',
  by: { authority: 'E09000012', person: 'person-1', role: 'duty-desk' },
  data: {},
  sight: 'addressee',
});
const fetched: Details = { fetch: () => Promise.resolve(aDetail('fetched')) };
const opening: Unsealer = {
  unseal: (sealed, entryId) => Promise.resolve({ ...aDetail(`unsealed ${sealed} of ${entryId}`) }),
};
const failing = (code: string): Unsealer => ({
  unseal: () => Promise.reject(new IbexError(code, 'not opened')),
});
const event = anEvent(1);
const sealed = { ...event, data: { ...event.data, sealed: 'a.b.c.d.e' } };

describe('the detail of a notice', () => {
  it('is unsealed where it came along sealed, for this event', async () => {
    expect(await new DetailSource(fetched, opening).of(sealed)).toEqual({
      detail: aDetail('unsealed a.b.c.d.e of e-1'),
    });
  });

  it('is fetched where it did not, or nobody here can open it', async () => {
    expect(await new DetailSource(fetched, opening).of(event)).toEqual({ detail: aDetail('fetched') });
    expect(await new DetailSource(fetched, undefined).of(sealed)).toEqual({ detail: aDetail('fetched') });
  });

  it('is fetched where the key that it was sealed to is not here any more', async () => {
    const unknown = failing('sealing/unknown-key');
    expect(await new DetailSource(fetched, unknown).of(sealed)).toEqual({ detail: aDetail('fetched') });
    await expect(new DetailSource(undefined, unknown).of(sealed)).rejects.toThrow('not opened');
  });

  it('is not fetched instead of one that was changed on its way', async () => {
    const changed = new DetailSource(fetched, failing('sealing/broken')).of(sealed);
    await expect(changed).rejects.toMatchObject({ code: 'sealing/broken' });
  });

  it('is not taken for one where what was sealed is something else', async () => {
    const odd: Unsealer = { unseal: () => Promise.resolve({ nonce: 'n' }) };
    const opened = new DetailSource(fetched, odd).of(sealed);
    await expect(opened).rejects.toMatchObject({ code: 'subscriber/not-a-detail' });
  });

  it('is missing where nobody asks for it', async () => {
    expect(await new DetailSource(undefined, undefined).of(event)).toEqual({
      detail: undefined,
      whyNoDetail: 'nobody-asked',
    });
  });
});
