import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toEventStoreDbPlace, toKafkaPlace, toPostgresPlace } from './engine-config';
import { EventStoreDbSettings, KafkaSettings, PostgresSettings } from './engine.settings';
import { SettingsReader, parseConfig } from './parse-config';

const folder = mkdtempSync(join(tmpdir(), 'ibex-engine-config-'));
const passwordFile = join(folder, 'password');
writeFileSync(passwordFile, 'p@ss/word\n');
afterAll(() => rmSync(folder, { recursive: true }));

describe('where the engines are', () => {
  it('is one setting each where nothing is secured', () => {
    expect(
      toEventStoreDbPlace(
        parseConfig(EventStoreDbSettings, { IBEX_EVENTSTOREDB: 'esdb://log:2113?tls=false' }),
      ),
    ).toEqual({
      connectionString: 'esdb://log:2113?tls=false',
    });
    expect(
      toPostgresPlace(parseConfig(PostgresSettings, { IBEX_POSTGRES: 'postgres://ibex@db:5432/ibex' })),
    ).toEqual({
      url: 'postgres://ibex@db:5432/ibex',
      setting: 'IBEX_POSTGRES',
    });
    expect(toKafkaPlace(parseConfig(KafkaSettings, { IBEX_KAFKA_BROKERS: 'k1:9092,k2:9092' }))).toEqual({
      brokers: ['k1:9092', 'k2:9092'],
      clientId: 'ibex-relay',
      mode: 'binary',
    });
  });

  it('takes passwords from files, certificates by name', () => {
    const log = {
      IBEX_EVENTSTOREDB: 'kurrentdb+discover://log',
      IBEX_EVENTSTOREDB_CA_FILE: 'ca.pem',
      IBEX_EVENTSTOREDB_CERT_FILE: 'ibex.pem',
      IBEX_EVENTSTOREDB_KEY_FILE: 'ibex.key',
    };
    expect(toEventStoreDbPlace(parseConfig(EventStoreDbSettings, log))).toEqual({
      connectionString: 'kurrentdb+discover://log',
      tlsCaFile: 'ca.pem',
      userCertFile: 'ibex.pem',
      userKeyFile: 'ibex.key',
    });
    const postgres = {
      IBEX_POSTGRES: 'postgres://ibex@db/ibex',
      IBEX_POSTGRES_PASSWORD_FILE: passwordFile,
      IBEX_POSTGRES_CA_FILE: '/run/ca.pem',
    };
    expect(toPostgresPlace(parseConfig(PostgresSettings, postgres)).url).toBe(
      'postgres://ibex:p%40ss%2Fword@db/ibex?sslmode=verify-full&sslrootcert=%2Frun%2Fca.pem',
    );
    const kafka = {
      IBEX_KAFKA_BROKERS: 'k:9093',
      IBEX_KAFKA_SASL_MECHANISM: 'scram-sha-512',
      IBEX_KAFKA_USER: 'ibex',
      IBEX_KAFKA_PASSWORD_FILE: 'secret',
      IBEX_KAFKA_CA_FILE: 'ca.pem',
    };
    expect(toKafkaPlace(parseConfig(KafkaSettings, kafka))).toMatchObject({
      sasl: { mechanism: 'scram-sha-512', username: 'ibex', passwordFile: 'secret' },
      tls: { caFile: 'ca.pem' },
    });
  });

  it('tells every fault of every engine together, and no value', () => {
    const reader = new SettingsReader({
      IBEX_EVENTSTOREDB: 'http://canary',
      IBEX_POSTGRES: 'canary',
      IBEX_KAFKA_BROKERS: 'canary',
      IBEX_KAFKA_SASL_MECHANISM: 'oauthbearer',
      IBEX_EVENTSTOREDB_CERT_FILE: 'ibex.pem',
    });
    for (const settings of [EventStoreDbSettings, PostgresSettings, KafkaSettings])
      reader.read<object>(settings);
    expect(() => reader.check()).toThrow(
      /IBEX_EVENTSTOREDB: [\s\S]*IBEX_EVENTSTOREDB_KEY_FILE[\s\S]*IBEX_POSTGRES: [\s\S]*IBEX_KAFKA_BROKERS: [\s\S]*IBEX_KAFKA_TOKEN_URL/,
    );
    expect(() => reader.check()).not.toThrow(/canary/);
  });
});
