import { definitions } from '@ibex/notifications';
import { byCategory, categoriesOf, tellingOthers } from './definitions';

const [placement] = definitions;
if (!placement) throw new Error('no notification types');
const ofTheService = { ...placement, name: 'access', category: 'reads', ofTheService: true } as const;

describe('what views take for the course of children', () => {
  it('is every notification type, and nothing that the service tells of its own doing', () => {
    const all = [placement, ofTheService];
    expect(categoriesOf(all)).toEqual(['placement']);
    expect([...byCategory(all).keys()]).toEqual(['placement']);
    expect(tellingOthers(all)).toEqual([placement]);
  });
});
