import { BEGINNING } from '@ibex/kernel';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { Place } from './place';

const checkpoint = (position: number): ReadResp =>
  new ReadResp().setCheckpoint(new ReadResp.Checkpoint().setCommitPosition(String(position)));
const filter = { categories: ['missing'] };
const head = (position: number) => () => Promise.resolve(position);
const notAsked = (): Promise<number> => Promise.reject(new Error('the head was asked for'));

describe('how far a follower has got', () => {
  it('is told at a fact that was passed over, never at an event of the server’s own', async () => {
    const place = new Place(undefined, filter);
    place.tell(100);
    place.take(checkpoint(150));
    expect(await place.passed(head(100))).toBeUndefined();
    place.take(checkpoint(220));
    expect(await place.passed(head(200))).toBe(200);
    place.tell(200);
    expect(await place.passed(head(200))).toBeUndefined();
    expect(await place.passed(notAsked)).toBeUndefined();
  });

  it('waits for the fact that is known to lie ahead, however busy the log', async () => {
    const place = new Place(undefined, filter);
    place.tell(100);
    place.take(checkpoint(150));
    expect(await place.passed(head(300))).toBeUndefined();
    place.take(checkpoint(250));
    expect(await place.passed(notAsked)).toBeUndefined();
    place.take(checkpoint(320));
    expect(await place.passed(notAsked)).toBe(300);
  });

  it('asks nobody when no filter could have passed over a fact', async () => {
    const place = new Place(undefined, {});
    place.take(checkpoint(150));
    expect(await place.passed(notAsked)).toBeUndefined();
    expect(place.resume).toBe(150);
  });

  it('goes on behind the last frame, whatever it was', () => {
    const place = new Place(undefined, filter);
    expect(place.resume).toBe(BEGINNING);
    place.take(checkpoint(150));
    place.take(checkpoint(90));
    expect(place.resume).toBe(150);
    expect(place.hasReached(150)).toBe(true);
    expect(place.hasReached(151)).toBe(false);
  });
});
