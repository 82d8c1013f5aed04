import { textFaultOf } from './target.rule';

describe('the target of an email digest', () => {
  it.each(['duty-desk@croydon.gov.uk', "o'hara+ibex@a-b.gov.uk"])('%s is one address', (target) => {
    expect(textFaultOf('email-digest', target)).toBeUndefined();
  });

  it.each([
    'croydon.gov.uk',
    'a@b',
    'a@b.uk,c@d.uk',
    'a@b.uk c@d.uk',
    'a@b.uk\r\nBcc: c@d.uk',
    'Desk <a@b.uk>',
    '.a@b.uk',
    'a..b@c.uk',
    '@b.uk',
    'a@-b.uk',
    `${'a'.repeat(260)}@b.uk`,
  ])('%j is not one address', (target) => {
    expect(textFaultOf('email-digest', target)).toMatchObject({ code: 'target/not-an-address' });
  });
});

describe('the domain of an email digest', () => {
  it.each(['desk@example.com', 'desk@gov.uk', 'desk@croydon.gov.uk.example.com'])(
    '%s is not written to',
    (target) => {
      expect(textFaultOf('email-digest', target)).toMatchObject({ code: 'target/domain-not-allowed' });
    },
  );

  it('is what the operator allows', () => {
    expect(textFaultOf('email-digest', 'desk@trust.example', ['trust.example'])).toBeUndefined();
    expect(textFaultOf('email-digest', 'desk@croydon.gov.uk', ['trust.example'])).toMatchObject({
      mend: expect.stringContaining('trust.example') as string,
    });
  });
});

describe('the target of a file drop', () => {
  it.each(['night-desk', '7'])('%s is a folder', (target) => {
    expect(textFaultOf('file-drop', target)).toBeUndefined();
  });

  it.each([
    '..',
    '../x',
    '/etc',
    'a/b',
    'a\\b',
    'A',
    'a.',
    '-a',
    'a\u0000',
    '',
    'a'.repeat(41),
    'con',
    'nul',
    'com1',
    'lpt9',
  ])('%j is no folder', (target) => {
    expect(textFaultOf('file-drop', target)).toMatchObject({ code: 'target/not-a-folder' });
  });
});

describe('other targets', () => {
  it('are not judged by this', () => {
    expect(textFaultOf('webhook', '..')).toBeUndefined();
  });
});
