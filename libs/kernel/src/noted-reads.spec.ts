import { BASIS_OF_ADDRESSEE, BASIS_OF_OWNER, listNoted } from './noted-reads';
import type { Reader } from './ports/access.port';

const reader: Reader = { authority: 'E09000008', person: 'p-1', roles: ['duty-desk'] };
const own = { recordRef: 'r-own', owner: 'E09000008' };
const others = { recordRef: 'r-others', owner: 'E09000012' };

describe('a list as the ledger of reads takes it', () => {
  it('has each row’s record with what opened it, and nothing for a row about no record', () => {
    const rows = [own, others, { owner: 'E09000012' }, { recordRef: null, owner: 'E09000012' }];
    expect(listNoted(reader, { what: 'register', said: undefined }, rows)).toEqual({
      ...{ what: 'register', purpose: 'act-on-notice', asList: true },
      shown: [
        { ...own, basis: BASIS_OF_OWNER },
        { ...others, basis: BASIS_OF_ADDRESSEE },
      ],
    });
  });

  it('is for the purpose that was said, else for work with the authority’s own children where there are no others', () => {
    expect(listNoted(reader, { what: 'register', said: undefined }, [own]).purpose).toBe('own-child');
    expect(listNoted(reader, { what: 'register', said: 'assurance' }, [own]).purpose).toBe('assurance');
  });
});
