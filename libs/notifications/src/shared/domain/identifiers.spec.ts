import { isNhsNumber, isUpn, isUpnOrReason, normaliseNhsNumber } from './identifiers';

describe('unique pupil number', () => {
  // the first is the worked example of DfE's guide; the others follow from its rule
  it.each(['H801200001001', 'X201123424007', 'B202123424007', 'W306123424007', 'B999123424007'])(
    'takes %s',
    (upn) => expect(isUpn(upn)).toBe(true),
  );
  it.each([
    ['a wrong check letter', 'A801200001001'],
    ['I, which is no check letter', 'I801200001001'],
    ['O, which is no check letter', 'O801200001001'],
    ['S, which is no check letter', 'S801200001001'],
    ['too short', 'H80120000100'],
    ['too long', 'H8012000010011'],
    ['too long, though the check letter would be right', 'H8012000010010'],
    ['lower case', 'h801200001001'],
    ['two digits that changed places', 'H801200001010'],
    // an example that a vendor published with a sum that does not add up: 266, not 267
    ['a published example that is arithmetically wrong', 'Q207000016049'],
  ])('refuses %s', (_, upn) => expect(isUpn(upn)).toBe(false));
  it('takes a temporary number, whose last letter counts by its place in the alphabet of check letters', () => {
    // the digits come to 40; D counts 3, at position 13: 40 + 39 = 79, modulo 23 is 10, which is L
    expect(isUpn('L80120000100D')).toBe(true);
    expect(isUpn('W80120000100D')).toBe(false);
    expect(isUpn('L80120000100S')).toBe(false);
  });
  it('takes the codes that say why there is none', () => {
    expect(isUpnOrReason('UN1')).toBe(true);
    expect(isUpnOrReason('UN8')).toBe(false);
    expect(isUpnOrReason('toString')).toBe(false);
  });
});

describe('NHS number', () => {
  // number ranges 999 xxx xxxx are never issued; the others are published check-digit examples
  it.each(['9434765919', '9990548609', '9876543210', '4000000632', '0572002688', '9999999999'])(
    'takes %s',
    (number) => expect(isNhsNumber(number)).toBe(true),
  );
  it.each([
    ['a wrong check digit', '9999999993'],
    ['two digits that changed places', '9434765991'],
    ['a number whose check would be ten', '0000000060'],
    ['too short', '943476591'],
    ['too long', '94347659190'],
    ['letters', '94347659X9'],
    ['spaces, before they are taken out', '943 476 5919'],
  ])('refuses %s', (_, number) => expect(isNhsNumber(number)).toBe(false));
  it('is read however people space it', () =>
    expect(['943 476 5919', '943-476-5919', ' 9434765919 '].map(normaliseNhsNumber)).toEqual([
      '9434765919',
      '9434765919',
      '9434765919',
    ]));
});
