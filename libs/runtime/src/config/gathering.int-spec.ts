import 'reflect-metadata';
import { GatheringSettings, toGatheringConfig } from './gathering.settings';
import { parseConfig } from './parse-config';

const read = (source: Readonly<Record<string, string>>) =>
  toGatheringConfig(parseConfig(GatheringSettings, source));
const mail = { IBEX_MAIL_FROM: 'ibex@example.gov.uk', IBEX_PUBLIC_URL: 'https://ibex.example' };

describe('settings of digests and files', () => {
  it('may all be left out: then neither is offered', () => {
    expect(read({})).toEqual({ publicUrl: '', mailDomains: ['*.gov.uk', '*.nhs.uk', '*.police.uk'] });
  });

  it('name a mail server, and the files of its secrets', () => {
    const files = { IBEX_SMTP_USER: 'ibex', IBEX_SMTP_PASSWORD_FILE: '/run/p', IBEX_SMTP_CA_FILE: '/run/ca' };
    expect(read({ IBEX_SMTP: 'smtp://mail.example', ...mail, ...files })).toMatchObject({
      publicUrl: 'https://ibex.example',
      mail: {
        ...{ host: 'mail.example', port: 587, isSecure: false, from: 'ibex@example.gov.uk' },
        ...{ user: 'ibex', passwordFile: '/run/p', caFile: '/run/ca' },
      },
    });
  });

  it.each([
    ['smtps://mail.example', { host: 'mail.example', port: 465, isSecure: true }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, isSecure: false }],
    ['smtp://[::1]:25/', { host: '::1', port: 25, isSecure: false }],
  ])('understand %s', (address, place) => {
    expect(read({ IBEX_SMTP: address, ...mail }).mail).toEqual({ ...place, from: 'ibex@example.gov.uk' });
  });

  it('name a folder', () => {
    expect(read({ IBEX_DROP_ROOT: '/srv/drop', IBEX_PUBLIC_URL: 'http://ibex:8033' })).toMatchObject({
      ...{ dropRoot: '/srv/drop', publicUrl: 'http://ibex:8033' },
    });
  });

  it.each([
    ['IBEX_SMTP', { IBEX_SMTP: 'smtp://ibex:canary@mail.example', ...mail }],
    ['IBEX_SMTP', { IBEX_SMTP: 'mail.example', ...mail }],
    ['IBEX_MAIL_FROM', { IBEX_SMTP: 'smtp://mail.example', IBEX_PUBLIC_URL: 'https://ibex.example' }],
    ['IBEX_MAIL_FROM', { IBEX_SMTP: 'smtp://mail.example', ...mail, IBEX_MAIL_FROM: 'IBEX <a@b.uk>' }],
    ['IBEX_PUBLIC_URL', { IBEX_SMTP: 'smtp://mail.example', IBEX_MAIL_FROM: 'a@b.uk' }],
    ['IBEX_PUBLIC_URL', { IBEX_DROP_ROOT: '/srv/drop' }],
    ['IBEX_SMTP_PASSWORD_FILE', { IBEX_SMTP: 'smtp://mail.example', ...mail, IBEX_SMTP_USER: 'ibex' }],
    ['IBEX_MAIL_DOMAINS', { IBEX_MAIL_DOMAINS: '*.gov.uk, *' }],
  ])('tell what is missing or wrong with %s, and no value', (name, source) => {
    expect(() => read(source)).toThrow(new RegExp(name));
    expect(() => read(source)).not.toThrow(/canary/);
  });
});
