const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' },
};
const plain = (text: string): string =>
  text.replaceAll(/&(?:[a-z]+|#39);/g, (each) => ENTITIES[each] ?? each);

/** As somebody reads it: no tags, no space to spare. */
export const textOf = (html: string): string =>
  plain(
    html
      .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' '),
  ).trim();

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return found ? plain(found[1] ?? '') : undefined;
};

export type Field = Readonly<{ name: string; value: string; tag: string }>;

const isLeftOut = (tag: string): boolean => {
  if (attribute(tag, 'disabled') !== undefined) return true;
  const type = attribute(tag, 'type');
  if (type === 'checkbox' || type === 'radio') return attribute(tag, 'checked') === undefined;
  return type === 'submit' || type === 'button' || type === 'file';
};

const inputsIn = (html: string): readonly Field[] =>
  [...html.matchAll(/<input\b[^>]*>/g)].map(([tag]) => ({
    ...{ name: attribute(tag, 'name') ?? '', value: attribute(tag, 'value') ?? '', tag },
  }));

const areasIn = (html: string): readonly Field[] =>
  [...html.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)].map(([, tag = '', value = '']) => ({
    ...{ name: attribute(tag, 'name') ?? '', value: plain(value), tag },
  }));

const choiceIn = (options: string): string => {
  const tags = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag);
  const chosen = tags.find((tag) => attribute(tag, 'selected') !== undefined) ?? tags[0] ?? '';
  return attribute(chosen, 'value') ?? '';
};

const choicesIn = (html: string): readonly Field[] =>
  [...html.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)].map(([, tag = '', options = '']) => ({
    ...{ name: attribute(tag, 'name') ?? '', value: choiceIn(options), tag },
  }));

/** A form as a browser would send it if nothing were touched; `names` also has what is not ticked. */
export type ReadForm = Readonly<{
  action: string;
  method: string;
  values: readonly (readonly [name: string, value: string])[];
  names: ReadonlySet<string>;
  html: string;
}>;

const toForm = (tag: string, html: string): ReadForm => {
  const fields = [...inputsIn(html), ...areasIn(html), ...choicesIn(html)].filter(({ name }) => name !== '');
  const buttons = [...html.matchAll(/<button\b[^>]*>/g)].map(([button]) => attribute(button, 'name') ?? '');
  return {
    action: attribute(tag, 'action') ?? '',
    method: (attribute(tag, 'method') ?? 'get').toLowerCase(),
    values: fields.filter(({ tag: each }) => !isLeftOut(each)).map(({ name, value }) => [name, value]),
    names: new Set([...fields.map(({ name }) => name), ...buttons]),
    html,
  };
};

/** A page as it came back, after the last redirect. */
export class ReadPage {
  constructor(
    readonly status: number,
    /** With the query. */
    readonly path: string,
    readonly headers: Headers,
    readonly html: string,
  ) {}

  /** What the page says, without its header and footer. */
  get text(): string {
    return textOf(/<main\b[\s\S]*<\/main>/.exec(this.html)?.[0] ?? this.html);
  }

  get title(): string {
    return textOf(/<title>([\s\S]*?)<\/title>/.exec(this.html)?.[1] ?? '');
  }

  get heading(): string {
    return textOf(/<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(this.html)?.[1] ?? '');
  }

  /** Of the error summary. */
  get faults(): readonly string[] {
    const list = /govuk-error-summary__list[\s\S]*?<\/ul>/.exec(this.html)?.[0] ?? '';
    return [...list.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = '']) => textOf(item));
  }

  get links(): readonly Readonly<{ text: string; href: string }>[] {
    return [...this.html.matchAll(/(<a\b[^>]*>)([\s\S]*?)<\/a>/g)].map(([, tag = '', inside = '']) => ({
      ...{ text: textOf(inside), href: attribute(tag, 'href') ?? '' },
    }));
  }

  /** Address of the first link that says so. Throws where there is none. */
  linkTo(text: string | RegExp): string {
    const says = (said: string): boolean =>
      typeof text === 'string' ? said.includes(text) : text.test(said);
    const found = this.links.find((each) => says(each.text));
    if (found) return found.href;
    throw new Error(`no link "${String(text)}" on ${this.path}: ${this.text.slice(0, 300)}`);
  }

  get forms(): readonly ReadForm[] {
    return [...this.html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)].map(([, tag = '', inside = '']) =>
      toForm(tag, inside),
    );
  }

  /** The one that has all of these fields, or whose action ends so; signing out is none of them. */
  form(wanted: Readonly<{ fields?: readonly string[]; action?: string }> = {}): ReadForm {
    const { fields = [], action } = wanted;
    const found = this.forms
      .filter((each) => !each.action.endsWith('/sign-out') || action !== undefined)
      .filter((each) => action === undefined || each.action === action || each.action.endsWith(action))
      .find(({ names }) => fields.every((field) => names.has(field)));
    if (found) return found;
    throw new Error(
      `no form with ${fields.join(', ')} on ${this.path} (${String(this.status)}): ${this.text.slice(0, 300)}`,
    );
  }
}
