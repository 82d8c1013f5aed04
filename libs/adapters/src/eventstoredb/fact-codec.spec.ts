import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { aNewFact } from '@ibex/testing';
import { eventIdOf, ofEvent, toEvent, toPosition } from './fact-codec';

const ID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

const readBack = (event: {
  id: string;
  type: string;
  data: Buffer;
  envelope: Buffer;
}): ReadResp.ReadEvent => {
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new UUID().setString(event.id))
    .setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from('placement-1')))
    .setStreamRevision('3')
    .setCommitPosition('4711')
    .setPreparePosition('4711')
    .setData(event.data)
    .setCustomMetadata(event.envelope);
  recorded.getMetadataMap().set('type', event.type).set('content-type', 'application/json');
  return new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition('4711');
};

describe('a fact as an event', () => {
  it('has the id of the fact where that is a UUID', () => {
    expect(eventIdOf(ID)).toBe(ID);
    expect(toEvent(aNewFact(ID), 'attempt').envelope.toString()).not.toContain('factId');
  });

  it.each(['a', 'é', ID.toUpperCase(), '00000000-0000-0000-0000-000000000000', ''])(
    'has an id made of the digest where it is not (%s), always the same',
    (id) => {
      expect(eventIdOf(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(eventIdOf(id)).toBe(eventIdOf(id));
      expect(eventIdOf(id)).not.toBe(eventIdOf(`${id}.`));
    },
  );

  it.each(['a fact', ID])('comes back whole (%s)', (id) => {
    const fact = aNewFact(id, { sealed: 'c2VhbGVk', data: { told: null, list: [1] } });
    expect(ofEvent(readBack(toEvent(fact, 'attempt-1')))).toEqual({
      fact: { ...fact, stream: 'placement-1', category: 'placement', revision: 3, position: 4711 },
      attempt: 'attempt-1',
    });
  });

  it.each([
    ['the server itself', { id: ID, type: '$statsCollected', data: '{}', envelope: '{}' }],
    ['somebody else', { id: ID, type: 'OrderPlaced', data: '{}', envelope: '{"user":"x"}' }],
    ['somebody without metadata', { id: ID, type: 'OrderPlaced', data: '{}', envelope: '' }],
    ['somebody who writes no JSON', { id: ID, type: 'OrderPlaced', data: 'order', envelope: 'order' }],
  ])('is not made of what %s wrote', (_, { id, type, data, envelope }) => {
    const event = { id, type, data: Buffer.from(data), envelope: Buffer.from(envelope) };
    expect(ofEvent(readBack(event))).toBeUndefined();
  });

  it('has a position that a number holds exactly, or none', () => {
    expect(toPosition('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => toPosition('9007199254740992')).toThrow('beyond what can be counted safely');
  });
});
