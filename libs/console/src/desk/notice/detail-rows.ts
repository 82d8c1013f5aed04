import { LABELS, NOT_SHOWN, codeOrSelf, labelOf } from './detail-labels';

/** What a cell shows: see `frame/table.njk`. */
export type Cell =
  | string
  | Readonly<{ when: string }>
  | Readonly<{ day: string }>
  | Readonly<{ borough: string }>
  | Readonly<{ code: string }>
  | Readonly<{ lines: readonly Cell[] }>;
export type DetailRow = Readonly<{ label: string; value: Cell }>;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const GSS = /^[EWNS]\d{8}$/;
const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Free text and names of people stay as they were typed, whatever they look like. */
const ofText = (text: string, isFree: boolean): Cell => {
  if (INSTANT.test(text)) return { when: text };
  if (DAY.test(text)) return { day: text };
  if (GSS.test(text)) return { borough: text };
  const known = codeOrSelf(text);
  return known === text && !isFree && CODE.test(text) ? { code: text } : known;
};

const listed = (cells: readonly (Cell | undefined)[]): Cell | undefined => {
  const lines = cells.filter((each) => each !== undefined);
  return lines.length > 1 ? { lines } : lines[0];
};

const ofHost = ({ kind, gss, code }: Fields): Cell | undefined => {
  if (typeof gss === 'string') return { borough: gss };
  if (kind === 'unknown') return 'Not known';
  if (kind === 'withheld') return 'Not told to you';
  return typeof code === 'string' ? code : undefined;
};

const ofFields = (fields: Fields): Cell | undefined => {
  if ('at' in fields || 'on' in fields) {
    const { at, on, ...rest } = fields;
    return listed([toCell(at ?? on), ...Object.values(rest).map((each) => toCell(each))]);
  }
  if ('kind' in fields || 'gss' in fields)
    return listed([ofHost(fields), 'place' in fields ? toCell(fields['place']) : undefined]);
  return listed(
    Object.entries(fields).map(([name, value]) => {
      const cell = toCell(value);
      if (name === 'scaleId' || cell === undefined) return undefined;
      return typeof cell === 'string' && name !== 'label' ? `${labelOf(name)}: ${cell}` : cell;
    }),
  );
};

const ofScalar = (value: unknown): Cell | undefined => {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'number' ? String(value) : undefined;
};

const toCell = (value: unknown, isFree = false): Cell | undefined => {
  if (typeof value === 'string') return value === '' ? undefined : ofText(value, isFree);
  if (Array.isArray(value)) return listed(value.map((each: unknown) => toCell(each)));
  return isFields(value) ? ofFields(value) : ofScalar(value);
};

const ORDER: ReadonlyMap<string, number> = new Map([...LABELS.keys()].map((name, at) => [name, at]));
const placeOf = (name: string): number => ORDER.get(name) ?? ORDER.size;

/** What a notice says, open and personal parts together, in words, the most needed first. */
export const detailRows = (data: Fields, personal: Fields = {}): readonly DetailRow[] =>
  [
    ...Object.entries(data).map(([name, value]) => ({ name, value: toCell(value) })),
    ...Object.entries(personal).map(([name, value]) => ({ name, value: toCell(value, true) })),
  ]
    .filter(({ name }) => !NOT_SHOWN.has(name))
    .sort((a, b) => placeOf(a.name) - placeOf(b.name))
    .flatMap(({ name, value }) => (value === undefined ? [] : [{ label: labelOf(name), value }]));

export type Contact = Readonly<{
  role: string;
  name?: string;
  team?: string;
  phone?: string;
  tel?: string;
  email?: string;
}>;

const CONTACT_ROLES: Readonly<Record<string, string>> = {
  outOfHours: 'Emergency duty team, out of hours',
  socialWorker: 'Social worker',
  teamManager: 'Team manager',
  reviewingOfficer: 'Independent reviewing officer',
};

const textIn = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
const given = (fields: Fields, name: string): Fields => {
  const value = textIn(fields, name);
  return value === undefined ? {} : { [name]: value };
};

const telOf = (phone: string | undefined): Fields => {
  const digits = (phone ?? '').replaceAll(/[^\d+]/g, '');
  return digits.length < 3 ? {} : { tel: digits };
};

/** Whom to ring: whoever is there at night first. */
export const contactsIn = (personal: Fields = {}): readonly Contact[] => {
  const contacts = personal['contacts'];
  if (!isFields(contacts)) return [];
  return Object.entries(CONTACT_ROLES).flatMap(([name, role]) => {
    const contact = contacts[name];
    if (!isFields(contact)) return [];
    const shown = ['name', 'team', 'phone', 'email'].map((field) => given(contact, field));
    return [Object.assign({ role }, ...shown, telOf(textIn(contact, 'phone'))) as Contact];
  });
};
