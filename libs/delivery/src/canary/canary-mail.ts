import type { NewEntry } from '@ibex/kernel';
import type { OtherMeans } from '../router/router.reaction';
import { CANARY_MAILBOX } from './canary.events';

type SortOut = OtherMeans['sortOut'];

/** Canaries go straight into their mailbox: it has readers though it is no authority's, and nobody writes it letters. */
export const pastCanaries =
  (sortOut: SortOut): SortOut =>
  async (entries: readonly NewEntry[]) => {
    const canaries = entries.filter(({ authority }) => authority === CANARY_MAILBOX);
    if (canaries.length === 0) return sortOut(entries);
    return [...canaries, ...(await sortOut(entries.filter(({ authority }) => authority !== CANARY_MAILBOX)))];
  };
