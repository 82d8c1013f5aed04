import { USUAL_MAIL_DOMAINS, isInMailDomains, isMailAddress, isMailDomainPattern } from './mail-address';

describe('the address of a mailbox', () => {
  it.each(['duty-desk@croydon.gov.uk', "o'hara+ibex@a-b.gov.uk", `${'a'.repeat(64)}@b.uk`])(
    '%s is one',
    (text) => {
      expect(isMailAddress(text)).toBe(true);
    },
  );

  it.each([
    ...[
      'croydon.gov.uk',
      'a@b',
      'a@b.uk,c@d.uk',
      'a@b.uk c@d.uk',
      'a@b.uk;c@d.uk',
      'a@b@c.uk',
      '@b.uk',
      'a@-b.uk',
    ],
    ...[
      'a@b.uk\r\nBcc: c@d.uk',
      'a\r\n@b.uk',
      'a@b.uk\n',
      'a\0@b.uk',
      'Desk <a@b.uk>',
      '"a b"@c.uk',
      'a(b)@c.uk',
    ],
    ...['.a@b.uk', 'a..b@c.uk', 'a@[127.0.0.1]', 'a@127.0.0.1', 'ä@b.uk', 'a@bücher.uk', 'a@b.uk ', ''],
    ...[`${'a'.repeat(65)}@b.uk`, `a@${'b.'.repeat(130)}uk`],
  ])('%j is none', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});

describe('the domains that an exchange writes to', () => {
  it.each([
    ['desk@croydon.gov.uk', true],
    ['desk@Mail.CROYDON.gov.UK', true],
    ['desk@nhs.uk', false],
    ['desk@gov.uk.example.com', false],
    ['desk@notgov.uk', false],
    ['desk@example.com', false],
  ])('%s: %s', (address, isIn) => {
    expect(isInMailDomains(address, USUAL_MAIL_DOMAINS)).toBe(isIn);
  });

  it('may be single ones', () => {
    expect(isInMailDomains('desk@trust.example', ['trust.example'])).toBe(true);
    expect(isInMailDomains('desk@other.trust.example', ['trust.example'])).toBe(false);
  });

  it.each([
    ['*.gov.uk', true],
    ['trust.example', true],
    ['*', false],
    ['*.', false],
    ['a.*.uk', false],
    ['gov', false],
  ])('are named by patterns: %s %s', (text, isOne) => {
    expect(isMailDomainPattern(text)).toBe(isOne);
  });
});
