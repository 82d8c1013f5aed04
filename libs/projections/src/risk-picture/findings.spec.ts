import { FIELD_GROUPS } from '@ibex/kernel';
import { findingsOf } from './findings';
import { INDICATORS } from './indicators';
import { CROYDON, episode, fact, picture, record } from './picture.fixture';

const inShort = (...of: Parameters<typeof picture>) =>
  Object.fromEntries(
    findingsOf(picture(...of)).map(({ indicator, finding }) => [indicator.name, finding.state]),
  );
const facts = [
  ...episode('a', '2026-03-01'),
  fact('exploitation-a', 'ExploitationNrmStageMoved', { stage: 'referred', on: '2026-03-01' }),
];

describe('the picture', () => {
  it('always has every indicator, in the same order, and none that adds up others', () => {
    expect(findingsOf(picture([])).map(({ indicator }) => indicator)).toStrictEqual(INDICATORS);
    const words = INDICATORS.map(({ name, title }) => `${name} ${title}`).join(' ');
    expect(words).not.toMatch(/score|total|rank|overall/i);
  });

  it('leaves out of an indicator what a record does not open to the reader, and claims no "none" then', () => {
    const closed = record({ groups: FIELD_GROUPS.filter((group) => group !== 'risk') });
    expect(inShort(facts, { records: [closed] })).toMatchObject({
      'open-missing-episode': 'found',
      'nrm-stage': 'not-known',
      'exploitation-level': 'not-known',
    });
    const other = record({ recordRef: 'record-2', owner: CROYDON });
    expect(inShort([], { records: [closed, other] })).toMatchObject({ 'nrm-stage': 'not-known' });
  });

  it('says nothing of a record whose facts are not among those that the reader sees', () => {
    const unseen = episode('b', '2026-03-05').map((each) => ({ ...each, recordRef: 'record-9' }));
    expect(findingsOf(picture([...facts, ...unseen]))).toStrictEqual(findingsOf(picture(facts)));
  });
});
