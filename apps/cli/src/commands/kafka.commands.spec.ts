import { Command } from 'commander';
import { DEFAULT_TOPIC_RULES, planTopics } from '@ibex/adapters/kafka';
import type { Acl } from '@ibex/adapters/kafka';
import { LONDON_AUTHORITIES } from '@ibex/boroughs';
import { connectionOf, membersOf, rulesOf, withKafka } from './kafka.options';
import type { KafkaOptions } from './kafka.options';
import { planText } from './kafka.plan-text';

const parsed = (...words: readonly string[]): KafkaOptions =>
  withKafka(new Command())
    .exitOverride()
    .parse(['--brokers', 'a:1, b:2', ...words], { from: 'user' })
    .opts();

describe('the options of ibex kafka', () => {
  it('are enough with brokers alone; topics are as this project would have them', () => {
    expect(connectionOf(parsed())).toEqual({ brokers: ['a:1', 'b:2'], clientId: 'ibex-cli' });
    expect(rulesOf(parsed())).toEqual({ ...DEFAULT_TOPIC_RULES, own: ['IBEX-CANARY'] });
  });

  it('name a user and the file of the password, never the password', () => {
    const words = ['--mechanism', 'scram-sha-512', '--user', 'admin', '--password-file', '/run/p', '--tls'];
    expect(connectionOf(parsed(...words))).toMatchObject({
      sasl: { mechanism: 'scram-sha-512', username: 'admin', passwordFile: '/run/p' },
      tls: {},
    });
  });

  it('name a token endpoint, and certificates', () => {
    const client = [
      '--token-url',
      'https://issuer/token',
      '--client-id',
      'c',
      '--client-secret-file',
      '/run/s',
    ];
    expect(
      connectionOf(parsed('--mechanism', 'oauthbearer', ...client, '--ca-file', '/ca.pem')),
    ).toMatchObject({
      sasl: {
        ...{ mechanism: 'oauthbearer', tokenUrl: 'https://issuer/token' },
        ...{ clientId: 'c', clientSecretFile: '/run/s' },
      },
      tls: { caFile: '/ca.pem' },
    });
  });

  it.each([
    ['scram-sha-512', '--mechanism scram-sha-512 needs --user'],
    ['oauthbearer', '--mechanism oauthbearer needs --token-url'],
  ])('say what is missing for %s', (mechanism, complaint) => {
    expect(() => connectionOf(parsed('--mechanism', mechanism))).toThrow(complaint);
  });

  it('change the rules; a group given takes the place of the usual one', () => {
    const words = ['--retention-days', '7', '--group', 'mash.<gss>', '--group', 'duty.<gss>'];
    expect(rulesOf(parsed(...words))).toEqual({
      ...DEFAULT_TOPIC_RULES,
      ...{ retentionMs: 604_800_000, groups: ['mash.<gss>', 'duty.<gss>'] },
      own: ['IBEX-CANARY'],
    });
    expect(() => parsed('--partitions', '0')).toThrow('Give a whole number above 0.');
  });
});

describe('the authorities of ibex kafka', () => {
  it('are the whole of London, or those named, by code or name, each once', () => {
    expect(membersOf(parsed('--members', 'london'))).toEqual(LONDON_AUTHORITIES);
    const named = ['--authority', 'Croydon', '--authority', 'E09000007', '--authority', 'E09000008'];
    expect(membersOf(parsed(...named))).toEqual(['E09000008', 'E09000007']);
  });

  it('are no longer who leaves', () => {
    const members = membersOf(parsed('--members', 'london', '--leaver', 'Croydon'));
    expect(members).toHaveLength(32);
    expect(members).not.toContain('E09000008');
  });

  it('must be named', () => {
    expect(() => membersOf(parsed())).toThrow('name the authorities: --members london');
  });
});

describe('a plan, printed', () => {
  const rules = { ...DEFAULT_TOPIC_RULES, replicationFactor: 1 };
  const topic = planTopics(['E09000007'], { topics: [], acls: undefined }, rules).create;
  const rights = planTopics(['E09000007'], { topics: [], acls: [] }, rules).grant;
  const mallory: Acl = {
    ...{ resource: 'topic', name: 'ibex.notices.E09000007', pattern: 'literal', principal: 'User:mallory' },
    ...{ host: '10.0.0.1', operation: 'read', permission: 'allow' },
  };
  const wide: Acl = { ...mallory, name: 'ibex.', pattern: 'prefixed', host: '*', operation: 'all' };

  it('says what is to be made', () => {
    expect(planText(planTopics(['E09000007'], { topics: [], acls: [] }, rules)).split('\n')).toEqual([
      '+ topic ibex.notices.E09000007: 1 partition, 1 copy',
      '+ allow User:ibex-E09000007 describe topic ibex.notices.E09000007',
      '+ allow User:ibex-E09000007 read topic ibex.notices.E09000007',
      '+ allow User:ibex-E09000007 read group ibex.E09000007',
      '+ allow User:ibex-relay describe topic ibex.notices.E09000007',
      '+ allow User:ibex-relay write topic ibex.notices.E09000007',
      'topics to make: 1, rights to grant: 5',
    ]);
  });

  it('says what drifted, and what is left to a person', () => {
    const drifted = topic.map((each) => ({
      ...each,
      ...{ partitions: 3, configs: { ...each.configs, 'retention.ms': '1' } },
    }));
    const plan = planTopics(['E09000007'], { topics: drifted, acls: [...rights, mallory, wide] }, rules);
    expect(planText(plan).split('\n')).toEqual([
      '~ topic ibex.notices.E09000007: retention.ms 1 -> 2592000000',
      '- allow User:mallory read topic ibex.notices.E09000007 from 10.0.0.1 (removed with --prune)',
      '! allow User:mallory all topic ibex.…: reaches these topics or groups too, change it by hand',
      '! topic ibex.notices.E09000007: partitions 3, not 1; left as it is',
      'settings to change: 1, rights too many: 1, for a person to change: 2',
    ]);
  });

  it('says that there is nothing to do, and when nobody guards the brokers', () => {
    expect(planText(planTopics(['E09000007'], { topics: topic, acls: rights }, rules))).toBe('nothing to do');
    expect(planText(planTopics(['E09000007'], { topics: topic, acls: undefined }, rules))).toMatch(
      /^! the brokers hold no access control lists .*\nnothing to do$/,
    );
  });
});
