type Section = Readonly<{ heading: string; lines: readonly Readonly<{ label: string; text: string }>[] }>;
/** A letter as it is printed. */
export type Letter = Readonly<{
  from: string;
  to: readonly string[];
  date: string;
  title: string;
  opening: string;
  sections: readonly Section[];
  closing: string;
}>;

const lineOf = (line: string) => {
  const at = line.indexOf(': ');
  const text = line.trim();
  return at < 0 ? { label: text, text: '' } : { label: line.slice(0, at).trim(), text: line.slice(at + 2) };
};

const sectionOf = (block: string): Section => {
  const [heading = '', ...lines] = block.split('\n');
  return { heading, lines: lines.map(lineOf) };
};

const after = (lines: readonly string[], label: string): readonly string[] =>
  lines.filter((line) => line.startsWith(label)).map((line) => line.slice(label.length));

/**
 * The exchange's letter, taken apart to be laid out with the console's own styles: the letter as HTML brings styles of its
 * own, which the console's content security policy keeps out. Undefined for a text of another form, which is shown as it is.
 */
export const letterFrom = (text: string): Letter | undefined => {
  const blocks = text.trim().split(/\n\n+/);
  const [from, address = '', title, opening, ...rest] = blocks;
  const closing = rest.at(-1);
  const lines = address.split('\n');
  const to = after(lines, 'To: ');
  const [date] = after(lines, 'Date: ');
  const isLetter = from !== undefined && title !== undefined && opening !== undefined && date !== undefined;
  if (!isLetter || closing === undefined || to.length === 0) return undefined;
  const shown = `${title.charAt(0)}${title.slice(1).toLowerCase()}`;
  return { from, to, date, title: shown, opening, sections: rest.slice(0, -1).map(sectionOf), closing };
};
