import type { OwnWrites } from '@ibex/sdk';
import type { SealedThings } from './sealed-things';

const KIND = 'written';
/** Views that are further behind than this are not waited for: the person has long gone on. */
const LATELY_MS = 60_000;

const kept = async (things: SealedThings, id: string): Promise<number | undefined> => {
  const value = (await things.find(KIND, id))?.value;
  return typeof value === 'number' ? value : undefined;
};

/**
 * How far into the log the posts of a session reach: the page after a form shows what the form did, whichever console shows
 * it and however far the views are. Looks once where a page asks much.
 */
export const writesOf = (things: SealedThings, id: string): OwnWrites => {
  let known: Promise<number | undefined> | undefined;
  return {
    last: () => (known ??= kept(things, id)),
    wrote: async (position) => {
      const before = await (known ??= kept(things, id));
      const furthest = Math.max(position, before ?? 0);
      known = Promise.resolve(furthest);
      await things.put({ kind: KIND, id }, furthest, things.after(LATELY_MS));
    },
    givenUp: async () => {
      known = Promise.resolve(undefined);
      await things.store.remove(KIND, id);
    },
  };
};
