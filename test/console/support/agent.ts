import { navigate } from './plain-http';
import { ReadPage } from './read-page';
import type { ReadForm } from './read-page';

export type Fields = Readonly<Record<string, string | readonly string[]>>;
export type Upload = Readonly<{ field: string; name: string; content: string; type?: string }>;

const MOST_REDIRECTS = 15;

const entriesOf = (fields: Fields): readonly (readonly [string, string])[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each) => [name, each] as const),
  );

/** What a browser without scripts does: keeps cookies, follows redirects, sends forms with their hidden fields. */
export class Agent {
  private readonly cookies = new Map<string, string>();
  /** Where the last answer came from, so that relative actions lead somewhere. */
  private at: string;

  constructor(readonly origin: string) {
    this.at = `${origin}/console`;
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** As a thief or a test would. */
  setCookie(name: string, value: string | undefined): void {
    if (value === undefined) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<ReadPage> {
    return this.follow(await this.once(path, { headers: { accept: 'text/html', ...headers } }));
  }

  /** Without following where it leads. */
  async once(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.at);
    const headers = new Headers(init.headers);
    const jar = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (jar !== '' && url.origin === this.origin) headers.set('cookie', jar);
    const answer = await navigate(url, { ...init, headers });
    this.at = url.href;
    this.keep(answer);
    return answer;
  }

  /**
   * Opens a page and sends the form on it that has these fields (or `action`), everything else as it stood there.
   * Returns the page after the redirects.
   */
  async submit(path: string, fields: Fields, wanted: Readonly<{ action?: string }> = {}): Promise<ReadPage> {
    const page = await this.get(path);
    return this.send(page, fields, wanted);
  }

  /** As `submit`, for a page that is open already. */
  send(page: ReadPage, fields: Fields, wanted: Readonly<{ action?: string }> = {}): Promise<ReadPage> {
    const form = page.form({ fields: Object.keys(fields), ...wanted });
    const kept = form.values.filter(([name]) => !(name in fields));
    return this.sendForm(page, form, [...kept, ...entriesOf(fields)]);
  }

  /** As `send`, with a file or several. */
  async upload(page: ReadPage, fields: Fields, ...files: readonly Upload[]): Promise<ReadPage> {
    const form = page.form({ fields: [...Object.keys(fields), ...files.map(({ field }) => field)] });
    const body = new FormData();
    const kept = form.values.filter(([name]) => !(name in fields));
    for (const [name, value] of [...kept, ...entriesOf(fields)]) body.append(name, value);
    for (const { field, name, content, type = 'text/csv' } of files)
      body.append(field, new Blob([content], { type }), name);
    const address = form.action === '' ? page.path : form.action;
    return this.follow(await this.once(address, { method: 'POST', body, headers: { accept: 'text/html' } }));
  }

  /** A POST of one's own making. */
  async post(
    path: string,
    fields: Fields,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ReadPage> {
    const body = new URLSearchParams(entriesOf(fields).map(([name, value]) => [name, value]));
    return this.follow(
      await this.once(path, { method: 'POST', body, headers: { accept: 'text/html', ...headers } }),
    );
  }

  private async sendForm(
    page: ReadPage,
    { action, method }: ReadForm,
    values: readonly (readonly [string, string])[],
  ): Promise<ReadPage> {
    const body = new URLSearchParams(values.map(([name, value]) => [name, value]));
    const address = action === '' ? page.path : action;
    if (method === 'get') return this.get(`${address.split('?')[0] ?? ''}?${body.toString()}`);
    return this.follow(await this.once(address, { method: 'POST', body, headers: { accept: 'text/html' } }));
  }

  private async follow(first: Response): Promise<ReadPage> {
    let answer = first;
    for (let steps = 0; steps < MOST_REDIRECTS; steps += 1) {
      const location = answer.headers.get('location');
      if (answer.status < 300 || answer.status > 399 || location === null) {
        const { pathname, search } = new URL(this.at);
        return new ReadPage(answer.status, `${pathname}${search}`, answer.headers, await answer.text());
      }
      await answer.body?.cancel();
      answer = await this.once(location, { headers: { accept: 'text/html' } });
    }
    throw new Error(`the redirects do not end: ${this.at}`);
  }

  private keep(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((each) => each.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const isGone =
        value === '' || attributes.some((each) => /^(?:max-age=0|expires=thu, 01 jan 1970)/i.test(each));
      if (isGone) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
