import { accept, never } from '@ibex/kernel';
import type { Decider, LegalBasis, Request } from '@ibex/kernel';
import type { ListedRecord, ReadFact } from './read.events';

type Look = Readonly<{ owner: string; what: string; purpose: string; basis: LegalBasis }>;
type List = Readonly<{
  what: string;
  purpose: string;
  digest: string;
  bases: readonly LegalBasis[];
  shown: readonly ListedRecord[];
}>;

/** `by`: authority of whoever looks. */
export type NoteLook = Request<'NoteLook', Look & Readonly<{ by: string }>>;
export type NoteList = Request<'NoteList', List>;

/** Of one record, day and authority: whether the owner was told. Of a person’s lists of a day: which fact named which. */
export type LooksOfADay = Readonly<{ isTold: boolean; listed: ReadonlyMap<string, string> }>;

const look = ({ owner, what, purpose, basis }: Look): Look => ({ owner, what, purpose, basis });

/** Nobody is refused here: whoever shows something has asked who may see it, and what was shown is on record. */
export const readDecider: Pick<
  Decider<NoteLook | NoteList, ReadFact, LooksOfADay>,
  'initialState' | 'decide'
> = {
  initialState: { isTold: false, listed: new Map() },
  decide: ({ type, data }, { isTold, listed }) => {
    switch (type) {
      case 'NoteLook':
        if (data.by === data.owner) return accept<ReadFact>({ type: 'OwnRecordRead', data: look(data) });
        return accept<ReadFact>({ type: isTold ? 'RecordReadAgain' : 'RecordRead', data: look(data) });
      case 'NoteList': {
        const sameAs = listed.get(data.digest);
        if (sameAs === undefined) return accept<ReadFact>({ type: 'RecordsListed', data });
        return accept<ReadFact>({ type: 'RecordsListedAgain', data: { sameAs, digest: data.digest } });
      }
      default:
        return never(type);
    }
  },
};
