import { noticeSourceSuite, temporaryFolders } from '@ibex/testing';
import { join } from 'node:path';
import { ExchangeInProcess } from '../../../../test/support/exchange-in-process';
import { exchangeAt } from '../handling/exchange-ports';
import { FilePlace } from '../keeping/place-kept';
import { InboxNoticeSource } from './inbox-notice-source';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const folders = temporaryFolders();

noticeSourceSuite('the mailbox over HTTPS', async () => {
  const exchange = await ExchangeInProcess.start(folders());
  const url = await exchange.listen();
  const { inbox } = exchangeAt({ url, token: () => exchange.tokenOf([CROYDON, 'system-client']) });
  const placeFile = join(folders(), 'place.txt');
  const places: FilePlace[] = [];
  let sent = 0;
  const send = async (count: number): Promise<void> => {
    for (const last = sent + count; sent < last;) {
      sent += 1;
      const child = { localId: `C-${String(sent % 3)}`, forename: 'Ada', surname: 'Obi' };
      const stay = {
        host: CROYDON,
        startsOn: '2026-03-02',
        notice: 'emergency',
        address: `${String(sent)} Street`,
      };
      const by = [HACKNEY, 'placing-practitioner'] as const;
      expect((await exchange.post(by, '/v1/placements', { child, ...stay })).status).toBe(201);
    }
  };
  const open = async (): Promise<InboxNoticeSource> => {
    const place = await FilePlace.open(placeFile);
    places.push(place);
    return new InboxNoticeSource({ inbox, place, waitS: 1 });
  };
  const end = async (): Promise<void> => {
    await Promise.all(places.map((place) => place.close()));
    await exchange.stop();
  };
  return { send, open, end };
});
