import type { Page } from 'playwright-core';
import { tabTo } from './browser';

/** Somebody who has a keyboard and nothing else. Each step waits for what it brings about. */
export class KeyboardPerson {
  constructor(readonly page: Page) {}

  /** To a link or button, and on to where it leads. */
  async follow(selector: string, most = 120): Promise<void> {
    await tabTo(this.page, selector, most);
    const before = this.page.url();
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => url.href !== before);
    await this.page.waitForLoadState();
  }

  async type(selector: string, text: string): Promise<void> {
    await tabTo(this.page, selector);
    await this.page.keyboard.type(text);
  }

  /** One of several radios, with the arrows. Throws where there is none of that value. */
  async pick(name: string, value: string): Promise<void> {
    await tabTo(this.page, `input[name="${name}"]`);
    await this.page.keyboard.press('Space');
    for (let pressed = 0; pressed < 30; pressed += 1) {
      const now = await this.page.evaluate(
        () => Reflect.get(document.activeElement ?? {}, 'value') as unknown,
      );
      if (now === value) return;
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`${name} has no ${value}`);
  }

  async check(selector: string): Promise<void> {
    await tabTo(this.page, selector);
    await this.page.keyboard.press('Space');
  }

  async date(name: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
    for (const [part, typed] of [
      ['day', day],
      ['month', month],
      ['year', year],
    ] as const)
      await this.type(`[name="${name}-${part}"]`, typed);
  }

  /** The main button of a question page. */
  async goOn(): Promise<void> {
    await this.follow('main button[value="continue"]');
  }

  heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }
}
