import { FIELD_GROUPS, isLeadingToChild } from '@ibex/kernel';
import type { AccessRelation, FieldGroup, LegalBasis, Reader, RecordLabel } from '@ibex/kernel';
import type { Decided, Question, Relation } from './question';

const NOTHING: Decided = { sight: 'none', relations: [], groups: [] };
const OF_ITS_OWN: LegalBasis = {
  text: 'A child of the authority’s own',
  source: 'Children Act 1989, ss 17, 22 and 47',
};

/** That there was something, and what the authority itself was told of it at the time. */
const OF_THE_PAST: readonly FieldGroup[] = ['existence', 'course'];
/** A notice taken back as posted in error: that there was one. */
const OF_AN_ERROR: readonly FieldGroup[] = ['existence'];

/**
 * Where a child is found by whoever reads an address, the address is read by two persons together, of the owner’s own
 * staff too, and with it whatever may lead there: whom to ring, and free text, which nobody can check for an address. An
 * adoption is kept by never being linked to what was before it; its social workers need the address daily.
 */
const ADDRESS_BY_TWO: ReadonlySet<RecordLabel> = new Set(['refuge', 'protected']);
export const isKeptByTwo = (labels: readonly RecordLabel[]): boolean =>
  labels.some((label) => ADDRESS_BY_TWO.has(label));

/** Roles that keep the system running know no child (UK GDPR art 5(1)(c), data minimisation). */
export const knowsNoChild = ({ roles }: Pick<Reader, 'roles'>): boolean =>
  roles.every((role) => role === 'operator');

const ofOwner = ({ record, labels, erased }: Question): Decided => {
  const withheld = isKeptByTwo(labels);
  const groups = FIELD_GROUPS.filter((group) => !withheld || !isLeadingToChild(group));
  return {
    sight: 'owner',
    relations: [{ kind: 'owner', from: record?.introducedAt ?? '', basis: OF_ITS_OWN }],
    groups: erased ? OF_THE_PAST : groups,
  };
};

type Opening = Exclude<Relation, { kind: 'agreement' }>;

/** An agreement opens notices one by one, never a record; a grant that is over never was of any use to its holder. */
const isOpening = (relation: Relation, now: string): relation is Opening => {
  if (relation.kind === 'agreement' || relation.from > now) return false;
  return relation.kind === 'addressee' || now < relation.to;
};

const groupsOf = (relation: Opening, now: string): readonly FieldGroup[] => {
  if (relation.kind === 'grant') return FIELD_GROUPS;
  if (relation.recalled === true) return OF_AN_ERROR;
  return relation.to !== undefined && relation.to <= now ? OF_THE_PAST : FIELD_GROUPS;
};

const toAccessRelation = ({ kind, from, to, basis }: Opening): AccessRelation =>
  to === undefined ? { kind, from, basis } : { kind, from, to, basis };

const ofOthers = ({ relations, now }: Question): Decided => {
  const opening = relations.filter((relation) => isOpening(relation, now));
  if (opening.length === 0) return NOTHING;
  const open = new Set(opening.flatMap((relation) => groupsOf(relation, now)));
  return {
    sight: opening.some(({ kind }) => kind === 'grant') ? 'grant' : 'addressee',
    relations: opening.map(toAccessRelation),
    groups: FIELD_GROUPS.filter((group) => open.has(group)),
  };
};

/**
 * Need to know, whole: what one reader may see of one record at this moment. Pure; whoever asks brings the facts.
 * How much of a single fact a group still shows is for its notification type.
 */
export const decide = (question: Question): Decided => {
  const { reader, record, labels, erased } = question;
  if (!record || knowsNoChild(reader)) return NOTHING;
  if (record.owner === reader.authority) return ofOwner(question);
  // a restricted record is not there for anybody else, whatever it was told before; nor is an erased one
  return labels.length > 0 || erased ? NOTHING : ofOthers(question);
};
