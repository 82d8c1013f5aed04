import { findReturnFiles } from './return-files';

describe('the files of a return', () => {
  it.each([
    [
      ['header.csv', 'episodes.csv', 'missing.csv'],
      ['header.csv', 'episodes.csv', 'missing.csv'],
    ],
    [
      ['SSDA903_2025_Header.CSV', 'SSDA903_2025_episodes.csv', 'SSDA903_2025_uasc.csv'],
      ['SSDA903_2025_Header.CSV', 'SSDA903_2025_episodes.csv', undefined],
    ],
    [
      ['903_database header.csv', '903_database episode.csv', 'sw_episodes.csv', 'README.md', 'missing.txt'],
      ['903_database header.csv', '903_database episode.csv', undefined],
    ],
  ])('are found by the words in their names: %j', (names, [header, episodes, missing]) => {
    const found = findReturnFiles('camden', names);
    expect([found.header, found.episodes, found.missing]).toStrictEqual([header, episodes, missing]);
  });

  it.each([
    ['SSDA903_2025_header.csv', 'camden', 2025],
    ['header.csv', '2019', 2019],
    ['header.csv', '306-croydon', undefined],
  ])('tell the year of the return where a name has it: %s in %s', (header, folder, year) => {
    expect(findReturnFiles(folder, [header, 'episodes.csv']).year).toBe(year);
  });

  it('must hold header and episodes', () => {
    expect(() => findReturnFiles('x', ['header.csv'])).toThrow(
      expect.objectContaining({ code: 'imports/file-missing' }) as Error,
    );
  });

  it('must not hold two of a kind', () => {
    expect(() => findReturnFiles('x', ['header.csv', 'header 2.csv', 'episodes.csv'])).toThrow(
      expect.objectContaining({ code: 'imports/two-files-alike' }) as Error,
    );
  });
});
