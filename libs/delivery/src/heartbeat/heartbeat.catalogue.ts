import { HEARTBEAT } from './heartbeat.message';

const number = (description: string) => ({ type: 'integer', minimum: 0, description });

/** The sign of life as the catalogue of messages shows it. */
export const HEARTBEAT_SCHEMA = {
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'dataschema', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', description: 'Another one each time.' },
    source: { const: 'urn:ibex:exchange' },
    type: { const: HEARTBEAT },
    subject: { type: 'string', description: 'Id of the subscription, or GSS code of the authority.' },
    time: { type: 'string', format: 'date-time' },
    dataschema: { const: `urn:ibex:schema:${HEARTBEAT}:1` },
    datacontenttype: { const: 'application/json' },
    data: {
      type: 'object',
      required: ['head', 'everySeconds'],
      properties: {
        subscription: { type: 'string', description: 'Absent where the whole mailbox comes without one.' },
        head: number('Number of the newest entry of the mailbox.'),
        upTo: number('Every entry up to this number was dealt with on this channel.'),
        everySeconds: number('How often it comes while nothing is wrong.'),
      },
    },
  },
};

export const HEARTBEAT_MESSAGE = {
  name: HEARTBEAT,
  title: 'Sign of life',
  summary:
    'No entry of the mailbox: it has no number, is about no child, and is not repeated when it is lost.',
  contentType: 'application/cloudevents+json',
  payload: { $ref: `#/components/schemas/${HEARTBEAT}` },
};
