import { createHash } from 'node:crypto';
import { htmlOf, policyOf } from './trial-page';

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const PAGE = { title: 'One more press', body: '<p>Press it.</p>', script: 'go()' };

describe('a page of the trial provider', () => {
  it('allows the styles and the script that stand in it, and nothing else', () => {
    const html = htmlOf(PAGE);
    const style = /<style>(.*)<\/style>/s.exec(html)?.[1] ?? '';
    expect(style).toContain('prefers-color-scheme:dark');
    expect(policyOf(PAGE)).toBe(
      `default-src 'none'; style-src ${digest(style)}; script-src ${digest('go()')}; frame-ancestors 'none'; base-uri 'none'`,
    );
    expect(policyOf({ title: 'x', body: '' })).not.toContain('script-src');
  });

  it('has a language, a title, one heading, and no script that it was not given', () => {
    const html = htmlOf({ title: 'Signed out', body: '' });
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<title>Signed out - IBEX trial</title>');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).not.toContain('<script');
  });
});
