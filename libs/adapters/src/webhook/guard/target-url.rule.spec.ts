import { SPELLINGS } from './hostile-addresses.fixture';
import { toTargetUrl } from './target-url.rule';

const codeOf = (text: string): string => {
  const target = toTargetUrl(text);
  return target instanceof URL ? 'taken' : target.code;
};

const TAKEN = [
  ...['https://ibex.croydon.gov.uk/hook', 'https://croydon.gov.uk', 'https://croydon.gov.uk:443/a?b=c'],
  ...['HTTPS://CROYDON.GOV.UK/', 'https://xn--brnt-loa.example.org/', 'https://croydon.gov.uk./hook'],
  ...['https://8.8.8.8/hook', 'https://[2a00:1450:4009::200e]/hook', 'https://test.croydon.gov.uk/'],
];

const NAMES = [
  ...['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'ibex', 'intranet', 'db.internal', 'x.local'],
  ...['metadata.google.internal', 'router.lan', 'nas.home', 'dc.corp', 'a.private', 'printer.home.arpa'],
  ...[
    '1.0.0.127.in-addr.arpa',
    'abc.onion',
    'a.alt',
    'a.test',
    'a.example',
    'a.invalid',
    'ｌocalhost',
    'loc\u00adalhost',
  ],
];

describe('where messages may be posted to', () => {
  it.each(TAKEN)('takes %s', (text) => {
    expect(codeOf(text)).toBe('taken');
  });

  it.each([...SPELLINGS, ...NAMES].flatMap((host) => [`https://${host}/hook`, `https://${host}:443/`]))(
    'does not take %s',
    (text) => {
      expect(codeOf(text)).toMatch(/^target\/(host-not-public|not-a-url)$/);
    },
  );

  it.each([...SPELLINGS, ...NAMES].map((host) => `https://croydon.gov.uk@${host}/hook`))(
    'is not led astray by a name before an @: %s',
    (text) => {
      expect(codeOf(text)).toMatch(/^target\/(credentials|not-a-url)$/);
    },
  );

  it.each([
    ['http://croydon.gov.uk/', 'target/not-https'],
    ['ftp://croydon.gov.uk/', 'target/not-https'],
    ['file:///etc/passwd', 'target/not-https'],
    ['gopher://croydon.gov.uk/', 'target/not-https'],
    ['javascript:alert(1)', 'target/not-https'],
    ['data:text/plain,x', 'target/not-https'],
    ['ws://croydon.gov.uk/', 'target/not-https'],
    ['https://user@croydon.gov.uk/', 'target/credentials'],
    ['https://user:pass@croydon.gov.uk/', 'target/credentials'],
    ['https://:pass@croydon.gov.uk/', 'target/credentials'],
    ['https://croydon.gov.uk/#a', 'target/fragment'],
    ['https://croydon.gov.uk:22/', 'target/port'],
    ['https://croydon.gov.uk:8443/', 'target/port'],
    ['https://croydon.gov.uk:65536/', 'target/not-a-url'],
    ['https://croydon.gov.uk\\@127.0.0.1/', 'target/not-a-url'],
    ['https://croydon.gov.uk/\n', 'target/not-a-url'],
    [' https://croydon.gov.uk/', 'target/not-a-url'],
    ['https://croydon.gov.uk\t/', 'target/not-a-url'],
    ['https://croydon\u00a0.gov.uk/', 'target/not-a-url'],
    ['https://', 'target/not-a-url'],
    ['https:///hook', 'target/host-not-public'],
    ['croydon.gov.uk/hook', 'target/not-a-url'],
    ['//croydon.gov.uk/hook', 'target/not-a-url'],
    ['', 'target/not-a-url'],
    [`https://croydon.gov.uk/${'x'.repeat(2048)}`, 'target/too-long'],
  ])('says of %j why it is not taken: %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('tells the mend with each fault', () => {
    expect(toTargetUrl('http://croydon.gov.uk')).toEqual({
      code: 'target/not-https',
      detail: 'The target is not reached by HTTPS.',
      mend: 'Give an address that begins with https://.',
    });
  });
});
