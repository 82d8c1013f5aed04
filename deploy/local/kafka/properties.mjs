// server.properties of one broker that is its own controller (KRaft), with the doors that were asked for.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Doors of the broker by name. `internal` is always there: the broker's own way, and the administrator's in tests. */
export const LISTENERS = {
  plaintext: 'PLAINTEXT',
  scram: 'SASL_PLAINTEXT',
  'scram-tls': 'SASL_SSL',
  oauthbearer: 'SASL_PLAINTEXT',
  mtls: 'SSL',
};
const nameOf = (listener) => listener.toUpperCase().replace('-', '_');

const scram = (listener) => ({
  [`listener.name.${listener.replace('-', '_')}.sasl.enabled.mechanisms`]: 'SCRAM-SHA-256,SCRAM-SHA-512',
  [`listener.name.${listener.replace('-', '_')}.scram-sha-256.sasl.jaas.config`]:
    'org.apache.kafka.common.security.scram.ScramLoginModule required;',
  [`listener.name.${listener.replace('-', '_')}.scram-sha-512.sasl.jaas.config`]:
    'org.apache.kafka.common.security.scram.ScramLoginModule required;',
});

const OAUTH = 'org.apache.kafka.common.security.oauthbearer';
/** With `jwksUrl` tokens are verified by signature, issuer and audience; without, unsigned ones are believed. */
const oauthbearer = ({ jwksUrl, issuer, audience } = {}) => {
  const jaas = `${OAUTH}.OAuthBearerLoginModule required`;
  const at = 'listener.name.oauthbearer.';
  return {
    [`${at}sasl.enabled.mechanisms`]: 'OAUTHBEARER',
    [`${at}oauthbearer.sasl.jaas.config`]: jwksUrl
      ? `${jaas};`
      : `${jaas} unsecuredLoginStringClaim_sub="broker";`,
    ...(jwksUrl && {
      [`${at}oauthbearer.sasl.server.callback.handler.class`]: `${OAUTH}.OAuthBearerValidatorCallbackHandler`,
      // Without the mechanism in front and with the class named: Kafka 4.1 otherwise does not find the keys' address and
      // falls back to a validator that checks no signature.
      [`${at}sasl.oauthbearer.jwt.validator.class`]: `${OAUTH}.BrokerJwtValidator`,
      [`${at}sasl.oauthbearer.jwks.endpoint.url`]: jwksUrl,
      [`${at}sasl.oauthbearer.expected.issuer`]: issuer,
      [`${at}sasl.oauthbearer.expected.audience`]: audience,
    }),
  };
};

const tls = (listener, certificates, isClientAsked) => {
  const at = `listener.name.${listener.replace('-', '_')}.`;
  return {
    [`${at}ssl.keystore.type`]: 'PEM',
    [`${at}ssl.keystore.location`]: certificates.keystore,
    [`${at}ssl.truststore.type`]: 'PEM',
    [`${at}ssl.truststore.location`]: certificates.ca,
    [`${at}ssl.client.auth`]: isClientAsked ? 'required' : 'none',
    // The common name alone is the principal: User:ibex-relay, not User:CN=ibex-relay.
    [`${at}ssl.principal.mapping.rules`]: 'RULE:^CN=([^,]+).*$/$1/,DEFAULT',
  };
};

const ofListener = (listener, { certificates, oauth }) => ({
  ...(listener.startsWith('scram') && scram(listener)),
  ...(listener === 'oauthbearer' && oauthbearer(oauth)),
  ...((listener === 'scram-tls' || listener === 'mtls') && tls(listener, certificates, listener === 'mtls')),
});

/** One replica of everything, and no waiting for a cluster that is not there. */
const ALONE = {
  'process.roles': 'broker,controller',
  'node.id': 1,
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 1,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'transaction.state.log.num.partitions': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
  'group.initial.rebalance.delay.ms': 0,
  'auto.create.topics.enable': false,
  'num.network.threads': 2,
  'num.io.threads': 4,
  'log.cleaner.dedupe.buffer.size': 8_388_608,
  'initial.broker.registration.timeout.ms': 30_000,
  // A broker that comes back is let in once its former session has ended: by default after 9 s.
  'broker.session.timeout.ms': 2000,
  'broker.heartbeat.interval.ms': 400,
};

const wanted = ({ listeners, ports, authorizer, advertised = {}, ...rest }) => {
  const address = (name) => `127.0.0.1:${String(ports[name])}`;
  const all = ['internal', ...listeners];
  const protocolOf = (name) => (name === 'internal' ? 'PLAINTEXT' : LISTENERS[name]);
  return {
    ...ALONE,
    'controller.quorum.voters': `1@${address('controller')}`,
    listeners: [
      ...all.map((name) => `${nameOf(name)}://${address(name)}`),
      `CONTROLLER://${address('controller')}`,
    ].join(','),
    'advertised.listeners': all
      .map((name) => `${nameOf(name)}://${advertised[name] ?? address(name)}`)
      .join(','),
    'listener.security.protocol.map': [
      ...all.map((name) => `${nameOf(name)}:${protocolOf(name)}`),
      'CONTROLLER:PLAINTEXT',
    ].join(','),
    'inter.broker.listener.name': 'INTERNAL',
    'controller.listener.names': 'CONTROLLER',
    ...(authorizer && {
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      // Whoever reaches the loopback doors without a name is the broker itself or its administrator.
      'super.users': 'User:ANONYMOUS;User:admin',
    }),
    'metadata.log.dir': rest.metadataDir,
    'log.dirs': rest.logDirs.join(','),
    ...Object.assign({}, ...listeners.map((name) => ofListener(name, rest))),
    ...rest.set,
  };
};

export const writeProperties = (folder, options) => {
  const file = join(folder, 'server.properties');
  const lines = Object.entries(wanted(options)).map(([name, value]) => `${name}=${String(value)}`);
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return file;
};
