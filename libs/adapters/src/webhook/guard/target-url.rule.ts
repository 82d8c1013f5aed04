import { isIP } from 'node:net';
import { isPublicAddress } from './special-addresses';

/** Why a target is not taken, fit for a problem document; `mend` says what to give instead. */
export type TargetFault = Readonly<{ code: TargetFaultCode; detail: string; mend: string }>;
export type TargetFaultCode =
  | 'target/not-a-url'
  | 'target/not-https'
  | 'target/credentials'
  | 'target/fragment'
  | 'target/port'
  | 'target/host-not-public'
  | 'target/too-long';

const MOST_CHARACTERS = 2_048;
/** RFC 6761, RFC 6762, RFC 7686, RFC 8375, RFC 9476 and what home and office routers use. */
const PRIVATE_ENDINGS = [
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'private',
  'home.arpa',
  'arpa',
  'onion',
  'alt',
  'test',
  'example',
  'invalid',
];

const fault = (code: TargetFaultCode, detail: string, mend: string): TargetFault => ({ code, detail, mend });

const withoutBrackets = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

const isPublicName = (host: string): boolean => {
  const name = host.replace(/\.$/, '');
  return (
    name.includes('.') && !PRIVATE_ENDINGS.some((ending) => name === ending || name.endsWith(`.${ending}`))
  );
};

/** An address of the public internet, or a name that could be one; what it resolves to is checked at every connection. */
const isPublicHost = (host: string): boolean => {
  const literal = withoutBrackets(host);
  return isIP(literal) === 0 ? isPublicName(host) : isPublicAddress(literal);
};

type Check = readonly [holds: (url: URL) => boolean, otherwise: TargetFault];

const CHECKS: readonly Check[] = [
  [
    ({ protocol }) => protocol === 'https:',
    fault(
      'target/not-https',
      'The target is not reached by HTTPS.',
      'Give an address that begins with https://.',
    ),
  ],
  [
    ({ username, password }) => username === '' && password === '',
    fault(
      'target/credentials',
      'The target carries a user name or password.',
      'Leave them out: each message is signed, which proves who sends it.',
    ),
  ],
  [
    ({ hash }) => hash === '',
    fault('target/fragment', 'The target has a part after #.', 'Leave the part after # out.'),
  ],
  [
    ({ port }) => port === '',
    fault('target/port', 'The target names a port other than 443.', 'Receive on port 443.'),
  ],
  [
    ({ hostname }) => isPublicHost(hostname),
    fault(
      'target/host-not-public',
      'The host of the target is not one of the public internet.',
      'Give a host name that is in the public DNS.',
    ),
  ],
];

/** The target as it will be called, or why it is not taken. Decides by the text alone. */
export const toTargetUrl = (text: string): URL | TargetFault => {
  if (text.length > MOST_CHARACTERS)
    return fault(
      'target/too-long',
      `The target has more than ${String(MOST_CHARACTERS)} characters.`,
      'Give a shorter address.',
    );
  // the parser takes white space and control characters in silence
  const url = /[\p{Cc}\p{Zs}\\]/u.test(text) ? null : URL.parse(text);
  if (!url) return fault('target/not-a-url', 'The target is not a URL.', 'Give it as https://host/path.');
  return CHECKS.find(([holds]) => !holds(url))?.[1] ?? url;
};
