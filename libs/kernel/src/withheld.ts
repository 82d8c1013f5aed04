import { groupOfField } from './field-groups';
import type { FieldGroup } from './ports/access.port';
import type { NotificationDefinition } from './notification';
import type { RecordedFact } from './recorded';

/**
 * For whom a fact is shown: everything to the owner, to an addressee not what the type withholds from it.
 * `groups`: what the policy opens to the owner, where that is not everything (a restricted record).
 * `byAgreement`: no law names this addressee, only a sharing agreement does. `grant`: to whoever broke the glass
 * everything but what a type withholds from every addressee, such as the address of a restricted placement.
 */
export type ReadAs =
  | Readonly<{ as: 'owner'; groups?: readonly FieldGroup[] }>
  | Readonly<{ as: 'addressee'; authority: string; byAgreement?: boolean }>
  | Readonly<{ as: 'grant'; authority: string }>;

/** A fact and the whole of its notice, oldest first. */
export type FactOfNotice = Readonly<{ fact: RecordedFact; notice: readonly RecordedFact[] }>;

/** Names of fields that a reader may not see: of the personal part, and of the open part (`data`). */
export type Withheld = Readonly<{ personal: readonly string[]; open: readonly string[] }>;

const NOTHING: Withheld = { personal: [], open: [] };

/** A child’s identity is shown with its notices, and holds an address too. */
const OF_THE_CHILD = ['homePostcode'];

const withheldFromOwner = (
  groups: readonly FieldGroup[] | undefined,
  definition: NotificationDefinition,
  { type }: RecordedFact,
): Withheld => {
  if (groups === undefined) return NOTHING;
  const names = [...(definition.facts[type]?.personal ?? []), ...OF_THE_CHILD];
  return { personal: names.filter((name) => !groups.includes(groupOfField(name))), open: [] };
};

/**
 * What this reader may not see of a fact; never anything of what it told itself. What a later fact withholds is
 * withheld of the personal part of the earlier ones too: once a placement is restricted, its address is gone from what
 * was told before. The open part of a fact is judged by that fact alone: a former host may see that it was the host.
 */
export const withheldFor = (
  reader: ReadAs,
  definition: NotificationDefinition,
  { fact, notice }: FactOfNotice,
): Withheld => {
  if (reader.as === 'owner') return withheldFromOwner(reader.groups, definition, fact);
  if (fact.metadata.actor.authority === reader.authority) return NOTHING;
  const namesOf = (one: RecordedFact): readonly string[] => {
    const earlier = notice.filter(({ revision }) => revision < one.revision);
    if (reader.as === 'grant') return definition.withheldFromAddressees(one, undefined, earlier);
    if (reader.byAgreement === true && definition.neighbours)
      return definition.neighbours.withheld(one, earlier);
    return definition.withheldFromAddressees(one, reader.authority, earlier);
  };
  const since = notice.filter(({ revision }) => revision >= fact.revision);
  return { personal: [...new Set(since.flatMap(namesOf))], open: namesOf(fact) };
};

/** An object without the fields of these names. */
export const withoutFields = (
  fields: Readonly<Record<string, unknown>>,
  withheld: readonly string[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !withheld.includes(name)));
