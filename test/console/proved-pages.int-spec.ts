import { consoleRoutes } from './support/console-routes';
import { browserSpecs, strayLists } from './support/proved-pages';
import type { Check } from './support/proved-pages';

const posts = (...paths: readonly string[]): ReadonlySet<string> =>
  new Set(paths.map((path) => `POST /console/${path}`));

/** Forms with nothing to enter: one press is all that they take. */
const PRESSED = posts(
  ...['session/stay', 'sign-out', 'operations/canary', 'operations/views/:view/rebuild'],
  ...['desk/inbox/:sequence/acknowledgement', 'desk/inbox/:sequence/answer'],
  ...['tell/drafts/:id/delete', 'tell/drafts/:id/send', 'tell/upload/:id/discard', 'tell/upload/:id/send'],
  ...['mash/accesses/:id/end', 'mash/whereabouts/:id/approval', 'mash/whereabouts/:id/content'],
  ...['governance/reviews/:id/end', 'governance/revocations/lift', 'governance/records/:ref/:label/agree'],
  ...['governance/whereabouts/:id/approve', 'governance/whereabouts/:id/read'],
  ...['governance/subscriptions/:id/change', 'governance/subscriptions/:id/resume'],
  ...['governance/subscriptions/drafts', 'governance/subscriptions/drafts/:id/discard'],
  ...['governance/agreements/drafts', 'governance/agreements/drafts/:id/discard'],
  ...['governance/agreements/:id/amend', 'governance/agreements/drafts/:id/remove-clause'],
);

const CHECKS: readonly Check[] = ['axe', 'dark', 'narrow', 'paper', 'keyboard'];

const pages = consoleRoutes().filter(({ isPage }) => isPage);
const specs = browserSpecs();
const stoodBy = (name: string): ReadonlySet<Check> =>
  new Set(specs.flatMap(({ proved }) => proved[name] ?? []));

describe('every page of the console', () => {
  it('was put to each check in a real browser', () => {
    const missing = pages.flatMap(({ method, pattern }) => {
      const name = `${method} ${pattern}`;
      const stood = stoodBy(name);
      return CHECKS.filter((check) => !stood.has(check)).map((check) => `${name}: ${check}`);
    });
    expect(pages.length).toBeGreaterThan(90);
    expect(missing).toEqual([]);
  });

  it('was shown again with what was missing, where something has to be entered', () => {
    const asked = consoleRoutes().filter(({ method, isForm }) => method === 'POST' && isForm);
    const names = asked.map(({ pattern }) => `POST ${pattern}`);
    const missing = names.filter((name) => !stoodBy(name).has('faults'));
    expect(missing.filter((name) => !PRESSED.has(name))).toEqual([]);
    expect([...PRESSED].filter((name) => !missing.includes(name))).toEqual([]);
  });

  it('is a page that there is', () => {
    const known = new Set(consoleRoutes().map(({ method, pattern }) => `${method} ${pattern}`));
    const listed = specs.flatMap(({ proved }) => Object.keys(proved));
    expect(listed.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('what is written down of a browser’s proof', () => {
  it('is of specs that there are, which hold themselves to it each time they run', () => {
    const written = specs.filter(({ proved }) => Object.keys(proved).length > 0);
    expect(strayLists()).toEqual([]);
    expect(written.length).toBeGreaterThan(6);
    const held = written.filter(({ source }) => /expect\(now\)\.toEqual\(written\)/.test(source));
    expect(held.map(({ name }) => name)).toEqual(written.map(({ name }) => name));
  });
});
