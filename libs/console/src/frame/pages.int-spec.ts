import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Assets } from './assets';
import { AuthorityNames } from './authority-names';
import { Pages } from './pages';

const folder = mkdtempSync(join(tmpdir(), 'ibex-assets-'));
writeFileSync(
  join(folder, 'manifest.json'),
  JSON.stringify({ 'main.css': 'main.1.css', 'main.js': 'main.2.js', 'ibex.svg': 'ibex.3.svg' }),
);
afterAll(() => rmSync(folder, { recursive: true }));

const clock = { now: () => '2026-11-22T02:30:00.000Z' };
const pages = new Pages(new AuthorityNames(), new Assets(folder), clock);

describe('a page for anybody', () => {
  it('says what is wrong and what to do, with styles and scripts by their content', () => {
    const html = pages.open('frame/fault.njk', { status: 503 });
    expect(html).toContain('<title>The exchange does not answer - IBEX</title>');
    expect(html).toContain('ring the authority concerned and the police on 999');
    expect(html).toContain('href="/console/assets/main.1.css"');
  });

  it('has no script and no style of its own, which the content policy would not run', () => {
    const html = pages.open('frame/fault.njk', { status: 404 });
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon[a-z]+=/);
  });

  it('asks for no file that the build did not make', () => {
    expect(() => new Assets(folder).pathOf('other.css')).toThrow(RangeError);
  });
});
