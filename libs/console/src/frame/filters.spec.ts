import { Environment } from 'nunjucks';
import { addFilters } from './filters';

const environment = new Environment(null, { autoescape: true });
const names = { nameOf: (gss: string) => (gss === 'E09000007' ? 'Camden' : gss) };
addFilters(environment, names, () => '2026-11-22T02:30:00.000Z');

const shown = (template: string, value: unknown): string =>
  environment.renderString(`{{ ${template} }}`, { value });

const SCRIPT = '<script>alert("x")</script>';
const HARMLESS = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;';

describe('what templates say of a value', () => {
  it('names an authority, and shows a code that nobody knows', () => {
    expect(shown('value | borough', 'E09000007')).toBe('Camden');
    expect(shown('value | borough', 'E09999999')).toBe('E09999999');
  });

  it('tells an instant in words, with the exact one beside it', () => {
    expect(shown('value | when', '2026-11-22T02:14:09.000Z')).toBe(
      '<time datetime="2026-11-22T02:14:09.000Z" title="22 November 2026 at 02:14:09 GMT">today at 2:14am</time>',
    );
    expect(shown('value | ago', '2026-11-22T02:14:00.000Z')).toContain('>16 minutes ago</time>');
  });

  it('tells a day and a code in words', () => {
    expect(shown('value | day', '2025-03-03')).toBe('<time datetime="2025-03-03">3 March 2025</time>');
    expect(shown('value | words | sentence', 'no-further-action')).toBe('No further action');
  });

  it.each(['borough', 'when', 'ago', 'day', 'words', 'sentence'])('lets no markup through %s', (filter) => {
    expect(shown(`value | ${filter}`, SCRIPT)).toBe(HARMLESS);
  });

  it.each(['when', 'ago', 'day', 'words', 'borough'])(
    'shows nothing where there is nothing: %s',
    (filter) => {
      expect(shown(`value | ${filter}`, undefined)).toBe('');
    },
  );
});
