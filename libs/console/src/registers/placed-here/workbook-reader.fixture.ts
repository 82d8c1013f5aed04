import { inflateRawSync } from 'node:zlib';

const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Files of a zip archive by name, found by its central directory (PKWARE APPNOTE 4.3). */
const filesIn = (zip: Buffer): ReadonlyMap<string, string> => {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (zip.readUInt32LE(end) !== END) throw new Error('not a zip archive');
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === CENTRAL) {
    const [size, name] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const skipped = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const local = zip.readUInt32LE(at + 42);
    const begins = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(begins, begins + size);
    const text = zip.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content);
    files.set(zip.subarray(at + 46, at + 46 + name).toString(), text.toString());
    at += 46 + name + skipped;
  }
  return files;
};

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'", '&#39;': "'" },
  _x000D_: '\r',
};
const plain = (xml: string): string =>
  xml.replaceAll(/&(?:lt|gt|amp|quot|apos|#39);|_x000D_/g, (sign) => ENTITIES[sign] ?? sign);

const textIn = (xml: string): string =>
  [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => plain(text ?? '')).join('');

export type SheetRead = Readonly<{ name: string; rows: readonly (readonly string[])[]; xml: string }>;

/** `C7` stands in the third column; cells without a value are not written at all. */
const columnOf = (attributes: string): number => {
  const letters = /r="([A-Z]+)\d+"/.exec(attributes)?.[1] ?? '';
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
};

const cellOf = (attributes: string, inner: string, shared: readonly string[]): string => {
  const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? '';
  if (attributes.includes('t="s"')) return shared[Number(value)] ?? '';
  return attributes.includes('t="inlineStr"') ? textIn(inner) : value;
};

const cellsOf = (row: string, shared: readonly string[]): readonly string[] => {
  const cells = new Map(
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', inner = '']) => [
      columnOf(attributes),
      cellOf(attributes, inner, shared),
    ]),
  );
  return Array.from({ length: Math.max(-1, ...cells.keys()) + 1 }, (_, at) => cells.get(at) ?? '');
};

/** What somebody sees who opens a workbook: its sheets, rows and cells; dates as the numbers that they are stored as. */
export const readWorkbook = (zip: Buffer): readonly SheetRead[] => {
  const files = filesIn(zip);
  const strings = files.get('xl/sharedStrings.xml') ?? '';
  const shared = [...strings.matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) => textIn(si ?? ''));
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*?name="([^"]*)"/g)];
  return names.map(([, name = ''], at) => {
    const xml = files.get(`xl/worksheets/sheet${String(at + 1)}.xml`) ?? '';
    const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) => cellsOf(row ?? '', shared));
    return { name: plain(name), rows, xml };
  });
};
