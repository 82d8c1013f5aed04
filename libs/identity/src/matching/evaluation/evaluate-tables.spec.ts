import { CHILDREN } from '../children';
import { columnMap, toPerson } from './columns';
import { evaluateTables } from './evaluate-tables';
import { forbiddenPairs, personOf } from './truth';
import type { Table } from './truth';

const header = [
  'rec_id',
  ' given_name',
  'surname',
  'street_number',
  'address_1',
  'date_of_birth',
  'soc_sec_id',
];

const faultOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (fault) {
    return fault;
  }
};

describe('columns', () => {
  it('are known by their usual names, and by those that are given', () => {
    const columns = columnMap(
      header.map((name) => name.trim()),
      'identifier=rec_id',
    );
    expect(toPerson(['r-1', 'Mia', 'Brown', '7', 'high street', '2017-08-26', ''], columns)).toEqual({
      ...{ id: 'r-1', forename: 'Mia', surname: 'Brown', address: '7 high street' },
      ...{ dob: '2017-08-26', identifier: 'r-1' },
    });
  });

  it('may be several for one thing', () => {
    const columns = columnMap(['id', 'a', 'b', 'then', 'now'], 'address=a+b,postcode=now+then');
    expect(toPerson(['1', '7', '', 'E1 1AA', 'E2 2BB'], columns)).toEqual({
      ...{ id: '1', address: '7', postcode: 'E2 2BB;E1 1AA' },
    });
  });

  it.each([
    ['forname=given_name', 'identity/map-unknown', /forname.*there are.*forename/],
    ['forename=firstname', 'identity/column-missing', /firstname.*it has rec_id/],
  ])('are refused where %s says what is not there', (map, code, text) => {
    const refused = (): unknown => columnMap(header, map);
    expect(refused).toThrow(text);
    expect(faultOf(refused)).toMatchObject({ code });
  });
});

describe('the truth', () => {
  const table = (names: readonly string[], ...records: readonly (readonly string[])[]): Table => ({
    header: names,
    records,
  });

  it.each([
    ['record and person', table(['person_id', 'record_id'], ['p', 'a'], ['p', 'b'], ['q', 'c'])],
    [
      'cluster in a file of more columns',
      table(['record_id', 'dob', 'cluster'], ['a', '', 'p'], ['b', '', 'p'], ['c', '', 'q']),
    ],
    ['two columns of any name', table(['x', 'y'], ['a', 'p'], ['b', 'p'], ['c', 'q'])],
  ])('is %s', (_, rows) => {
    expect([...personOf(rows, 'record_id')].sort()).toEqual([
      ['a', 'p'],
      ['b', 'p'],
      ['c', 'q'],
    ]);
  });

  it('is pairs that are one, and what follows from them', () => {
    const who = personOf(table(['id_1', 'id_2'], ['a', 'b'], ['c', 'd'], ['b', 'e']), 'id');
    expect([who.get('a') === who.get('e'), who.get('a') === who.get('c')]).toEqual([true, false]);
  });

  it('names who is not to be linked by record or by person', () => {
    const who = new Map([
      ['a', 'p'],
      ['b', 'p'],
      ['c', 'q'],
    ]);
    const pairs = table(['before', 'after'], ['p', 'q'], ['a', 'c']);
    expect(forbiddenPairs(pairs, who, (id) => who.has(id))).toEqual([
      ['a', 'c'],
      ['b', 'c'],
      ['a', 'c'],
    ]);
  });
});

describe('an evaluation', () => {
  const records: Table = {
    header: ['record_id', 'authority', 'forename', 'surname', 'dob', 'nhs_number'],
    records: [
      ['a', 'E09000007', 'Mia', 'Brown', '2017-08-26', '9995060264'],
      ['b', 'E09000008', 'MIA', 'BROWN', '2017-08-26', '9995060264'],
      ['c', 'E09000009', 'Isla', 'Brown', '2017-08-26', ''],
      ['d', 'E09000010', 'Noah', 'Hall', '2015-01-02', '9993068543'],
      ['e', 'E09000011', 'Noah', 'Winton', '2015-01-02', '9993068543'],
    ],
  };
  const truth: Table = {
    header: ['record_id', 'person_id'],
    records: [
      ['a', 'mia'],
      ['b', 'mia'],
      ['c', 'isla'],
      ['d', 'noah'],
      ['e', 'noah-adopted'],
    ],
  };
  const doNotLink: Table = { header: ['before', 'after'], records: [['noah', 'noah-adopted']] };
  let ticks = 0;
  const now = (): number => (ticks += 1_000);

  it('counts what was found, what was wrong and how long it took', () => {
    const result = evaluateTables({ records, truth, model: CHILDREN }, now);
    expect(result).toMatchObject({
      ...{ records: 5, truePairs: 1, compared: 10, seconds: 1, review: 2 },
      automatic: { found: 1, wrong: 1, precision: 0.5, recall: 1 },
      forbidden: { pairs: 0, automatic: 0, best: 0 },
    });
  });

  it('never links who must not be linked, whatever number they share', () => {
    const result = evaluateTables({ records, truth, doNotLink, model: CHILDREN }, now);
    expect(result.automatic).toMatchObject({ found: 1, wrong: 0, precision: 1 });
    expect(result.forbidden).toEqual({ pairs: 1, automatic: 0, best: 0 });
  });

  it('counts pairs of two files alone where it links one to the other', () => {
    const [first, second] = [records.records.slice(0, 1), records.records.slice(1)];
    const result = evaluateTables(
      {
        records: { ...records, records: first },
        linkTo: { ...records, records: second },
        truth,
        model: CHILDREN,
      },
      now,
    );
    expect(result).toMatchObject({
      records: 5,
      truePairs: 1,
      compared: 4,
      automatic: { found: 1, wrong: 0 },
    });
  });

  it('refuses records whose id is not their own', () => {
    const twice = { ...records, records: [...records.records, ['a', '', '', '', '', '']] };
    expect(() => evaluateTables({ records: twice, truth, model: CHILDREN }, now)).toThrow(
      /row 7 has the id a/,
    );
  });
});
