import { leadsToChild } from '@ibex/kernel';
import { broken } from './envelope';

export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Throws IbexError `proof/seal-broken` for anything but fields. */
export const fieldsOf = (json: string): Fields => toFields(JSON.parse(json));

const toFields = (value: unknown): Fields => {
  if (!isFields(value)) throw broken();
  return value;
};

type Parts = Readonly<{ open: Fields; guarded?: Fields }>;

/** `guarded`: what leads to the child, at any depth; absent where nothing does. */
export const partedFields = (personal: object): Parts => {
  const open: [string, unknown][] = [];
  const guarded: [string, unknown][] = [];
  for (const [name, value] of Object.entries(personal)) {
    if (value === undefined) continue;
    const parts = partsOf(name, value);
    if ('open' in parts) open.push([name, parts.open]);
    if ('guarded' in parts) guarded.push([name, parts.guarded]);
  }
  const fields = { open: Object.fromEntries(open) };
  return guarded.length === 0 ? fields : { ...fields, guarded: Object.fromEntries(guarded) };
};

/** A notice may hold who the child is as a field of its own, and that an address. */
const partsOf = (name: string, value: unknown): Readonly<{ open?: unknown; guarded?: unknown }> => {
  if (leadsToChild(name)) return { guarded: value };
  return isFields(value) ? partedFields(value) : { open: value };
};

/** The envelope within, if there is one. */
export const guardedIn = ({ guarded }: Fields): string | undefined =>
  typeof guarded === 'string' ? guarded : undefined;

export const openIn = ({ open }: Fields): Fields => toFields(open);

/** As it was before it was parted, but for the order of its fields. */
export const joined = (open: Fields, guarded: Fields): Fields => {
  const within = Object.entries(guarded).map(([name, value]): [string, unknown] => {
    const beside = Object.hasOwn(open, name) ? open[name] : undefined;
    return [name, isFields(beside) && isFields(value) ? joined(beside, value) : value];
  });
  return Object.fromEntries([...Object.entries(open), ...within]);
};
