import { formOf } from '../../frame/form-fields';
import { postcodeTyped, searchTyped } from './search.form';

const typed = (fields: Readonly<Record<string, string>>) =>
  searchTyped(formOf({ purpose: 'mash-enquiry', reason: 'Referral 12', ...fields }));
const three = {
  'identifiers.forename': 'Ada',
  'identifiers.surname': 'Obi',
  'identifiers.dateOfBirth': '5 4 2011',
};

describe('what is typed into a search', () => {
  it('is sent as the exchange takes it', () => {
    expect(typed({ ...three, 'identifiers.homePostcode': 'nw11aa' }).order).toEqual({
      identifiers: { forename: 'Ada', surname: 'Obi', dateOfBirth: '2011-04-05', homePostcode: 'NW1 1AA' },
      ...{ purpose: 'mash-enquiry', reason: 'Referral 12' },
    });
  });

  it('is enough with one strong identifier, spaces or not', () => {
    expect(typed({ 'identifiers.nhsNumber': '999 054 8609' }).order?.identifiers).toEqual({
      nhsNumber: '9990548609',
    });
  });

  it('is not enough with two weak ones', () => {
    const { messages } = typed({ 'identifiers.forename': 'Ada', 'identifiers.surname': 'Obi' });
    expect(Object.keys(messages ?? {})).toEqual(['identifiers']);
  });

  it('says what is wrong with each field at once, and quotes none of it', () => {
    const { messages } = searchTyped(
      formOf({ 'identifiers.dateOfBirth': '31 2 2011', purpose: 'curiosity' }),
    );
    expect(Object.keys(messages ?? {})).toEqual(['identifiers.dateOfBirth', 'purpose', 'reason']);
    expect(JSON.stringify(messages)).not.toMatch(/31 2|curiosity/);
  });

  it.each([
    ['NW1 1AA', 'NW1 1AA'],
    ['cr0-1ea', 'CR0 1EA'],
    ['e8', 'E8'],
  ])('reads the postcode %s as %s', (text, postcode) => {
    expect(postcodeTyped(text)).toBe(postcode);
  });
});
