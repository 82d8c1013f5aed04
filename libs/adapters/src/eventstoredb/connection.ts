import { StoreUnavailable } from '@ibex/kernel';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { AppendReq, AppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ClientReadableStream } from '@grpc/grpc-js';
import { faultOf, unavailable } from './client-faults';
import { insideOf } from './client-inside';
import type { ClientInside } from './client-inside';
import { connect, readCredentials } from './connect';
import { FrameQueue } from './frame-queue';
import { DEFAULT_DEADLINE_MS } from './options';
import type { Credentials, EventStoreDbOptions } from './options';
import { jittered, sleep } from './pauses';

/** Pauses before a call is repeated: long enough for the client to leave a dead connection, in all well under a second. */
const REPEATS_MS = [25, 100, 400];

const timedOut = (): StoreUnavailable =>
  new StoreUnavailable(
    'store/timed-out',
    'the event store did not answer within deadlineMs; repeat with the same ids',
  );

/** Finding a leader has no deadline of its own in the client, so every call is watched from outside as well. */
const within = async <T>(until: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut()), Math.max(until - Date.now(), 0) + 50);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};

const gathered = (stream: ClientReadableStream<ReadResp>): Promise<readonly ReadResp[]> =>
  new Promise((resolve, reject) => {
    const frames: ReadResp[] = [];
    stream
      .on('data', (frame: ReadResp) => frames.push(frame))
      .on('end', () => resolve(frames))
      .on('error', reject);
  });

/** The calls of the port in the server's own terms: each has a deadline, asks for the leader and tells faults apart. */
export class Connection {
  readonly deadlineMs: number;
  private readonly client: EventStoreDBClient;
  private readonly inside: ClientInside;
  private readonly credentials: Credentials | undefined;
  private hasCalled = false;

  constructor(options: EventStoreDbOptions) {
    this.deadlineMs = options.deadlineMs ?? DEFAULT_DEADLINE_MS;
    this.credentials = readCredentials(options.credentialsFile);
    this.client = connect(options);
    this.inside = insideOf(this.client);
  }

  /** When a call that begins now must have ended. */
  until(): number {
    return Date.now() + this.deadlineMs;
  }

  /** Sends an append; one that may have been written is repeated, which the server notices by revision and ids. */
  append(requests: readonly AppendReq[], until: number): Promise<AppendResp> {
    return this.repeating(until, () =>
      this.inside.execute(StreamsClient, 'append', (streams) => this.sendAppend(streams, requests, until)),
    );
  }

  /** Every frame of a read that ends by itself. */
  read(request: ReadReq, until: number): Promise<readonly ReadResp[]> {
    return this.repeating(until, async () => gathered(await this.open(request, new Date(until))));
  }

  /** Opens a subscription; throws the client's error. */
  async subscribe(request: ReadReq): Promise<FrameQueue> {
    this.hasCalled = true;
    const opening = this.open(request, Infinity);
    try {
      return new FrameQueue(await within(this.until(), opening));
    } catch (error) {
      opening.then((late) => late.cancel()).catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.client.dispose();
    if (!this.hasCalled) return;
    try {
      const channel = await within(Date.now() + 1000, this.inside.getChannel());
      channel.close();
    } catch {
      // No leader was found any more: there is no channel to close.
    }
  }

  private open(request: ReadReq, deadline: Date | number): Promise<ClientReadableStream<ReadResp>> {
    return this.inside.GRPCStreamCreator<ReadResp>(StreamsClient, 'read', (streams) =>
      streams.read(request, ...this.inside.callArguments(this.base(), { deadline })),
    )();
  }

  private sendAppend(
    streams: StreamsClient,
    requests: readonly AppendReq[],
    until: number,
  ): Promise<AppendResp> {
    return new Promise((resolve, reject) => {
      const [metadata, options] = this.inside.callArguments(this.base(), { deadline: new Date(until) });
      const sink = streams.append(metadata, options, (error, response) =>
        error ? reject(error) : resolve(response),
      );
      sink.on('error', reject);
      for (const request of requests) sink.write(request);
      sink.end();
    });
  }

  private base(): { requiresLeader: true; credentials?: Credentials } {
    return { requiresLeader: true, ...(this.credentials ? { credentials: this.credentials } : {}) };
  }

  /** Repeats what another node or another moment may take. Other errors of the client are thrown as they are. */
  private async repeating<T>(until: number, call: () => Promise<T>): Promise<T> {
    this.hasCalled = true;
    for (let repeat = 0; ; repeat += 1) {
      try {
        return await within(until, call());
      } catch (error) {
        if (error instanceof StoreUnavailable) throw error;
        const pauseMs = REPEATS_MS[repeat];
        const fault = faultOf(error);
        if (fault.answer !== 'retry') throw error;
        if (pauseMs === undefined || Date.now() + pauseMs >= until) throw unavailable(fault);
        await sleep(jittered(pauseMs));
      }
    }
  }
}
