import type { Reader } from '@ibex/kernel';
import { sightOf } from './sight.rule';

const CROYDON = 'E09000008';
const reader = (authority: string, roles: Reader['roles'] = ['duty-desk']): Reader => ({
  authority,
  person: 'p-1',
  roles,
});

describe('sight', () => {
  it('is the owner’s for its own', () => {
    expect(sightOf(reader(CROYDON), { owner: CROYDON, told: false })).toBe('owner');
  });

  it('stays the owner’s when the owner was also told something', () => {
    expect(sightOf(reader(CROYDON), { owner: CROYDON, told: true })).toBe('owner');
  });

  it('is an addressee’s for whoever was told', () => {
    expect(sightOf(reader('E09000003'), { owner: CROYDON, told: true })).toBe('addressee');
  });

  it('is nobody else’s', () => {
    expect(sightOf(reader('E09000003'), { owner: CROYDON, told: false })).toBe('none');
  });

  it('is nobody’s of what is not there, even if somebody claims to have been told', () => {
    expect(sightOf(reader('E09000003'), { owner: undefined, told: true })).toBe('none');
  });

  it('is not an operator’s, who keeps the system running and knows no child', () => {
    expect(sightOf(reader(CROYDON, ['operator']), { owner: CROYDON, told: true })).toBe('none');
    expect(sightOf(reader(CROYDON, []), { owner: CROYDON, told: true })).toBe('none');
    expect(sightOf(reader(CROYDON, ['operator', 'duty-desk']), { owner: CROYDON, told: true })).toBe('owner');
  });
});
