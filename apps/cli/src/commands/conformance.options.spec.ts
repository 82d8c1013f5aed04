import { Command } from 'commander';
import { conformanceOf, withPlay } from './conformance.options';
import type { PlayOptions } from './conformance.options';

const parsed = (...given: readonly string[]): PlayOptions =>
  withPlay(new Command('conformance'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .parse([...given], { from: 'user' })
    .opts();
const KAFKA = ['--kafka', 'one:9092, two:9092', '--topic', 'ibex.notices.E09000008'];

describe('options of ibex conformance', () => {
  it('name a topic and how it is reached', () => {
    const given = [
      ...KAFKA,
      '--group',
      'borough',
      '--ca-file',
      'ca.pem',
      '--pause',
      '3',
      '--only',
      'valid,recall',
    ];
    expect(conformanceOf(parsed(...given, '--seed', 's', '--effects-file', 'effects.jsonl'))).toEqual({
      target: {
        kafka: {
          connection: { brokers: ['one:9092', 'two:9092'], clientId: 'ibex-cli', tls: { caFile: 'ca.pem' } },
          topic: 'ibex.notices.E09000008',
          group: 'borough',
        },
      },
      ...{ seed: 's', effects: { file: 'effects.jsonl' } },
      ...{ pauseMs: 3_000, burst: 500, settleMs: 20_000, patienceMs: 60_000, only: ['valid', 'recall'] },
    });
  });

  it('make another seed for each run unless one is given', () => {
    expect(conformanceOf(parsed(...KAFKA)).seed).not.toBe(conformanceOf(parsed(...KAFKA)).seed);
  });

  it.each([
    [[], 'give --webhook or --kafka'],
    [['--webhook', 'https://receiver.croydon.gov.uk/', ...KAFKA], 'give --webhook or --kafka'],
    [['--webhook', 'https://receiver.croydon.gov.uk/'], '--webhook needs --secrets-file'],
    [
      ['--webhook', 'https://receiver.croydon.gov.uk/', '--secrets-file', '/none'],
      '--secrets-file: the file /none',
    ],
    [['--kafka', 'one:9092'], '--kafka needs --topic'],
    [
      [...KAFKA, '--effects-url', 'http://127.0.0.1/effects'],
      '--effects-url without TLS needs --allow-private',
    ],
    [[...KAFKA, '--mechanism', 'scram-sha-256'], '--mechanism scram-sha-256 needs --user'],
  ])('say what is missing: %j', (given, fault) => {
    expect(() => conformanceOf(parsed(...given))).toThrow(fault);
  });

  it.each([
    ['--webhook', 'ftp://receiver.croydon.gov.uk'],
    ['--only', 'valid,unheard-of'],
    ['--burst', 'many'],
  ])('are refused as they are given: %s %s', (option, value) => {
    expect(() => parsed(option, value)).toThrow(/argument '.*' is invalid/);
  });
});
