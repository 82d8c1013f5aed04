import { letterFrom } from './letter.page';

const TEXT = [
  ...[
    'Hackney',
    '',
    'To: Kent, children’s services',
    'To: Medway, children’s services',
    'Date: 2 March 2026',
    '',
  ],
  ...['PLACEMENT: NOTIFIED', '', 'We tell you of a child.', '', 'The child', '  Name: <b>Ada</b>: Obi', ''],
  ...['What happened', '  Starts on: 2 March 2026', '', 'By secure channel only.', ''],
].join('\n');

describe('a letter of the exchange', () => {
  it('is taken apart to be laid out', () => {
    expect(letterFrom(TEXT)).toEqual({
      ...{ from: 'Hackney', to: ['Kent, children’s services', 'Medway, children’s services'] },
      ...{ date: '2 March 2026', title: 'Placement: notified', opening: 'We tell you of a child.' },
      sections: [
        { heading: 'The child', lines: [{ label: 'Name', text: '<b>Ada</b>: Obi' }] },
        { heading: 'What happened', lines: [{ label: 'Starts on', text: '2 March 2026' }] },
      ],
      closing: 'By secure channel only.',
    });
  });

  it.each(['', 'Hackney\n\nA text of another form.\n'])(
    'is left as it is where its form is not known',
    (text) => {
      expect(letterFrom(text)).toBeUndefined();
    },
  );
});
