import { escapeHtml, toHtml, toText, writtenDate, writtenInstant } from './letter';
import type { Letter } from './letter';
import { wantsText } from './letter-form';
import { labelOf, linesOf } from './letter-lines';

const letter = (text: string): Letter => ({
  title: 'Placement: notified',
  to: ['Kent, children’s services'],
  from: 'Hackney',
  date: '2 March 2026',
  opening: 'We tell you of a child.',
  sections: [{ heading: 'The child', lines: [['Name', text]] }],
  closing: 'By secure channel only.',
});

describe('a letter', () => {
  it('reads as text', () => {
    expect(toText(letter('Ada Obi'))).toBe(
      [
        'Hackney',
        '',
        'To: Kent, children’s services',
        'Date: 2 March 2026',
        '',
        'PLACEMENT: NOTIFIED',
        '',
        'We tell you of a child.',
        '',
        'The child',
        '  Name: Ada Obi',
        '',
        'By secure channel only.',
        '',
      ].join('\n'),
    );
  });

  it('holds no markup but its own, whatever a name holds', () => {
    const html = toHtml(letter(`<script>"O'Neil" & co</script>`));
    expect(html).toContain('<bdi>&lt;script&gt;&quot;O&#39;Neil&quot; &amp; co&lt;/script&gt;</bdi>');
    expect(html).not.toContain('<script');
  });

  it('does not let a value forge another line or run backwards', () => {
    expect(toText(letter('Ada\nDate of birth: 1 May 2001\u202e'))).toContain(
      '  Name: Ada / Date of birth: 1 May 2001\n',
    );
    expect(toHtml(letter('Ada\r\nObi'))).toContain('Ada / Obi');
  });

  it('escapes the signs that have a meaning in HTML, and no others', () => {
    expect(escapeHtml(`<>&"'`)).toBe('&lt;&gt;&amp;&quot;&#39;');
    expect(escapeHtml('Zoë Łukasz 李')).toBe('Zoë Łukasz 李');
  });

  it('writes dates as people do, and instants by the clock in London', () => {
    expect(writtenDate('2026-03-02')).toBe('2 March 2026');
    expect(writtenInstant('2026-07-01T22:30:00.000Z')).toBe('1 July 2026, 23:30');
  });

  it('is text only for those who ask for text and not for HTML', () => {
    expect(wantsText('text/plain')).toBe(true);
    expect(wantsText('text/html,text/plain;q=0.9')).toBe(false);
    expect(wantsText('*/*')).toBe(false);
    expect(wantsText(undefined)).toBe(false);
  });
});

describe('the lines of a letter', () => {
  const wording = (value: string): string | undefined => (value === 'E10000016' ? 'Kent' : undefined);

  it('tell each field in words', () => {
    expect(labelOf('placementType')).toBe('Placement type');
    expect(
      linesOf(
        {
          startsOn: '2026-03-02',
          at: '2026-03-02T09:00:00.000Z',
          host: { kind: 'authority', gss: 'E10000016' },
          known: {
            flags: ['gangs', 'trafficking'],
            exploitation: { label: 'high', scaleId: 'low-medium-high' },
          },
          consulted: true,
          concerns: false,
          episodes: 3,
        },
        wording,
      ),
    ).toEqual([
      ['Starts on', '2 March 2026'],
      ['At', '2 March 2026, 09:00'],
      ['Host', 'Kent'],
      ['Known: flags', 'gangs, trafficking'],
      ['Known: exploitation: label', 'high'],
      ['Consulted', 'Yes'],
      ['Concerns', 'No'],
      ['Episodes', '3'],
    ]);
  });

  it('number the parts of a list', () => {
    expect(linesOf({ contacts: [{ name: 'Jo' }, { name: 'Sam' }] }, wording)).toEqual([
      ['Contacts 1: name', 'Jo'],
      ['Contacts 2: name', 'Sam'],
    ]);
  });

  it('leave out what is empty and what serves the exchange alone', () => {
    expect(linesOf({ by: 'E09000012', child: undefined, note: '', flags: [], none: null }, wording)).toEqual(
      [],
    );
  });
});
