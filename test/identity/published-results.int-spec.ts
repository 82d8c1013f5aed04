import { CHILDREN, evaluateTables } from '@ibex/identity';
import type { TablesEvaluated } from '@ibex/identity';
import { readCsvFile } from '@ibex/imports';
import { sharedData } from '../imports/shared-data';

const now = (): number => performance.now();
const learnt = async (file: readonly string[], truth = file): Promise<TablesEvaluated> =>
  evaluateTables(
    { records: await readCsvFile(sharedData(...file)), truth: await readCsvFile(sharedData(...truth)) },
    now,
  );

/** Records of FEBRL say in their own id whose they are: `rec-<person>-org`, `rec-<person>-dup-<n>`. */
const febrl = async (file: string): Promise<TablesEvaluated> => {
  const records = await readCsvFile(sharedData('rl-febrl', file));
  const truth = {
    header: ['rec_id', 'person_id'],
    records: records.records.map(([id = '']) => [id, id.split('-')[1] ?? '']),
  };
  return evaluateTables({ records, truth }, now);
};

describe('records of one person, learnt from without labels, are found better than published results say', () => {
  it('among 1,000 very dirty ones: F1 above 0.9114 (Splink 4, labelled pairs)', async () => {
    const { bestGroups } = await learnt(['rl-splink', 'fake_1000.csv']);
    expect(bestGroups.groups.f1).toBeGreaterThan(0.9114);
  }, 300_000);

  it('among 5,000 of FEBRL 3: F1 above 0.9954 (Splink 4), already as pairs', async () => {
    const { bestPairs, bestGroups } = await febrl('dataset3.csv');
    expect(bestPairs.pairs.f1).toBeGreaterThan(0.9954);
    expect(bestGroups.groups.f1).toBeGreaterThan(0.9995);
  }, 300_000);
});

describe('30,586 records of London’s children', () => {
  it('are linked automatically with at most one wrong in a thousand, and never where they must not be', async () => {
    const [records, truth, doNotLink] = await Promise.all(
      ['people.csv', 'truth.csv', 'do-not-link.csv'].map((file) =>
        readCsvFile(sharedData('london-people', file)),
      ),
    );
    if (!records || !truth || !doNotLink) throw new Error('the London benchmark is not whole');
    const result = evaluateTables({ records, truth, doNotLink, model: CHILDREN }, now);
    expect(result.truePairs).toBe(14_741);
    expect(result.automatic.precision).toBeGreaterThanOrEqual(0.999);
    expect(result.automatic.recall).toBeGreaterThan(0.5);
    expect(result.forbidden).toEqual({ pairs: 299, automatic: 0, best: 0 });
    expect(result.bestGroups.groups.f1).toBeGreaterThan(0.955);
  }, 300_000);
});
