import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';
import { URGENCIES, WITHDRAWN_MESSAGE } from '@ibex/kernel';
import { HEARTBEAT_MESSAGE, HEARTBEAT_SCHEMA } from '../heartbeat/heartbeat.catalogue';
import { HEARTBEAT } from '../heartbeat/heartbeat.message';
import { LADDER_MESSAGES } from '../ladder/ladder.messages';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type Message = Readonly<{ name: string; title: string; summary: string; version: number }>;

const text = (description: string): Json => ({ type: 'string', description });

/** The thin content of every message: what, how urgent, on which basis, by when, and where the detail is. */
const CONTENT: Json = {
  type: 'object',
  required: ['kind', 'urgency', 'capacity', 'basis', 'from', 'occurredAt', 'links'],
  properties: {
    kind: text('What happened, in words.'),
    urgency: { enum: [...URGENCIES] },
    capacity: text('As whom the authority is told, e.g. host.'),
    basis: {
      type: 'object',
      required: ['text', 'source'],
      properties: { text: text('Why this authority is told.'), source: text('The provision.') },
    },
    agreement: {
      type: 'object',
      required: ['id', 'version', 'clause', 'tells'],
      description: 'The clause of a sharing agreement that opened it; absent where law did.',
      properties: {
        id: text('Of the agreement: /v1/agreements/{id}.'),
        version: { type: 'integer', minimum: 1 },
        clause: text('Id of the clause.'),
        tells: text('GSS code of the party on whose behalf you are told.'),
      },
    },
    duty: text('What the recipient should do.'),
    due: {
      type: 'string',
      format: 'date-time',
      description: 'Late from this instant; absent where law gives no number.',
    },
    from: text('GSS code of the sending authority.'),
    occurredAt: text('When it happened, as the sender says: an instant or a London date.'),
    links: {
      type: 'object',
      required: ['detail', 'acknowledgement'],
      properties: {
        detail: text('The detail, under the rights of the reader.'),
        acknowledgement: text('Where to acknowledge.'),
      },
    },
    sealed: text(
      'The detail as its link would have answered when this was sent, as compact JWE to a key of the recipient (header: kid; ibex.for is the id of the event). Only where the recipient asked for it.',
    ),
  },
};

const messagesOf = (definition: NotificationDefinition): readonly Message[] =>
  Object.values<FactDefinition>(definition.facts).flatMap(({ tells, title }) =>
    'message' in tells
      ? [{ name: tells.message, title, summary: tells.summary, version: tells.version }]
      : [],
  );

/** What tells the other side of a notice how it goes on, beside the types' own messages. */
const ladderMessages: readonly Message[] = Object.values(LADDER_MESSAGES).map(
  ({ message, title, summary, version }) => ({ name: message, title, summary, version }),
);

const envelopeOf = ({ name, version }: Message): Json => ({
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'dataschema', 'sequence', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: text('Stable: the same entry always has the same id, for de-duplication.'),
    source: text('The sending authority as urn:ibex:authority:<GSS code>.'),
    type: { const: name },
    subject: text("Opaque reference of the sender's record of the child."),
    time: { type: 'string', format: 'date-time' },
    dataschema: { const: `urn:ibex:schema:${name}:${String(version)}` },
    datacontenttype: { const: 'application/json' },
    sequence: { type: 'integer', minimum: 1, description: 'Number in the mailbox, without gaps.' },
    data: { $ref: '#/components/schemas/Content' },
  },
});

const withdrawn: Message = {
  name: WITHDRAWN_MESSAGE,
  title: 'Withdrawn',
  summary: 'Stands in place of an entry whose sharing agreement has ended: delete what you hold of it.',
  version: 1,
};

const describedOf = ({ name, title, summary }: Message): Json => ({
  ...{ name, title, summary, contentType: 'application/cloudevents+json' },
  payload: { $ref: `#/components/schemas/${name}` },
});

const inNameOrder = (a: Message, b: Message): number => (a.name < b.name ? -1 : 1);

/** AsyncAPI 3.0 of what a mailbox may hold, from the notification types alone; the same types give the same text. */
export const asyncApiOf = (
  definitions: readonly NotificationDefinition[],
): Readonly<Record<string, Json>> => {
  const messages = [...definitions.flatMap(messagesOf), ...ladderMessages, withdrawn].sort(inNameOrder);
  const byName = (value: (message: Message) => Json): Readonly<Record<string, Json>> =>
    Object.fromEntries(messages.map((message) => [message.name, value(message)]));
  const refs = byName(({ name }) => ({ $ref: `#/components/messages/${name}` }));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'IBEX mailbox',
      version: '1.0.0',
      description: 'What an authority is told, as CloudEvents 1.0: by pull feed and by server-sent events.',
    },
    channels: {
      inbox: {
        address: '/v1/inbox/stream',
        description: 'One mailbox per authority, in order of sequence; resume with Last-Event-ID.',
        messages: {
          ...refs,
          [HEARTBEAT]: { $ref: `#/components/messages/${HEARTBEAT}` },
        },
      },
    },
    operations: { receive: { action: 'receive', channel: { $ref: '#/channels/inbox' } } },
    components: {
      messages: { ...byName(describedOf), [HEARTBEAT]: HEARTBEAT_MESSAGE },
      schemas: { Content: CONTENT, ...byName(envelopeOf), [HEARTBEAT]: HEARTBEAT_SCHEMA },
    },
  };
};
