import type { FetchShown, NameOf, Whereabouts } from '../parts/answers';
import { saidIn } from '../parts/said';
import type { Said } from '../parts/said';

export type AskedFor = Readonly<{
  id: string;
  recordRef: string;
  about: string;
  requestedAt: string;
  reason: string;
  until?: string;
  isMine: boolean;
  state: Readonly<{ text: string; colour: string }>;
  /** What the reader can do with it now. */
  next: 'read' | 'approve' | 'wait' | 'none';
}>;

const STATES: Readonly<Record<FetchShown['phase'], AskedFor['state']>> = {
  requested: { text: 'Waits for a second person', colour: 'yellow' },
  approved: { text: 'Approved', colour: 'green' },
  taken: { text: 'Read', colour: 'grey' },
};
const OVER = { text: 'Approval ran out', colour: 'grey' } as const;

const nextOf = ({ phase, until }: FetchShown, isMine: boolean, now: string): AskedFor['next'] => {
  if (phase === 'requested') return isMine ? 'wait' : 'approve';
  const isOpen = phase === 'approved' && (until === undefined || until > now);
  return isOpen && isMine ? 'read' : 'none';
};

/** Who of the authority asked where a restricted child is, and what is to be done about each. */
export const whereaboutsPage = (
  fetches: readonly FetchShown[],
  { person, now }: Readonly<{ person: string; now: string }>,
): readonly AskedFor[] =>
  fetches.map((fetch) => {
    const { id, recordRef, notice, phase, requestedAt, reason, until } = fetch;
    const isMine = fetch.person === person;
    const isOver = phase === 'approved' && until !== undefined && until <= now;
    return {
      ...{ id, recordRef, requestedAt, isMine, reason: reason ?? 'not readable any more' },
      about: notice === undefined ? 'The child’s home' : 'Where a notice says the child is',
      ...(until === undefined ? {} : { until }),
      ...{ state: isOver ? OVER : STATES[phase], next: nextOf(fetch, isMine, now) },
    };
  });

export type WhereaboutsShown = Readonly<{
  home?: string;
  facts: readonly Readonly<{ title: string; recordedAt: string; says: readonly Said[] }>[];
}>;

const titleOf = (type: string): string => type.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

export const whereaboutsShown = ({ homePostcode, facts }: Whereabouts, nameOf: NameOf): WhereaboutsShown => ({
  ...(homePostcode === undefined ? {} : { home: homePostcode }),
  facts: facts.map(({ type, recordedAt, fields }) => ({
    ...{ title: titleOf(type), recordedAt, says: saidIn(fields, nameOf) },
  })),
});
