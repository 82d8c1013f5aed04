import { askedAuthority, askedDate, askedPage } from './asked';

describe('what the address of a page asks for', () => {
  it('takes a day as people type it', () => {
    expect(askedDate({ on: '29/3/2026' }, 'on')).toStrictEqual({ typed: '29/3/2026', date: '2026-03-29' });
    expect(askedDate({}, 'on')).toStrictEqual({ typed: '' });
  });

  it('says what to do where it is no day', () => {
    expect(askedDate({ on: '30/2/2026' }, 'on')).toStrictEqual({
      typed: '30/2/2026',
      fault: 'Enter a real date, for example 29/3/2026. Leave it empty for today.',
    });
  });

  it('takes nothing for an authority or a page but one', () => {
    expect(askedAuthority({ from: 'E09000008' }, 'from')).toBe('E09000008');
    expect(askedAuthority({ from: "E09000008'--" }, 'from')).toBeUndefined();
    expect(['2', '-1', '1.5', 'x', '9999999'].map((page) => askedPage({ page }))).toStrictEqual([
      2, 1, 1, 1, 1,
    ]);
  });
});
