import type { LegalBasis } from '@ibex/kernel';

/** What puts somebody on a list: each line of a list is one dated thing to do, about one notice. */
export const WORKLISTS = {
  'missing-ours': {
    title: 'Missing now: your children',
    says: 'Open missing episodes of children for whom you are responsible, or which you reported.',
  },
  'missing-here': {
    title: 'Missing now: placed here',
    says: 'Open missing episodes of children whom others placed in your area.',
  },
  'missing-heading-here': {
    title: 'Missing now: may be heading here',
    says: 'Open missing episodes of children who may head for your area, or were seen in it.',
  },
  'placed-here-unacknowledged': {
    title: 'Placed here, not acknowledged',
    says: 'Placements in your area that you have not taken on yet.',
  },
  'not-risk-assessed': {
    title: 'Placed here, not risk-assessed in time',
    says: 'Children placed in your area whose risk there you have not assessed within the agreed days.',
  },
  'duties-due': {
    title: 'Your duties, due soon or late',
    says: 'What you owe by law, protocol or service target, late already or within the days ahead.',
  },
  'owed-to-us-late': {
    title: 'Late duties of others to you',
    says: 'What other authorities owe to you and have not done in time.',
  },
  'transfers-stuck': {
    title: 'Transfers stuck',
    says: 'Moves between you and another authority without the answer or the conference that was due.',
  },
  'links-to-review': {
    title: 'Links to review',
    says: 'Records of yours that may be of the same child as another record: somebody has to say.',
  },
} as const satisfies Readonly<Record<string, Readonly<{ title: string; says: string }>>>;

export type WorklistName = keyof typeof WORKLISTS;
export const WORKLIST_NAMES = Object.keys(WORKLISTS).filter((name): name is WorklistName =>
  Object.hasOwn(WORKLISTS, name),
);
export const isWorklistName = (name: string): name is WorklistName => Object.hasOwn(WORKLISTS, name);

/** One dated thing at a time decides the order; nothing is added up, and there is no order of children by risk. */
export const WORKLIST_SORTS = ['since', 'due', 'days-to-18', 'episodes-in-90-days'] as const;
export type WorklistSort = (typeof WORKLIST_SORTS)[number];

/** As what a line stands on somebody's list: whose child it is, or who was told of the notice. */
export const basisOf = (isOwner: boolean): LegalBasis =>
  isOwner
    ? { text: 'A child of the authority’s own', source: 'Children Act 1989, ss 17, 22 and 47' }
    : {
        text: 'Told of the notice, and asked to act on it',
        source: 'The basis that the notice names; Children Act 2004, ss 10 and 11',
      };
