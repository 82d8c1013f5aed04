import { codeInWords } from '../../frame/filters';
import type { NameOf } from './answers';
import { codeOf } from './codes';
import { isMoment, momentInWords } from './moments';
import { isFields } from './fields';
import type { Fields } from './fields';

export type Said = Readonly<{ label: string; text: string }>;

/** What has a place of its own on the page, or serves the exchange alone. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['by', 'occurredAt', 'restricted', 'sourceSystem', 'child', 'contacts', 'responsible', 'alreadyOver'],
]);
const LABELS: Readonly<Record<string, string>> = {
  ...{ host: 'where', from: 'from', lastSeen: 'last seen', areasAtRisk: 'may head for' },
  ...{ providerUrn: 'provider number', upn: 'UPN', nhsNumber: 'NHS number', localId: 'case number' },
  ...{
    nrmStage: 'National Referral Mechanism',
    nrm: 'National Referral Mechanism',
    known: 'known of the child',
  },
  ...{ reasonEpisodeCeased: 'why it ended', when: 'when', hoursAfterReturn: 'hours after return' },
};
const PLACES: Readonly<Record<string, string>> = {
  unknown: 'not known',
  withheld: 'kept from everyone',
  'outside-england': 'outside England',
};

/** `areasAtRisk` as `areas at risk`. */
const labelOf = (name: string): string =>
  LABELS[name] ?? name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

const GSS = /^[EWSN]\d{8}$/;

const textOf = (name: string, text: string, nameOf: NameOf): string => {
  if (GSS.test(text)) return nameOf(text);
  if (isMoment(text)) return momentInWords(text);
  return codeOf(name, text) ?? codeInWords(text);
};

const placeOf = ({ kind, code }: Fields): string | undefined => {
  if (typeof kind !== 'string' || !Object.hasOwn(PLACES, kind)) return undefined;
  return typeof code === 'string' ? `${PLACES[kind] ?? kind} (${code})` : PLACES[kind];
};

const partOf = (part: Fields, nameOf: NameOf): string => {
  const place = placeOf(part);
  if (place !== undefined) return place;
  const one = [part['gss'], part['at'], part['on'], part['label']].find((value) => typeof value === 'string');
  const alone = Object.keys(part).every((name) =>
    ['gss', 'at', 'on', 'kind', 'label', 'scaleId'].includes(name),
  );
  if (typeof one === 'string' && alone) return textOf('', one, nameOf);
  return saidIn(part, nameOf)
    .map(({ label, text }) => `${label} ${text}`)
    .join(', ');
};

const valueOf = (name: string, value: unknown, nameOf: NameOf): string => {
  if (typeof value === 'string') return textOf(name, value, nameOf);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value))
    return value
      .map((each: unknown) => valueOf(name, each, nameOf))
      .filter((text) => text !== '')
      .join(', ');
  return isFields(value) ? partOf(value, nameOf) : '';
};

/** What a notice says, in words, whichever type it is; nothing has to be added here for a new one. */
export const saidIn = (fields: Fields | undefined, nameOf: NameOf): readonly Said[] =>
  Object.entries(fields ?? {})
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, value]) => ({ label: labelOf(name), text: valueOf(name, value, nameOf) }))
    .filter(({ text }) => text !== '');
