import { connectionOptionsOf } from './smtp-place';

const to = (host: string, change: object = {}) =>
  connectionOptionsOf({ host, port: 587, isSecure: false, ...change });

describe('the way to a mail server', () => {
  it.each(['smtp.example', '10.0.0.8', 'localhost.example', '127.0.0.1.example', '::2'])(
    'is encrypted to %s, or nothing is sent',
    (host) => {
      expect(to(host)).toMatchObject({ requireTLS: true, ignoreTLS: false, tls: { minVersion: 'TLSv1.2' } });
    },
  );

  it.each(['localhost', '127.0.0.1', '127.9.8.7', '::1'])(
    'may be in the clear to %s, this machine itself',
    (host) => {
      expect(to(host)).toMatchObject({ requireTLS: false, ignoreTLS: true });
      expect(to(host, { ca: 'PEM' })).toMatchObject({
        requireTLS: true,
        ignoreTLS: false,
        tls: { ca: 'PEM' },
      });
    },
  );

  it('is encrypted from the first byte where that is asked for', () => {
    expect(to('smtp.example', { isSecure: true })).toMatchObject({ secure: true, requireTLS: false });
  });

  it('gives up within its times', () => {
    const times = {
      connectionTimeout: 10_000,
      greetingTimeout: 15_000,
      socketTimeout: 15_000,
      dnsTimeout: 10_000,
    };
    expect(to('smtp.example')).toMatchObject(times);
  });
});
