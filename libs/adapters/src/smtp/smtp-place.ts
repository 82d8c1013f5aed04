/** `isSecure`: TLS from the first byte; else STARTTLS, without which nothing is sent but to this machine itself. */
export type SmtpPlace = Readonly<{
  host: string;
  port: number;
  isSecure: boolean;
  /** Certificates in PEM of whoever signed the server's; left out: those of the platform. */
  ca?: string;
  credentials?: Readonly<{ user: string; password: string }>;
  timeouts?: Readonly<{ connectMs?: number; answerMs?: number }>;
}>;

const CONNECT_MS = 10_000;
const ANSWER_MS = 15_000;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** How to reach it. In the clear to this machine itself alone, unless somebody took the trouble to name a certificate. */
export const connectionOptionsOf = ({ host, port, isSecure, ca, timeouts = {} }: SmtpPlace) => {
  const { connectMs = CONNECT_MS, answerMs = ANSWER_MS } = timeouts;
  const mayBeClear = LOOPBACK.test(host) && ca === undefined;
  return {
    ...{ host, port, secure: isSecure, requireTLS: !isSecure && !mayBeClear, ignoreTLS: mayBeClear },
    ...{
      connectionTimeout: connectMs,
      dnsTimeout: connectMs,
      greetingTimeout: answerMs,
      socketTimeout: answerMs,
    },
    maxResponseSize: 64 * 1024,
    tls: { minVersion: 'TLSv1.2' as const, ...(ca === undefined ? {} : { ca }) },
  };
};
