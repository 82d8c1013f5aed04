import type { BrowserContext, Page } from 'playwright-core';
import { eventually } from '../../support/desk';
import { KeycloakStory, keycloakFolder } from './keycloak-story';

const folder = keycloakFolder();
if (folder === undefined)
  process.stderr.write(
    'SKIPPED: signing in by a real Keycloak. Unpack keycloak-26.0.7 and name its folder by IBEX_TEST_KEYCLOAK.\n',
  );
const wherever = folder === undefined ? describe.skip : describe;
/** A sign-in by a browser, at a Keycloak that has just started. */
const PATIENCE_MS = 120_000;

wherever('a console whose people sign in by a real Keycloak', () => {
  let begun: KeycloakStory | undefined;
  let story: KeycloakStory;
  const windows: BrowserContext[] = [];

  beforeAll(async () => {
    begun = await KeycloakStory.begin(folder ?? '');
    story = begun;
  }, 800_000);
  afterEach(async () => {
    for (const each of windows.splice(0)) await each.close();
  });
  afterAll(() => begun?.end(), PATIENCE_MS);

  const window = async (): Promise<Page> => {
    const page = await story.window();
    windows.push(page.context());
    return page;
  };
  const as = async (username: string): Promise<Page> => {
    const page = await window();
    await story.signIn(page, username);
    expect(pathOf(page)).toBe('/console');
    return page;
  };
  const headingOf = (page: Page): Promise<string> => page.locator('h1').first().innerText();
  const pathOf = (page: Page): string => new URL(page.url()).pathname;
  /** Where somebody is who goes to the start page now. */
  const startOf = async (page: Page): Promise<string> => {
    await page.goto(`${story.url}/console`);
    return pathOf(page);
  };
  const endsUpAt = async (page: Page, path: string): Promise<void> => {
    expect(
      await eventually(
        () => startOf(page),
        (found) => found === path,
      ),
    ).toBe(path);
  };

  it(
    'lets a duty desk in by its password there, to its own desk',
    async () => {
      const page = await as('croydon-duty-desk');
      expect(await headingOf(page)).toBe('What do you want to do?');
      expect(await page.locator('.ibex-header__authority').innerText()).toBe('Croydon');
      await page.goto(`${story.url}/console/desk`);
      expect(await headingOf(page)).toContain('Inbox');
      await page.getByText('New notices appear by themselves.').waitFor();
    },
    PATIENCE_MS,
  );

  it(
    'goes on with another token where one ends, by a refresh token that is good once',
    async () => {
      // less than the half minute before its end at which a token is renewed
      await story.admin.letTokensLast(25);
      const page = await as('camden-mash');
      await story.admin.letTokensLast(300);
      const before = await story.admin.events('REFRESH_TOKEN');
      for (const path of ['/console/mash', '/console', '/console/mash']) {
        await page.goto(`${story.url}${path}`);
        expect(pathOf(page)).toBe(path);
      }
      expect(await story.admin.events('REFRESH_TOKEN')).toBe(before + 1);
      expect(await story.admin.events('REFRESH_TOKEN_ERROR')).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'ends the log-in there as well where somebody signs out, and shows its own page last',
    async () => {
      const page = await as('hackney-governance');
      expect(await story.admin.logInsOf('hackney-governance')).toHaveLength(1);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(`${story.url}/console/signed-out`);
      expect(await headingOf(page)).toBe('You have signed out');
      expect(await story.admin.logInsOf('hackney-governance')).toEqual([]);
      await endsUpAt(page, '/console/sign-in');
    },
    PATIENCE_MS,
  );

  it(
    'ends the session where an administrator ends the log-in there, and nobody else’s',
    async () => {
      const page = await as('croydon-duty-desk');
      const other = await as('camden-duty-desk');
      // their tokens are good for minutes: a page would still be shown if nobody had told the console
      await story.admin.endLogInsOf('croydon-duty-desk');
      await endsUpAt(page, '/console/sign-in');
      await endsUpAt(other, '/console');
    },
    PATIENCE_MS,
  );

  it(
    'lets nobody go on with another token whom an administrator has shut out',
    async () => {
      await story.admin.letTokensLast(25);
      const page = await as('hackney-mash');
      await story.admin.letTokensLast(300);
      await story.admin.shutOut('hackney-mash');
      await page.goto(`${story.url}/console/mash`);
      await endsUpAt(page, '/console/sign-in');
    },
    PATIENCE_MS,
  );

  it(
    'tells somebody whom it knows and who has no role here that they have none',
    async () => {
      await story.admin.add('newcomer', 'E09000008', 'test-only-newcomer');
      const page = await window();
      await story.signIn(page, 'newcomer');
      expect(await headingOf(page)).toBe('Signing in did not work');
      expect(await page.locator('main').innerText()).toContain('you have no role in IBEX');
    },
    PATIENCE_MS,
  );
});
