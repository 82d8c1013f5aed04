import type { PostcodeDirectory } from '@ibex/kernel';
import { CROYDON, HACKNEY, KENT } from '../builders';

type Rows = readonly (readonly [postcode: string, gss: string])[];

async function* inBatches(...batches: readonly Rows[]): AsyncIterable<Rows> {
  for (const batch of batches) yield await Promise.resolve(batch);
}

/** What every postcode directory keeps to. `makeDirectory` gives an empty one. */
export const postcodeDirectorySuite = (
  name: string,
  makeDirectory: () => Promise<PostcodeDirectory>,
): void => {
  describe(`postcode directory: ${name}`, () => {
    let directory: PostcodeDirectory;
    beforeEach(async () => {
      directory = await makeDirectory();
    });

    it('knows nothing before a table is loaded', async () => {
      expect(await directory.authorityOf('CR0 1AA')).toBeUndefined();
      expect(await directory.size()).toBe(0);
    });

    it('answers for what was loaded and never guesses', async () => {
      const loaded = await directory.load(inBatches([['CR0 1AA', CROYDON]], [['E8 1EA', HACKNEY]], []));
      expect(loaded).toBe(2);
      expect(await directory.size()).toBe(2);
      expect(await directory.authorityOf('CR0 1AA')).toBe(CROYDON);
      expect(await directory.authorityOf('CR0 1AB')).toBeUndefined();
      expect(await directory.authorityOf('CR0')).toBeUndefined();
      expect(await directory.authorityOf('')).toBeUndefined();
    });

    it('reads a postcode however it is spaced or cased', async () => {
      await directory.load(inBatches([['cr0  1aa', CROYDON]]));
      for (const written of ['CR01AA', 'cr0 1aa', ' Cr0 1Aa ', 'CR0\u00a01AA'])
        expect(await directory.authorityOf(written)).toBe(CROYDON);
    });

    it('takes the later row for a postcode, also from a later table', async () => {
      await directory.load(inBatches([['TN1 1AA', CROYDON]], [['TN11AA', HACKNEY]]));
      expect(await directory.authorityOf('TN1 1AA')).toBe(HACKNEY);
      await directory.load(inBatches([['TN1 1AA', KENT]]));
      expect(await directory.authorityOf('TN1 1AA')).toBe(KENT);
      expect(await directory.size()).toBe(1);
    });

    it('passes on what its source reports', async () => {
      const broken = async function* (): AsyncIterable<Rows> {
        yield await Promise.resolve([['CR0 1AA', CROYDON]] as const);
        throw new Error('row 2 is no postcode');
      };
      await expect(directory.load(broken())).rejects.toThrow('row 2 is no postcode');
      expect(await directory.authorityOf('CR0 1AA')).toBe(CROYDON);
    });
  });
};
