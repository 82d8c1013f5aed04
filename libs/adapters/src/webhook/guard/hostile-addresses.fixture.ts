export const toNumber = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
export const toAddress = (value: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');

/** IANA's registry as ranges, first and last address, written down apart from the prefixes of the guard. */
export const RANGES_V4: readonly (readonly [string, string])[] = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.31.196.0', '192.31.196.255'],
  ['192.52.193.0', '192.52.193.255'],
  ['192.88.99.0', '192.88.99.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['192.175.48.0', '192.175.48.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '255.255.255.255'],
];
export const INSIDE_V4 = RANGES_V4.flatMap(([first, last]) => {
  const [from, to] = [toNumber(first), toNumber(last)];
  return [from, from + 1, Math.floor((from + to) / 2), to - 1, to].map(toAddress);
});
/** Every way in which an IPv6 address carries an IPv4 one. */
const embedding = (v4: string): readonly string[] => {
  const hex = (toNumber(v4) >>> 0).toString(16).padStart(8, '0');
  const [high, low] = [hex.slice(0, 4), hex.slice(4)];
  return [
    `::ffff:${v4}`,
    `::ffff:${high}:${low}`,
    `::${v4}`,
    `::ffff:0:${v4}`,
    `64:ff9b::${v4}`,
    `64:ff9b:1::${v4}`,
    `2002:${high}:${low}::1`,
    `2001:0:${high}:${low}::`,
    `fe80::5efe:${v4}`,
  ];
};
export const EMBEDDED = ['127.0.0.1', '10.0.0.1', '169.254.169.254', '192.168.1.1', '8.8.8.8'].flatMap(
  embedding,
);

export const BLOCKED_V6 = [
  ...['::', '::1', '::2', '100::', '100::1', '100:0:0:1::1', '1fff:ffff::1', '5f00::1', '4000::', '6000::1'],
  ...['2001::', '2001:1::1', '2001:2::1', '2001:3::1', '2001:4:112::1', '2001:10::1', '2001:20::1'],
  ...['2001:30::1', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff', '2001:db8::', '2001:db8::1'],
  ...['2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', '2002::', '2002:ffff:ffff::1', '2620:4f:8000::1'],
  ...['3fff::1', '3fff:fff:ffff::1', '3ffe::1', 'fc00::', 'fc00::1', 'fd00:ec2::254', 'fdff:ffff::1'],
  ...['fe00::1', 'fe80::', 'fe80::1', 'febf:ffff::1', 'fec0::1', 'feff::1', 'ff00::', 'ff02::1', 'ff0e::1'],
  ...['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'fe80::1%eth0', '2a00:1450::1%1'],
];
/** Other spellings of 127.0.0.1, 10.0.0.1, 192.168.0.1, 169.254.169.254 and 0.0.0.0, as a parser of the URL standard reads them. */
export const SPELLINGS = [
  ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '017700000001'],
  ...['0x7f.0x0.0x0.0x1', '127.0.0.1.', '127.000.000.001', '10.1', '012.0.0.1', '0xa000001', '167772161'],
  ...[
    '192.168.1',
    '3232235521',
    '0xc0a80001',
    '0300.0250.0.1',
    '169.254.169.254',
    '2852039166',
    '0xa9fea9fe',
  ],
  ...[
    '0251.0376.0251.0376',
    '0',
    '0.0.0.0',
    '0x0',
    '００',
    '１２７.０.０.１',
    '①②⑦.⓪.⓪.①',
    '%31%32%37.0.0.1',
  ],
  ...[
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:ffff:a9fe:a9fe]',
    '[64:ff9b::7f00:1]',
  ],
  ...[
    '[64:ff9b:1::10.0.0.1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
    '[2001:db8::1]',
  ],
];
