import { definitions } from '@ibex/notifications';
import { asyncApiOf } from './async-api';

describe('the catalogue of messages', () => {
  it('lists each public message of each notification type once, and no internal fact', () => {
    const told = definitions.flatMap(({ facts }) =>
      Object.values(facts).flatMap(({ tells }) => ('message' in tells ? [tells.message] : [])),
    );
    expect(asyncApiOf(definitions)).toMatchObject({
      channels: {
        inbox: {
          messages: Object.fromEntries(told.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
        },
      },
    });
    expect(told.length).toBeGreaterThan(0);
  });

  it('tells signs of life from entries: without a number of the mailbox', () => {
    const { components } = asyncApiOf(definitions) as unknown as {
      components: { schemas: Record<string, { properties: object }> };
    };
    const properties = components.schemas['uk.ibex.heartbeat']?.properties ?? {};
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(['subject', 'time', 'data']));
    expect(properties).not.toHaveProperty('sequence');
  });

  it('is the same text whatever the order of the types', () => {
    expect(JSON.stringify(asyncApiOf([...definitions].reverse()))).toBe(
      JSON.stringify(asyncApiOf(definitions)),
    );
  });
});
