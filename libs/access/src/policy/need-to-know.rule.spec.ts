import { FIELD_GROUPS, RECORD_LABELS, ROLES } from '@ibex/kernel';
import type { RecordLabel, Role } from '@ibex/kernel';
import { decide } from './need-to-know.rule';
import type { Question, Relation } from './question';

const [OWNER, OTHER] = ['E09000012', 'E09000008'] as const;
const BEFORE = '2026-03-01T09:00:00.000Z';
const EARLIER = '2026-03-02T08:00:00.000Z';
const NOW = '2026-03-02T09:00:00.000Z';
const LATER = '2026-03-02T10:00:00.000Z';
const basis = { text: 'A child was placed in your area', source: 'CPPCR Regs 2010, reg 13' };

/** How another authority, or one of its people, came to the record. */
const RELATIONS = {
  'never told': [],
  'told, and it goes on': [{ kind: 'addressee', from: BEFORE, basis }],
  'told, and it goes on for an hour': [{ kind: 'addressee', from: BEFORE, to: LATER, basis }],
  'told, and over': [{ kind: 'addressee', from: BEFORE, to: EARLIER, basis }],
  'told, and over this very moment': [{ kind: 'addressee', from: BEFORE, to: NOW, basis }],
  'told in error': [{ kind: 'addressee', from: BEFORE, to: EARLIER, recalled: true, basis }],
  'told of one notice that is over and of one that goes on': [
    { kind: 'addressee', from: BEFORE, to: EARLIER, basis },
    { kind: 'addressee', from: EARLIER, basis },
  ],
  'told under an agreement': [{ kind: 'agreement', from: BEFORE, clause: 'missing', basis }],
  'told under an agreement, for another hour': [
    { kind: 'agreement', from: BEFORE, to: LATER, clause: 'missing', basis },
  ],
  'broke the glass': [{ kind: 'grant', from: EARLIER, to: LATER, basis }],
  'broke the glass, run out this very moment': [{ kind: 'grant', from: BEFORE, to: NOW, basis }],
  'broke the glass, not begun': [{ kind: 'grant', from: LATER, to: '2026-03-02T14:00:00.000Z', basis }],
  'told, over, and broke the glass': [
    { kind: 'addressee', from: BEFORE, to: EARLIER, basis },
    { kind: 'grant', from: EARLIER, to: LATER, basis },
  ],
} as const satisfies Readonly<Record<string, readonly Relation[]>>;
type Told = keyof typeof RELATIONS;
const TOLD = Object.keys(RELATIONS) as Told[];

const EVERYTHING = [...FIELD_GROUPS];
const NOT_WHERE = ['existence', 'identity', 'numbers', 'course', 'risk'];
const PAST = ['existence', 'course'];
const EXISTENCE = ['existence'];
type Seen = readonly [sight: string, groups: readonly string[]];
const NOTHING: Seen = ['none', []];

/** What each of them sees of a record that is neither restricted nor erased. */
const SEEN: Readonly<Record<Told, Seen>> = {
  'never told': NOTHING,
  'told, and it goes on': ['addressee', EVERYTHING],
  'told, and it goes on for an hour': ['addressee', EVERYTHING],
  'told, and over': ['addressee', PAST],
  'told, and over this very moment': ['addressee', PAST],
  'told in error': ['addressee', EXISTENCE],
  'told of one notice that is over and of one that goes on': ['addressee', EVERYTHING],
  'told under an agreement': NOTHING,
  'told under an agreement, for another hour': NOTHING,
  'broke the glass': ['grant', EVERYTHING],
  'broke the glass, run out this very moment': NOTHING,
  'broke the glass, not begun': NOTHING,
  'told, over, and broke the glass': ['grant', EVERYTHING],
};

/** What the owner sees, by the labels of the record: an adoption is kept by never being linked, not by hiding the address. */
const OWNER_SEES: readonly (readonly [labels: readonly RecordLabel[], groups: readonly string[]])[] = [
  [[], EVERYTHING],
  [['adoption'], EVERYTHING],
  [['refuge'], NOT_WHERE],
  [['protected'], NOT_WHERE],
  [['adoption', 'refuge'], NOT_WHERE],
  [['refuge', 'protected'], NOT_WHERE],
];

const question = (change: Partial<Question> = {}): Question => ({
  reader: { authority: OTHER, roles: ['duty-desk'] },
  record: { owner: OWNER, introducedAt: BEFORE },
  relations: [],
  labels: [],
  erased: false,
  now: NOW,
  ...change,
});
const seen = (change: Partial<Question>): Seen => {
  const { sight, groups } = decide(question(change));
  return [sight, groups];
};
const owner = (roles: readonly Role[] = ['placing-practitioner']) => ({ authority: OWNER, roles });

describe('another authority', () => {
  const roles = ROLES.filter((role) => role !== 'operator');

  it.each(TOLD)('that was %s sees what that opens, in every role', (relation) => {
    const relations = RELATIONS[relation];
    for (const role of roles) {
      const reader = { authority: OTHER, roles: [role] };
      expect([role, seen({ reader, relations })]).toEqual([role, SEEN[relation]]);
    }
  });

  it.each(TOLD)('that was %s sees nothing of a restricted or an erased record', (relation) => {
    const relations = RELATIONS[relation];
    for (const label of RECORD_LABELS) expect(seen({ relations, labels: [label] })).toEqual(NOTHING);
    expect(seen({ relations, erased: true })).toEqual(NOTHING);
  });

  it('is told on which basis, since when and until when it sees', () => {
    const relations = RELATIONS['told, over, and broke the glass'];
    expect(decide(question({ relations })).relations).toEqual([
      { kind: 'addressee', from: BEFORE, to: EARLIER, basis },
      { kind: 'grant', from: EARLIER, to: LATER, basis },
    ]);
    const over = RELATIONS['broke the glass, run out this very moment'];
    expect(decide(question({ relations: over }))).toEqual({ sight: 'none', relations: [], groups: [] });
  });
});

describe('the owner', () => {
  it.each(OWNER_SEES)('sees, of a record labelled %j, %j, in every role', (labels, groups) => {
    for (const role of ROLES.filter((each) => each !== 'operator'))
      expect(seen({ reader: owner([role]), labels })).toEqual(['owner', groups]);
  });

  it('sees of an erased record that there was one and its course', () => {
    expect(seen({ reader: owner(), erased: true })).toEqual(['owner', PAST]);
    expect(seen({ reader: owner(), erased: true, labels: ['refuge'] })).toEqual(['owner', PAST]);
  });

  it('stays the owner when it was also told something', () => {
    const relations = RELATIONS['told, and it goes on'];
    expect(decide(question({ reader: owner(), relations }))).toEqual({
      sight: 'owner',
      relations: [
        {
          ...{ kind: 'owner', from: BEFORE },
          basis: { text: 'A child of the authority’s own', source: 'Children Act 1989, ss 17, 22 and 47' },
        },
      ],
      groups: EVERYTHING,
    });
  });
});

describe('whoever keeps the system running', () => {
  it('sees no child, of its own authority or of another, whatever was told', () => {
    for (const roles of [['operator'], []] as const)
      for (const authority of [OWNER, OTHER])
        for (const relations of Object.values(RELATIONS))
          expect(seen({ reader: { authority, roles }, relations })).toEqual(NOTHING);
  });

  it('sees as everybody else once it has another role too', () => {
    expect(seen({ reader: owner(['operator', 'duty-desk']) })).toEqual(['owner', EVERYTHING]);
  });
});

it('shows nothing of what is not there, even to somebody who claims to have been told', () => {
  for (const relations of Object.values(RELATIONS))
    for (const reader of [owner(), { authority: OTHER, roles: ['mash'] as const }])
      expect(seen({ reader, record: undefined, relations })).toEqual(NOTHING);
});
