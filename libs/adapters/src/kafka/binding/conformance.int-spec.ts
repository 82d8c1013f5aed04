import { readFileSync } from 'node:fs';
import { CloudEvent as SdkEvent, Kafka as sdk } from 'cloudevents';
import type { KafkaMessage } from 'cloudevents';
import { sharedData } from '../../../../../test/imports/shared-data';
import { toKafkaRecord } from './kafka-record';
import { fromKafkaRecord } from './received-record';

// The published conformance features of CloudEvents; shared/data/vectors-cloudevents/README.md says where from.

type Table = readonly (readonly string[])[];
type Step = Readonly<{ text: string; doc: string; table: Table }>;
type Scenario = Readonly<{ name: string; steps: readonly Step[] }>;
type Drafted = { text: string; doc: string[]; table: string[][] };

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Steps of one scenario's lines: doc strings between triple quotes, tables between bars. */
const stepsOf = (lines: readonly string[]): readonly Drafted[] => {
  const steps: Drafted[] = [];
  let quoted = false;
  for (const line of lines) {
    const last = steps.at(-1);
    const bare = line.trim();
    if (bare === '"""') quoted = !quoted;
    else if (quoted) last?.doc.push(line.replace(/^ {8}/, ''));
    else if (bare.startsWith('|')) last?.table.push(cellsOf(bare));
    else if (bare !== '') steps.push({ text: bare, doc: [], table: [] });
  }
  return steps;
};

/** An outline becomes one scenario per row of its examples. */
const unrolled = (title: string, body: readonly Drafted[]): readonly Scenario[] => {
  const examples = body.find(({ text }) => text === 'Examples:');
  const steps = body
    .filter((step) => step !== examples)
    .map((step) => ({ ...step, doc: step.doc.join('\n') }));
  if (!examples) return [{ name: title, steps }];
  const [names = [], ...rows] = examples.table;
  const filled = (text: string, row: readonly string[]): string =>
    names.reduce((done, name, at) => done.replaceAll(`<${name}>`, row[at] ?? ''), text);
  return rows.map((row) => ({
    name: filled(title, row),
    steps: steps.map(({ text, doc, table }) => ({
      text: filled(text, row),
      doc: filled(doc, row),
      table: table.map((cells) => cells.map((cell) => filled(cell, row))),
    })),
  }));
};

const scenariosOf = (file: string): readonly Scenario[] =>
  readFileSync(sharedData('vectors-cloudevents', file), 'utf8')
    .split(/^\s*Scenario(?: Outline)?: /m)
    .slice(1)
    .flatMap((text) => {
      const [title = '', ...lines] = text.split('\n');
      return unrolled(title, stepsOf(lines));
    });

const stepOf = ({ steps }: Scenario, about: RegExp): Step => {
  const found = steps.find(({ text }) => about.test(text));
  if (found) return found;
  throw new Error(`the scenario has no step that matches ${String(about)}`);
};

const bytesByHeader = (pairs: Table): Record<string, Buffer> =>
  Object.fromEntries(pairs.map(([key = '', value = '']) => [key, Buffer.from(value)]));

const expectEvent = (scenario: Scenario, event: Readonly<Record<string, unknown>>): void => {
  const [, ...attributes] = stepOf(scenario, /the attributes are/).table;
  const data = JSON.parse(stepOf(scenario, /data is equal to the following JSON/).doc) as unknown;
  expect(event).toEqual({ ...Object.fromEntries(attributes), data });
};

/** Every step that this suite knows; one that it does not know must not pass as tested. */
const KNOWN =
  /^(Given a Kafka message with payload:|Given an HTTP request|And Kafka headers:|When parsed as (Kafka message|HTTP request)|Then the attributes are:|And the data is equal to the following JSON:)$/;

const kafka = scenariosOf('kafka-protocol-binding.feature');
const http = scenariosOf('http-protocol-binding.feature');

describe('the CloudEvents Kafka protocol binding', () => {
  it('is tested with every scenario of the published feature, and every step of each', () => {
    expect(kafka.map(({ name }) => name)).toEqual([
      'Binary content mode',
      'Structured content mode (application/cloudevents+json)',
      'Structured content mode (application/cloudevents+json; charset=utf-8)',
    ]);
    expect(http).toHaveLength(4);
    const unknown = [...kafka, ...http].flatMap(({ steps }) => steps.filter(({ text }) => !KNOWN.test(text)));
    expect(unknown).toEqual([]);
  });

  it.each(kafka)('reads: $name', (scenario) => {
    const [, ...headers] = stepOf(scenario, /Kafka headers/).table;
    const record = {
      value: Buffer.from(stepOf(scenario, /with payload/).doc),
      headers: bytesByHeader(headers),
    };
    expectEvent(scenario, fromKafkaRecord(record));
  });

  it.each(kafka)('writes what it read, in either mode: $name', (scenario) => {
    const [, ...headers] = stepOf(scenario, /Kafka headers/).table;
    const value = Buffer.from(stepOf(scenario, /with payload/).doc);
    const event = fromKafkaRecord({ value, headers: bytesByHeader(headers) });
    for (const mode of ['binary', 'structured'] as const)
      expectEvent(scenario, fromKafkaRecord(toKafkaRecord({ key: 'k', event }, mode)));
  });

  // the general part of the HTTP feature: the same attributes and data, with the headers named as Kafka names them
  it.each(http)('reads the event of the HTTP feature from a record: $name', (scenario) => {
    const [head = '', ...payload] = stepOf(scenario, /an HTTP request/).doc.split('\n\n');
    const headers = head
      .split('\n')
      .slice(1)
      .map((line) => /^([^:]+): (.*)$/.exec(line)?.slice(1) ?? [])
      .map(([name = '', value = '']) => [name.toLowerCase().replace(/^ce-/, 'ce_'), value]);
    const record = { value: Buffer.from(payload.join('\n\n')), headers: bytesByHeader(headers) };
    expectEvent(scenario, fromKafkaRecord(record));
  });
});

type Vector = Readonly<{ attributes: Readonly<Record<string, string>>; data: string }>;

const vectorOf = (document: string): Vector => {
  const [context = '', data = ''] = document.split(/^Data: \|$/m);
  const pairs = [...context.matchAll(/^ {2}([a-z]+): (.+)$/gm)].map(([, name, value]) => [name, value]);
  return { attributes: Object.fromEntries(pairs) as Record<string, string>, data: data.trim() };
};

const eventOf = ({ attributes, data }: Vector): Readonly<Record<string, unknown>> => ({
  ...attributes,
  data: attributes['datacontenttype']?.includes('json') === true ? (JSON.parse(data) as unknown) : data,
});

const minimum = readFileSync(sharedData('vectors-cloudevents', 'yaml/v1.0/v1_minimum.yaml'), 'utf8')
  .split('---\n')
  .map(vectorOf)
  .map(eventOf);

const asSdkReads = ({ key, value, headers }: ReturnType<typeof toKafkaRecord>): Record<string, unknown> => {
  // it reads text, not the bytes that Kafka clients hand over
  const texts = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, text.toString()]));
  const message: KafkaMessage = { value: value.toString('utf8'), headers: texts, key, body: undefined };
  const event = sdk.toEvent(message);
  return JSON.parse(JSON.stringify(event)) as Record<string, unknown>;
};

describe('the published minimum events', () => {
  it('are all there', () => {
    expect(minimum.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `conformance-000${String(n)}`));
  });

  it.each(minimum)('come through both modes as they are: $datacontenttype', (event) => {
    for (const mode of ['binary', 'structured'] as const)
      expect(fromKafkaRecord(toKafkaRecord({ key: 'k', event }, mode))).toEqual(event);
  });

  it('are refused in version 0.3', () => {
    const text = readFileSync(sharedData('vectors-cloudevents', 'yaml/v0.3/v03_minimum.yaml'), 'utf8');
    const old = text.split('---\n').map(vectorOf).map(eventOf);
    expect(old.length).toBeGreaterThan(0);
    for (const event of old)
      expect(() => toKafkaRecord({ key: 'k', event }, 'binary')).toThrow('specversion is not 1.0');
  });
});

describe('a record of ours, read by the CloudEvents SDK', () => {
  const event = {
    specversion: '1.0',
    id: 'e-1',
    source: 'urn:ibex:authority:E09000012',
    type: 'uk.ibex.placement.notified',
    subject: 'record-ref-1',
    time: '2026-03-02T09:00:00.000Z',
    dataschema: 'urn:ibex:schema:uk.ibex.placement.notified:1',
    datacontenttype: 'application/json',
    data: { kind: 'Placement notified', links: { detail: '/v1/notices/f' } },
  };

  it('is the same event in both modes, but for what the SDK adds: the key, and text for the number', () => {
    const numbered = { ...event, sequence: 7 };
    const asRead = { ...event, partitionkey: 'k' };
    expect(asSdkReads(toKafkaRecord({ key: 'k', event: numbered }, 'structured'))).toEqual({
      ...asRead,
      sequence: 7,
    });
    expect(asSdkReads(toKafkaRecord({ key: 'k', event: numbered }, 'binary'))).toEqual({
      ...asRead,
      sequence: '7',
    });
  });

  it('is read by us when the SDK wrote it', () => {
    const written = sdk.structured(new SdkEvent(event));
    const headers = { 'content-type': Buffer.from(String(written.headers['content-type'])) };
    expect(fromKafkaRecord({ value: String(written.body), headers })).toEqual(event);
  });
});
