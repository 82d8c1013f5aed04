import type { Environment } from 'nunjucks';
import { runtime } from 'nunjucks';
import { isCivilDate } from '@ibex/kernel';
import type { AuthorityNames } from './authority-names';
import { agoInWords, dayInWords, exactly, lengthInWords, whenInWords } from './time-words';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
};

export const escaped = (text: string): string => text.replaceAll(/["&'<>]/g, (sign) => ESCAPES[sign] ?? '');

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

const timeTag = (instant: string, words: string): string =>
  `<time datetime="${escaped(instant)}" title="${escaped(exactly(instant))}">${escaped(words)}</time>`;

/** A tag of our own making, whose parts are escaped. */
const html = (text: string): unknown => new runtime.SafeString(text);

const CODE = /^[a-z][a-z0-9]*(?:[-_/][a-z0-9]+)*$/;

/** `placed-here` as `placed here`; anything that is no code is left as it is. */
export const codeInWords = (code: string): string =>
  CODE.test(code) ? code.replaceAll(/[-_/]/g, ' ') : code;

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Filters of every template. What they are given may come from anywhere; what they make is escaped. */
export const addFilters = (
  environment: Environment,
  names: Pick<AuthorityNames, 'nameOf'>,
  now: () => string,
): void => {
  const filters: Readonly<Record<string, (value: unknown) => unknown>> = {
    borough: (gss) => (typeof gss === 'string' ? names.nameOf(gss) : ''),
    when: (value) => whenOr(value, (instant) => whenInWords(instant, now())),
    ago: (value) => whenOr(value, (instant) => agoInWords(instant, now())),
    day: (value) =>
      typeof value === 'string' && isCivilDate(value)
        ? html(`<time datetime="${value}">${dayInWords(value)}</time>`)
        : (value ?? ''),
    lasting: (value) => (typeof value === 'number' ? lengthInWords(value) : ''),
    words: (value) => (typeof value === 'string' ? codeInWords(value) : ''),
    sentence: (value) => (typeof value === 'string' ? sentence(value) : ''),
  };
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
};

const whenOr = (value: unknown, words: (instant: string) => string): unknown =>
  typeof value === 'string' && INSTANT.test(value) ? html(timeTag(value, words(value))) : (value ?? '');
