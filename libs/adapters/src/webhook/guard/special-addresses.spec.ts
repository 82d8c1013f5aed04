import { isPublicAddress } from './special-addresses';
import { BLOCKED_V6, EMBEDDED, INSIDE_V4, RANGES_V4, toAddress, toNumber } from './hostile-addresses.fixture';

const justOutside = RANGES_V4.flatMap(([first, last]) => [toNumber(first) - 1, toNumber(last) + 1])
  .filter((value) => value >= 0 && value < 2 ** 32)
  .map(toAddress);

const PUBLIC_V6 = [
  ...['2000::1', '2001:200::1', '2001:db7:ffff::1', '2001:db9::1', '2003::1', '2600::1', '2620:4f:7fff::1'],
  ...['2620:4f:8001::1', '2a00:1450:4009::200e', '2606:4700:4700::1111', '3ffd:ffff::1', '3fff:1000::1'],
];
const NO_ADDRESSES = [
  ...['', 'localhost', '127.1', '2130706433', '0x7f.0.0.1', '0177.0.0.1', '1.2.3', '1.2.3.4.5', '256.1.1.1'],
  ...['[::1]', '::ffff:1.2.3.256', '12345::', ' 8.8.8.8', '8.8.8.8 ', '８.８.８.８'],
];

describe('addresses of the public internet', () => {
  it.each(INSIDE_V4)('do not include %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(justOutside)('begin or end at an edge as the registry says: %s', (address) => {
    const value = toNumber(address);
    const special = RANGES_V4.some(([first, last]) => value >= toNumber(first) && value <= toNumber(last));
    expect(isPublicAddress(address)).toBe(!special);
  });

  it.each([...EMBEDDED, ...BLOCKED_V6])('do not include %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '9.255.255.255', '11.0.0.0', '223.255.255.255', ...PUBLIC_V6])(
    'include %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each(NO_ADDRESSES)('do not include what is no address: "%s"', (text) => {
    expect(isPublicAddress(text)).toBe(false);
  });
});
