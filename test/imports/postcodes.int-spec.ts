import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { MemoryPostcodes } from '@ibex/adapters/memory';
import { loadPostcodes } from '@ibex/imports';
import { sharedData } from './shared-data';

jest.setTimeout(60_000);

describe('loading a postcode table', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ibex-postcodes-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const fileWith = (content: string | Uint8Array, name = 'table.csv'): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('takes the ONS Postcode Directory: the county where one stands above the district, terminated ones too', async () => {
    const directory = new MemoryPostcodes();
    const table = fileWith(
      [
        'pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward',
        '"CR0 7UD","CR0  7UD","CR0 7UD","198001","","E99999999","E99999999","E09000008","E05011468"',
        '"AL1 3JE","AL1  3JE","AL1 3JE","198001","","E10000015","E58000606","E07000240","E05009048"',
        '"CF101AA","CF10 1AA","CF10 1AA","198001","199606","W99999999","W99999999","W06000015","W05001272"',
        '"IM1 1AA","IM1  1AA","IM1 1AA","198001","","M99999999","","M99999999",""',
      ].join('\r\n'),
    );
    expect(await loadPostcodes(table, directory)).toStrictEqual({ loaded: 3, passedOver: 1 });
    expect(
      await Promise.all(['CR0 7UD', 'AL1 3JE', 'CF10 1AA', 'IM1 1AA'].map((it) => directory.authorityOf(it))),
    ).toStrictEqual(['E09000008', 'E10000015', 'W06000015', undefined]);
  });

  it.each([
    ['names of its own', 'Post code;x'.replace(';', ',') + '\nCR0 7UD,E09000008\n'],
    ['no header', 'CR0 7UD,E09000008\n'],
    ['the code first', 'gss,postcode\nE09000008,cr07ud\n'],
  ])('takes two columns with %s', async (_, content) => {
    const directory = new MemoryPostcodes();
    expect(await loadPostcodes(fileWith(content), directory)).toStrictEqual({ loaded: 1, passedOver: 0 });
    expect(await directory.authorityOf('CR0 7UD')).toBe('E09000008');
  });

  it('unpacks a gzipped table whatever it is called', async () => {
    const directory = new MemoryPostcodes();
    const table = fileWith(gzipSync('postcode,gss_code\nCR0 7UD,E09000008\n'), 'table');
    expect(await loadPostcodes(table, directory)).toStrictEqual({ loaded: 1, passedOver: 0 });
  });

  it('fails for a damaged gzip file', async () => {
    const half = gzipSync('postcode,gss_code\n'.repeat(1000)).subarray(0, 40);
    await expect(loadPostcodes(fileWith(half, 'half.gz'), new MemoryPostcodes())).rejects.toMatchObject({
      code: 'imports/not-gzip',
    });
  });

  it('fails for a file without any postcode', async () => {
    await expect(loadPostcodes(fileWith('a,b\n1,2\n'), new MemoryPostcodes())).rejects.toMatchObject({
      code: 'imports/no-postcodes',
    });
  });

  it('takes all of London, live and terminated', async () => {
    const directory = new MemoryPostcodes();
    const table = sharedData('ons-postcodes-london', 'london_postcodes.csv.gz');
    expect(await loadPostcodes(table, directory)).toStrictEqual({ loaded: 331_981, passedOver: 0 });
  });
});
