import { contactsIn, detailRows } from './detail-rows';

describe('what a notice tells', () => {
  it('comes in the order in which somebody on duty needs it, in words', () => {
    const data = {
      ...{ by: 'E09000007', occurredAt: '2026-11-22T00:00:00.000Z', kind: 'M', from: 'care' },
      host: { kind: 'authority', gss: 'E09000008' },
      lastSeen: { at: '2026-11-22T00:30:00.000Z' },
      ...{ risk: 'high', areasAtRisk: ['E09000022', 'E09000009'], policeForce: 'metropolitan' },
    };
    const personal = { description: 'Blue coat', lastSeenPlace: 'East Croydon' };
    expect(detailRows(data, personal)).toEqual([
      { label: 'Police grade of risk', value: { code: 'high' } },
      { label: 'Last seen', value: { when: '2026-11-22T00:30:00.000Z' } },
      { label: 'Last seen at', value: 'East Croydon' },
      { label: 'Description', value: 'Blue coat' },
      { label: 'May head for', value: { lines: [{ borough: 'E09000022' }, { borough: 'E09000009' }] } },
      { label: 'Police force', value: { code: 'metropolitan' } },
      { label: 'Kind of absence', value: 'Missing: whereabouts not known' },
      { label: 'Missing from', value: 'Care' },
      { label: 'Placed or living in', value: { borough: 'E09000008' } },
    ]);
  });

  it('leaves what a person typed as it was typed', () => {
    const [row] = detailRows({}, { narrative: 'no-further-details' });
    expect(row).toEqual({ label: 'In their words', value: 'no-further-details' });
  });

  it('says of a host that is not told that it is not', () => {
    expect(detailRows({ host: { kind: 'withheld' } })).toEqual([
      { label: 'Placed or living in', value: 'Not told to you' },
    ]);
  });

  it('has words for levels, areas and fields that it never heard of', () => {
    const data = {
      assessed: { level: { label: 'high', scaleId: 'low-medium-high' }, on: '2026-11-20' },
      areas: [{ gss: 'E09000022', place: 'transport-hub' }],
      plannedReturn: true,
      toldTimes: 2,
    };
    expect(detailRows(data)).toEqual([
      { label: 'Areas concerned', value: { lines: [{ borough: 'E09000022' }, { code: 'transport-hub' }] } },
      { label: 'Level', value: { lines: [{ day: '2026-11-20' }, { code: 'high' }] } },
      { label: 'Planned return', value: 'Yes' },
      { label: 'Told times', value: '2' },
    ]);
  });
});

describe('whom to ring', () => {
  it('begins with who is there at night, and can be rung from the page', () => {
    const contacts = {
      socialWorker: { name: 'Joan Invented' },
      outOfHours: { phone: '020 7946 0101 (nights)', email: 'edt@camden.invalid' },
    };
    expect(contactsIn({ contacts })).toEqual([
      {
        role: 'Emergency duty team, out of hours',
        ...{ phone: '020 7946 0101 (nights)', tel: '02079460101', email: 'edt@camden.invalid' },
      },
      { role: 'Social worker', name: 'Joan Invented' },
    ]);
  });

  it('is nobody where nobody is named', () => {
    expect([contactsIn(), contactsIn({ contacts: 'x' }), contactsIn({ contacts: {} })]).toEqual([[], [], []]);
  });
});
