import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { temporaryFolders } from '@ibex/testing';
import { foundBelow, foundIn } from './needles';

const WORD = 'Vornsby Plant';
const folders = temporaryFolders();

describe('the search for words that were planted', () => {
  it.each<readonly [string, Buffer]>([
    ['as it is', Buffer.from(`{"surname":"${WORD}"}`)],
    ['in capitals', Buffer.from(`<${WORD.toUpperCase()}>`)],
    ['in two bytes each', Buffer.from(`a${WORD}b`, 'utf16le')],
    ['in two bytes each, the other way round', Buffer.from(`a${WORD}b`, 'utf16le').swap16()],
    ...['', 'x', 'xy'].map(
      (before) =>
        ['in base64', Buffer.from(Buffer.from(`${before}${WORD} and more`).toString('base64'))] as const,
    ),
    ['in base64 of addresses', Buffer.from(Buffer.from(`{"a":"${WORD}"}`).toString('base64url'))],
    ['in hexadecimal digits', Buffer.from(Buffer.from(WORD).toString('hex'))],
    ['as it stands in an address', Buffer.from(`/x?name=${encodeURIComponent(WORD)}`)],
    ['packed', Buffer.concat([Buffer.from('head'), gzipSync(`{"surname":"${WORD}"}`), Buffer.from('tail')])],
  ])('finds one %s', (_, bytes) => {
    expect(foundIn(bytes, [WORD, 'Somebody Else'])).toEqual([WORD]);
  });

  it('finds one in a file, and none where there is none', () => {
    const folder = folders();
    writeFileSync(join(folder, 'quiet'), 'nothing here');
    expect(foundBelow(folder, [WORD])).toEqual([]);
    writeFileSync(join(folder, 'loud'), gzipSync(WORD));
    expect(foundBelow(folder, [WORD])).toEqual([`loud: ${WORD}`]);
  });
});
