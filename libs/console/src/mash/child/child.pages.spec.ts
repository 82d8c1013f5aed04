import type { Indicator, RecordShown } from '../parts/answers';
import { CAMDEN, CROYDON, HISTORY, KENT, RECORDS } from '../parts/history.fixture';
import { freshnessPage } from './freshness.page';
import { involvedPage } from './involved.page';
import { momentAsked } from './moment-asked';
import { picturePage } from './picture.page';
import { NAMELESS, whoPage } from './who.page';

const NOW = '2026-03-20T02:14:00.000Z';
const told = (more: Partial<RecordShown>): RecordShown => ({
  ...{ recordRef: 'record-2', owner: CROYDON, ownerName: 'Croydon', seenAs: 'addressee', withheld: false },
  basis: { text: 'Told of it', source: 'reg 13' },
  ...more,
});

describe('who a child is', () => {
  it('is what one’s own record says, and a difference between records is pointed out', () => {
    const other = told({ child: { forename: 'Maia', surname: 'Sample', dateOfBirth: '2010-05-14' } });
    expect(whoPage([other, ...RECORDS], '2026-03-20')).toMatchObject({
      ...{ name: 'Maya Sample', born: '2010-05-14', age: 15, isAtOdds: true, askOwners: [] },
    });
  });

  it('is a heading without a name where none is open, and whom to ask where something is withheld', () => {
    expect(whoPage([told({ withheld: true })], '2026-03-20')).toMatchObject({
      ...{ name: NAMELESS, askOwners: ['Croydon'], isAtOdds: false },
    });
  });
});

describe('the moment that is asked for', () => {
  it.each([
    [{ day: '3 3 2026', time: '2:14pm' }, '2026-03-03T14:14:00.000Z'],
    [{ day: '3 3 2026' }, '2026-03-03T23:59:00.000Z'],
    [{ day: '20 3 2026' }, NOW],
  ])('is read from %j', (query, asKnownAt) => {
    expect(momentAsked(query, NOW)).toMatchObject({ asKnownAt });
  });

  it('is now where nothing is said', () => {
    expect(momentAsked({}, NOW)).toEqual({ day: '', time: '' });
  });

  it.each([
    [{ day: '31 2 2026' }, /Enter a day like/],
    [{ day: '21 3 2026' }, /that are over/],
    [{ time: '2am' }, /Enter a day like/],
  ])('says what to do about %j', (query, fault) => {
    expect(momentAsked(query, NOW).fault).toMatch(fault);
  });
});

const sign = (more: Partial<Indicator>): Indicator => ({
  ...{ name: 'missing-episodes', title: 'How often missing', definition: 'How many…', window: 'A year.' },
  ...{ state: 'found', reach: 'whole', says: 'rising.', values: [], facts: [], sources: [], ...more },
});

describe('the signs of risk', () => {
  it('stand in the order of the exchange, all of them, and nothing is added up', () => {
    const signs = picturePage({
      indicators: [
        sign({
          values: [
            { label: 'last 30 days', count: 2 },
            { label: 'last 90 days', count: 3 },
          ],
        }),
        sign({ name: 'nrm-stage', state: 'not-known' }),
      ],
    } as never);
    expect(signs.map(({ name }) => name)).toEqual(['missing-episodes', 'nrm-stage']);
    expect(signs[0]?.values).toEqual([
      { label: 'last 30 days', text: '2' },
      { label: 'last 90 days', text: '3' },
    ]);
    expect(Object.keys(signs[0] ?? {})).not.toContain('total');
  });

  it('never tell by colour how bad something is, and say that nothing is known', () => {
    const tags = (['found', 'none', 'not-known'] as const).map(
      (state) => picturePage({ indicators: [sign({ state })] } as never)[0]?.tag.text,
    );
    expect(tags).toEqual(['On record', 'Known to be none', 'Not known']);
  });

  it('say how old the newest fact is', () => {
    const ages = [undefined, 0, 1, 12].map(
      (ageInDays) =>
        picturePage({ indicators: [sign(ageInDays === undefined ? {} : { ageInDays })] } as never)[0]?.age,
    );
    expect(ages).toEqual([
      '',
      'newest recorded today',
      'newest recorded yesterday',
      'newest recorded 12 days ago',
    ]);
  });
});

describe('who is involved', () => {
  const pointer = {
    kind: 'known-to',
    n: 2,
    authority: 'E09000012',
    authorityName: 'Hackney',
    contact: '020 8000 1',
  } as const;
  const involved = involvedPage({ records: RECORDS, items: HISTORY }, { own: CAMDEN, found: [pointer] });

  it('are those who told, were told, owe or keep a record, and those that the search pointed to; one’s own last', () => {
    expect(involved.map(({ name }) => name)).toEqual(
      ['Croydon', 'Ealing', 'Hackney', 'Kent', 'Camden'].sort(
        (a, b) => Number(a === 'Camden') - Number(b === 'Camden') || a.localeCompare(b),
      ),
    );
    expect(involved.find(({ gss }) => gss === KENT)?.as).toEqual(['was told as host']);
  });

  it('are reached by the people that the authority named last, or by the hub that the search gave', () => {
    expect(involved.find(({ gss }) => gss === CAMDEN)?.contacts).toEqual([
      { role: 'social worker', name: 'Ada Example, Looked-after children 2', phone: '020 7946 0101' },
      { role: 'out of hours', name: 'Emergency duty team', phone: '020 7946 0102' },
    ]);
    expect(involved.find(({ name }) => name === 'Hackney')).toMatchObject({
      ...{ hub: '020 8000 1', as: ['knows the child; you may not see its record'], contacts: [] },
    });
  });
});

describe('how fresh postings are', () => {
  it('puts dates in words, and counts who is silent', () => {
    const feed = {
      authority: KENT,
      authorityName: 'Kent',
      notification: 'placement',
      state: 'silent',
    } as const;
    const others = { asUsual: 3, silent: 1, tooFewToSay: 0, neverPosted: 2 };
    const says = 'Kent last posted placements 9 days ago: silent since 2026-03-05';
    expect(freshnessPage({ feeds: [{ ...feed, says }], others, link: '/v1/status/authorities' })).toEqual({
      feeds: [
        {
          says: 'Kent last posted placements 9 days ago: silent since 5 March 2026',
          tag: { text: 'Silent', colour: 'red' },
        },
      ],
      ...{ others: '3 as usual, 1 silent, 2 that never posted', silent: 2 },
    });
  });
});
