import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { noticeSourceSuite, temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../../../test/support/exchange-in-process';
import { FilePlace } from '../keeping/place-kept';
import { MemoryQuarantine } from '../keeping/memory-quarantine';
import { Subscriber } from '../subscriber';
import { anEvent, until } from '../subscriber.fixture';
import { StreamNoticeSource } from './stream-notice-source';
import type { StreamSourceOptions } from './stream-notice-source';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const folders = temporaryFolders();

noticeSourceSuite('the mailbox by server-sent events', async () => {
  const exchange = await ExchangeInProcess.start(folders());
  const url = await exchange.listen();
  const placeFile = join(folders(), 'place.txt');
  const places: FilePlace[] = [];
  let sent = 0;
  const send = async (count: number): Promise<void> => {
    for (const last = sent + count; sent < last;) {
      sent += 1;
      const child = { localId: `C-${String(sent % 3)}`, forename: 'Ada', surname: 'Obi' };
      const address = `${String(sent)} Street`;
      const stay = { host: CROYDON, startsOn: '2026-03-02', notice: 'emergency', address };
      const by = [HACKNEY, 'placing-practitioner'] as const;
      expect((await exchange.post(by, '/v1/placements', { child, ...stay })).status).toBe(201);
    }
  };
  const open = async (): Promise<StreamNoticeSource> => {
    const place = await FilePlace.open(placeFile);
    places.push(place);
    const token = (): Promise<string> => exchange.tokenOf([CROYDON, 'system-client']);
    return new StreamNoticeSource({ exchange: { url, token }, place });
  };
  const end = async (): Promise<void> => {
    await Promise.all(places.map((place) => place.close()));
    await exchange.stop();
  };
  return { send, open, end };
});

describe('an event stream', () => {
  let server: Server | undefined;
  const running: StreamNoticeSource[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((source) => source.close()));
    server?.close();
    server?.closeAllConnections();
  });

  const nowhere = { read: () => Promise.resolve(0), move: () => Promise.resolve() };
  type Script = (response: ServerResponse, headers: IncomingHttpHeaders) => void;
  /** Each opening of the stream is given to the next of these. */
  const serving = async (scripts: readonly Script[]): Promise<Readonly<{ url: string }>> => {
    let opened = 0;
    server = createServer((request, response) => {
      scripts[Math.min(opened, scripts.length - 1)]?.(response, request.headers);
      opened += 1;
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
  };
  const against = async (
    scripts: readonly Script[],
    more: Partial<StreamSourceOptions> = {},
  ): Promise<Readonly<{ got: number[]; ended: Promise<unknown>; source: StreamNoticeSource }>> => {
    const { url } = await serving(scripts);
    const exchange = { url, token: () => Promise.resolve('token'), tries: 1 };
    const source = new StreamNoticeSource({ exchange, place: nowhere, ...more });
    running.push(source);
    const got: number[] = [];
    const ended = source
      .run(({ place }) => Promise.resolve(void got.push(place)))
      .catch((fault: unknown) => fault);
    return { got, ended, source };
  };
  const streaming = (response: ServerResponse, text: string): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(text);
  };
  const eventText = (sequence: number): string =>
    `id: ${String(sequence)}\ndata: ${JSON.stringify(anEvent(sequence))}\n\n`;

  it('is opened anew after the last entry when it breaks off or ends, and a torn entry is not taken', async () => {
    const asked: unknown[] = [];
    const troubles: unknown[] = [];
    const { got } = await against(
      [
        (response, headers) => {
          asked.push(headers['last-event-id']);
          streaming(response, `${eventText(1)}${eventText(2)}${eventText(3).slice(0, 40)}`);
          setTimeout(() => response.destroy(), 50);
        },
        (response, headers) => {
          asked.push(headers['last-event-id']);
          streaming(response, eventText(3));
          response.end();
        },
        (response, headers) => {
          asked.push(headers['last-event-id']);
          streaming(response, eventText(4));
        },
      ],
      { onTrouble: (error) => troubles.push(String(error)) },
    );
    await until(() => got.length === 4, 20_000);
    expect([got, asked, troubles]).toEqual([
      [1, 2, 3, 4],
      ['0', '2', '3'],
      ['ExchangeUnavailable: the exchange is not available: the stream broke off'],
    ]);
  }, 30_000);

  it('brings signs of life, which move no place', async () => {
    const beat = { specversion: '1.0', id: 'h-1', type: 'uk.ibex.heartbeat', subject: CROYDON, time: 'now' };
    const beating = `event: uk.ibex.heartbeat\ndata: ${JSON.stringify(beat)}\n\n`;
    const asked: unknown[] = [];
    const moved: number[] = [];
    const place = {
      read: () => Promise.resolve(0),
      move: (to: number) => Promise.resolve(void moved.push(to)),
    };
    const { url } = await serving([
      (response, headers) => {
        asked.push(headers['last-event-id']);
        streaming(response, `${eventText(1)}${beating}`);
        response.end();
      },
      (response, headers) => {
        asked.push(headers['last-event-id']);
        streaming(response, `${beating}${eventText(2)}`);
      },
    ]);
    const source = new StreamNoticeSource({ exchange: { url, token: () => Promise.resolve('t') }, place });
    const [beats, got, aside] = [[] as string[], [] as string[], new MemoryQuarantine()];
    const subscriber = new Subscriber({
      ...{ source, quarantine: aside, handlers: {} },
      fallback: ({ id }) => Promise.resolve(void got.push(id)),
      onHeartbeat: ({ id }) => beats.push(id),
    });
    const ended = subscriber.run();
    await until(() => got.length === 2 && beats.length === 2, 20_000);
    await subscriber.stop();
    await ended;
    expect([got, beats, asked, moved, await aside.list()]).toEqual([
      ['e-1', 'e-2'],
      ['h-1', 'h-1'],
      ['0', '1'],
      [1, 2],
      [],
    ]);
  }, 30_000);

  it('with signs of life hands them over apart, and goes on after the last entry', async () => {
    const beat = {
      specversion: '1.0',
      id: 'h-1',
      type: 'uk.ibex.heartbeat',
      time: '2026-03-02T09:00:00.000Z',
    };
    const asked: unknown[] = [];
    const { got } = await against([
      (response, headers) => {
        asked.push(headers['last-event-id']);
        streaming(response, `${eventText(1)}data: ${JSON.stringify(beat)}\n\n${eventText(2)}`);
        response.end();
      },
      (response, headers) => {
        asked.push(headers['last-event-id']);
        streaming(response, eventText(3));
      },
    ]);
    await until(() => got.length === 4, 20_000);
    // the sign of life stands at no place of the mailbox
    expect([got, asked]).toEqual([
      [1, 0, 2, 3],
      ['0', '2'],
    ]);
  }, 30_000);

  it('that falls silent is opened anew', async () => {
    const troubles: string[] = [];
    const { got } = await against(
      [(response) => streaming(response, ': open\n\n'), (response) => streaming(response, eventText(1))],
      { silentForMs: 60, onTrouble: (error) => troubles.push(String(error)) },
    );
    await until(() => got.length > 0, 20_000);
    expect([got[0], troubles[0]]).toEqual([
      1,
      'ExchangeUnavailable: the exchange is not available: the stream fell silent',
    ]);
  }, 30_000);

  it('with an entry that does not end is broken off, instead of being read for ever', async () => {
    const troubles: string[] = [];
    const endless = (response: ServerResponse): void => {
      streaming(response, 'data: ');
      const more = (): boolean => response.write('x'.repeat(65_536));
      const timer = setInterval(more, 1);
      response.on('close', () => clearInterval(timer));
    };
    await against([endless], { onTrouble: (error) => troubles.push(String(error)) });
    await until(() => troubles.length > 0, 20_000);
    expect(troubles[0]).toContain('answer-too-large');
  }, 30_000);

  it('with a place that the mailbox never gave out ends the run', async () => {
    const { ended } = await against([
      (response) => {
        response.writeHead(422, { 'content-type': 'application/problem+json' });
        response.end(JSON.stringify({ code: 'inbox/cursor-ahead' }));
      },
    ]);
    expect(await ended).toMatchObject({ status: 422, problem: 'inbox/cursor-ahead' });
  });
});
