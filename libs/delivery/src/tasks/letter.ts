import { londonDateOf, londonTimeOf } from '@ibex/kernel';

/** One line of a letter's table. */
export type LetterLine = readonly [label: string, text: string];
/** A letter as content, so that HTML and text say the same. */
export type Letter = Readonly<{
  title: string;
  to: readonly string[];
  from: string;
  date: string;
  opening: string;
  sections: readonly Readonly<{ heading: string; lines: readonly LetterLine[] }>[];
  closing: string;
}>;

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** `2026-03-02` as 2 March 2026. */
export const writtenDate = (date: string): string =>
  `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;

/** A UTC instant as people in London write it. */
export const writtenInstant = (instant: string): string =>
  `${writtenDate(londonDateOf(instant))}, ${londonTimeOf(instant)}`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

// bidirectional controls can make a line read as what it does not say; line breaks would forge further lines
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;
const oneLine = (text: string): string =>
  text.replace(INVISIBLE, '').replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' / ');

export const toText = (letter: Letter): string =>
  [
    letter.from,
    '',
    ...letter.to.map((line) => `To: ${line}`),
    `Date: ${letter.date}`,
    '',
    letter.title.toUpperCase(),
    '',
    letter.opening,
    ...letter.sections.flatMap(({ heading, lines }) => [
      '',
      heading,
      ...lines.map(([label, text]) => `  ${oneLine(label)}: ${oneLine(text)}`),
    ]),
    '',
    letter.closing,
    '',
  ].join('\n');

const STYLE =
  'body{font:11pt/1.5 Arial,sans-serif;max-width:44em;margin:2em auto;padding:0 1em;color:#0b0c0c}' +
  'h1{font-size:16pt}h2{font-size:12pt;margin-bottom:.3em}table{border-collapse:collapse;width:100%}' +
  'th,td{text-align:left;vertical-align:top;padding:.3em .8em .3em 0;border-bottom:1px solid #b1b4b6}th{width:35%}';

const section = ({ heading, lines }: Letter['sections'][number]): string =>
  [
    `<h2>${escapeHtml(heading)}</h2>`,
    '<table>',
    ...lines.map(
      ([label, text]) =>
        `<tr><th scope="row">${escapeHtml(oneLine(label))}</th><td><bdi>${escapeHtml(oneLine(text))}</bdi></td></tr>`,
    ),
    '</table>',
  ].join('\n');

export const toHtml = (letter: Letter): string =>
  [
    '<!doctype html>',
    '<html lang="en-GB">',
    `<head><meta charset="utf-8"><title>${escapeHtml(letter.title)}</title><style>${STYLE}</style></head>`,
    '<body>',
    `<p><strong>${escapeHtml(letter.from)}</strong></p>`,
    `<p>To: ${letter.to.map(escapeHtml).join('<br>To: ')}<br>Date: ${escapeHtml(letter.date)}</p>`,
    `<h1>${escapeHtml(letter.title)}</h1>`,
    `<p>${escapeHtml(letter.opening)}</p>`,
    ...letter.sections.map(section),
    `<p>${escapeHtml(letter.closing)}</p>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
