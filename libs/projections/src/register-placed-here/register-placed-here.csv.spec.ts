import { placedHereCsv } from './register-placed-here.csv';

const line = {
  noticeId: 'p1',
  placingAuthority: 'E09000007',
  placingAuthorityName: 'Camden',
  startsOn: '2025-02-01',
  toldAt: '2025-02-01T10:00:00.000Z',
  notice: 'planned',
  carePlan: 'supplied',
  assessment: 'pending',
};
const HEADER =
  'placing_gss,placing_authority,local_id,surname,forename,date_of_birth,start,end,placement_type,provider,provider_urn,legal_status,told_at,acknowledged_at,notice_id';

describe('register as a file', () => {
  it('has a header and one line per child', () => {
    const child = { localId: '-1', surname: 'O"Hara, B', forename: 'Ada', dateOfBirth: '2010-05-04' };
    const known = {
      endedOn: '2025-03-31',
      placementType: 'U4',
      provider: 'PR4',
      providerUrn: 'SC1',
      legalStatus: 'C2',
    };

    expect(
      placedHereCsv([
        { ...line, ...known, localId: '-1', child, acknowledgedAt: '2025-02-02T08:00:00.000Z' },
      ]),
    ).toBe(
      `${HEADER}\r\nE09000007,Camden,'-1,"O""Hara, B",Ada,2010-05-04,2025-02-01,2025-03-31,U4,PR4,SC1,C2,2025-02-01T10:00:00.000Z,2025-02-02T08:00:00.000Z,p1\r\n`,
    );
  });

  it('leaves blank what is not known or was erased', () => {
    expect(placedHereCsv([line])).toBe(
      `${HEADER}\r\nE09000007,Camden,,,,,2025-02-01,,,,,,2025-02-01T10:00:00.000Z,,p1\r\n`,
    );
  });
});
