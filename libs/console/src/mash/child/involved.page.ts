import { codeInWords } from '../../frame/filters';
import type { Entry, RecordShown, SearchResult } from '../parts/answers';
import { fieldsIn, isFields, textIn } from '../parts/fields';
import type { Fields } from '../parts/fields';

export type ContactShown = Readonly<{ role: string; name: string; phone?: string; email?: string }>;
export type InvolvedShown = Readonly<{
  gss: string;
  name: string;
  isOwn: boolean;
  /** Why it is involved, in words. */
  as: readonly string[];
  contacts: readonly ContactShown[];
  /** When the contacts were recorded. */
  toldAt?: string;
  /** Of its multi-agency hub, from the search that led here. */
  hub?: string;
}>;

type Tie = Readonly<{ gss: string; name: string; as: string }>;

const ofRecords = (records: readonly RecordShown[]): readonly Tie[] =>
  records.map(({ owner, ownerName }) => ({ gss: owner, name: ownerName, as: 'keeps a record of the child' }));

const ofNotice = ({ source, sourceName, told = [] }: Entry): readonly Tie[] => [
  ...(source === undefined
    ? []
    : [{ gss: source, name: sourceName ?? source, as: 'told others of the child' }]),
  ...told.map(({ authority, authorityName, capacity }) => ({
    ...{ gss: authority, name: authorityName, as: `was told as ${codeInWords(capacity)}` },
  })),
];

const ofDuty = ({ duty }: Entry): readonly Tie[] =>
  duty?.state === 'late' || duty?.state === 'due'
    ? [{ gss: duty.owedBy, name: duty.owedByName, as: 'owes something that is not done' }]
    : [];

const ofStep = ({ step }: Entry): readonly Tie[] =>
  step ? [{ gss: step.authority, name: step.authorityName, as: 'dealt with a notice' }] : [];

const tiesIn = (entry: Entry): readonly Tie[] => {
  if (entry.kind === 'duty') return ofDuty(entry);
  return entry.kind === 'step' ? ofStep(entry) : ofNotice(entry);
};

const contactOf = (role: string, contact: Fields): ContactShown => {
  const [name, team, phone, email] = ['name', 'team', 'phone', 'email'].map((part) => textIn(contact, part));
  return {
    role: codeInWords(role.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()),
    name: [name, team].filter((part) => part !== undefined).join(', '),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
  };
};

const contactsIn = ({ personal }: Entry): readonly ContactShown[] =>
  Object.entries(fieldsIn(personal, 'contacts') ?? {}).flatMap(([role, contact]) =>
    isFields(contact) ? [contactOf(role, contact)] : [],
  );

type Latest = Pick<InvolvedShown, 'contacts' | 'toldAt'>;

/** The people that an authority named last; who came before may be gone. */
const latestContacts = (entries: readonly Entry[], gss: string): Latest => {
  const named = entries
    .filter((entry) => entry.source === gss && contactsIn(entry).length > 0)
    .toSorted((one, other) => ((one.recordedAt ?? '') < (other.recordedAt ?? '') ? 1 : -1))[0];
  if (!named) return { contacts: [] };
  const at = named.recordedAt === undefined ? {} : { toldAt: named.recordedAt };
  return { contacts: contactsIn(named), ...at };
};

type About = Readonly<{ own: string; found: readonly SearchResult[] }>;

const hubOf = (found: readonly SearchResult[], gss: string): Pick<InvolvedShown, 'hub'> => {
  const hub = found.find(({ authority, contact }) => authority === gss && contact !== undefined)?.contact;
  return hub === undefined ? {} : { hub };
};

const OF_A_POINTER = 'knows the child; you may not see its record';

/** Which authorities have to do with the child as far as the reader was shown, and how each is reached; its own last. */
export const involvedPage = (
  { records, items }: Readonly<{ records: readonly RecordShown[]; items: readonly Entry[] }>,
  { own, found }: About,
): readonly InvolvedShown[] => {
  const pointed = found
    .filter(({ kind }) => kind === 'known-to')
    .map(({ authority, authorityName }) => ({ gss: authority, name: authorityName, as: OF_A_POINTER }));
  const ties = [...ofRecords(records), ...pointed, ...items.flatMap(tiesIn)];
  return [...new Set(ties.map(({ gss }) => gss))]
    .map((gss): InvolvedShown => {
      const mine = ties.filter((tie) => tie.gss === gss);
      return {
        ...{
          gss,
          name: mine[0]?.name ?? gss,
          isOwn: gss === own,
          as: [...new Set(mine.map(({ as }) => as))],
        },
        ...latestContacts(items, gss),
        ...hubOf(found, gss),
      };
    })
    .toSorted((one, other) => Number(one.isOwn) - Number(other.isOwn) || one.name.localeCompare(other.name));
};
