import type { LinkCase, NameOf } from '../parts/answers';
import { choicesOf } from '../parts/choices';
import type { Choice } from '../parts/choices';

export const LINK_STATES = ['proposed', 'second-person', 'linked', 'apart', 'forbidden'] as const;
export type LinkState = (typeof LINK_STATES)[number];

const TITLES: Readonly<Record<LinkState, string>> = {
  proposed: 'To decide',
  'second-person': 'Waiting for a second person',
  linked: 'Held to be one child',
  apart: 'Two children',
  forbidden: 'Never to be linked',
};
const EMPTY: Readonly<Record<LinkState, string>> = {
  proposed: 'Nothing waits for a decision. New pairs come here when records that look alike are told of.',
  'second-person': 'Nothing waits for a second person.',
  linked: 'None of your records is linked to another one.',
  apart: 'Nobody has said of any of your pairs that they are two children.',
  forbidden: 'Your authority has marked no pair never to be linked.',
};

export type LinksShown = Readonly<{
  title: string;
  empty: string;
  states: readonly Choice[];
  items: readonly Readonly<{ id: string; other: string; odds: string; changedAt: string; waits: boolean }>[];
  next?: string;
}>;

/** Pairs of records that may be of one child, as a list to choose from; who they are is shown side by side alone. */
export const linksPage = (
  answer: Readonly<{ items: readonly LinkCase[]; next?: string }>,
  state: LinkState,
  nameOf: NameOf,
): LinksShown => ({
  ...{ title: TITLES[state], empty: EMPTY[state], states: choicesOf(TITLES, state) },
  items: answer.items.map(({ id, otherOwner, odds, changedAt, awaitsSecondPerson }) => ({
    ...{ id, other: nameOf(otherOwner), odds, changedAt, waits: awaitsSecondPerson },
  })),
  ...(answer.next === undefined ? {} : { next: answer.next }),
});
