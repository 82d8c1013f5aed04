import type { BrowserContext, Page } from 'playwright-core';
import { KeycloakStory, keycloakFolder } from './keycloak-story';

const folder = keycloakFolder();
if (folder === undefined)
  process.stderr.write(
    'SKIPPED: signing in by a real Keycloak. Unpack keycloak-26.0.7 and name its folder by IBEX_TEST_KEYCLOAK.\n',
  );
const wherever = folder === undefined ? describe.skip : describe;

wherever('a console whose people sign in by a real Keycloak', () => {
  let story: KeycloakStory;
  const windows: BrowserContext[] = [];

  beforeAll(async () => {
    story = await KeycloakStory.begin(folder ?? '');
  }, 400_000);
  afterEach(async () => {
    for (const each of windows.splice(0)) await each.close();
  });
  afterAll(() => story.end(), 60_000);

  const window = async (): Promise<Page> => {
    const page = await story.window();
    windows.push(page.context());
    return page;
  };
  const headingOf = (page: Page): Promise<string> => page.locator('h1').first().innerText();
  const pathOf = (page: Page): string => new URL(page.url()).pathname;

  it('lets a duty desk in by its password there, to its own desk', async () => {
    const page = await window();
    await story.signIn(page, 'croydon-duty-desk');
    expect([pathOf(page), await headingOf(page)]).toEqual(['/console', 'What do you want to do?']);
    expect(await page.locator('.ibex-header__authority').innerText()).toBe('Croydon');
    await page.goto(`${story.url}/console/desk`);
    expect(await headingOf(page)).toContain('Inbox');
  });
});
