import { clientFaultOf, wordOf } from './client-fault';

/** As the client throws them: a name, the broker's word when there is one, and what caused it. */
const fault = (name: string, more: { type?: string; message?: string; cause?: Error } = {}): Error =>
  Object.assign(new Error(more.message ?? 'text', { cause: more.cause }), {
    name,
    ...(more.type && { type: more.type }),
  });

describe('a fault of the client', () => {
  it.each([
    ['MESSAGE_TOO_LARGE', 'too-large'],
    ['INVALID_RECORD', 'refused'],
    ['KAFKA_STORAGE_ERROR', 'full'],
    ['UNKNOWN_TOPIC_OR_PARTITION', 'unknown-topic'],
    ['TOPIC_AUTHORIZATION_FAILED', 'access-denied'],
    ['NOT_ENOUGH_REPLICAS', 'unreachable'],
    ['OUT_OF_ORDER_SEQUENCE_NUMBER', 'failed'],
  ])('is known by the broker’s word %s', (type, kind) => {
    const thrown = fault('KafkaJSNumberOfRetriesExceeded', {
      cause: fault('KafkaJSProtocolError', { type }),
    });
    expect([clientFaultOf(thrown), wordOf(thrown)]).toEqual([kind, type]);
  });

  it('is known by what became of the connection', () => {
    const lost = fault('KafkaJSNonRetriableError', { cause: fault('KafkaJSConnectionClosedError') });
    expect([clientFaultOf(lost), wordOf(lost)]).toEqual(['unreachable', 'KafkaJSConnectionClosedError']);
  });

  it.each([
    'Connection error: self-signed certificate in certificate chain',
    'Connection error: write EPROTO 80:error:0A000418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca',
    'Connection error: unable to verify the first certificate',
  ])('is a refusal where a certificate is not taken: %s', (message) => {
    expect(clientFaultOf(fault('KafkaJSConnectionError', { message }))).toBe('access-denied');
  });

  it('is only a failure when nothing is known of it, and quotes nothing', () => {
    expect([clientFaultOf(new TypeError('Swift')), wordOf(new TypeError('Swift'))]).toEqual([
      'failed',
      'TypeError',
    ]);
    expect([clientFaultOf('Swift'), wordOf('Swift')]).toEqual(['failed', 'unknown']);
  });
});
