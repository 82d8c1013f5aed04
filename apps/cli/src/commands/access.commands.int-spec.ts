import { Command } from 'commander';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../../../test/support/exchange-in-process';
import { addAccess } from './access.commands';

const CROYDON = 'E09000008';
const folders = temporaryFolders();

describe('ibex access', () => {
  let exchange: ExchangeInProcess;
  let there: readonly string[];

  beforeAll(async () => {
    exchange = await ExchangeInProcess.start(folders());
    const url = await exchange.listen();
    const token = await exchange.tokenOf([CROYDON, 'governance', 'lead']);
    there = ['--authority', 'Croydon', '--url', url, '--token', token];
  }, 60_000);
  afterAll(() => exchange.stop());

  const run = async (...words: readonly string[]): Promise<string> => {
    let printed = '';
    const written = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
    const program = new Command('ibex').exitOverride();
    addAccess(program);
    try {
      await program.parseAsync(['access', ...words, ...there], { from: 'user' });
      return printed.trimEnd();
    } finally {
      written.mockRestore();
    }
  };
  const inbox = async (): Promise<number> =>
    (await exchange.get([CROYDON, 'duty-desk', 'ann'], '/v1/inbox')).status;

  it('takes access away, lists it, and gives it back', async () => {
    expect(await run('revoke', '--person', 'ann', '--reason', 'left')).toBe('access taken away');
    expect(await inbox()).toBe(401);
    expect(await run('revocations')).toMatch(/ann\s.*lead\s+left/);
    expect(await run('lift', '--person', 'ann', '--reason', 'came back')).toBe('access given back');
    expect(await inbox()).toBe(200);
  });

  it('says what is wrong where it is not said whose', async () => {
    await expect(run('revoke', '--reason', 'left')).rejects.toThrow(/person/);
  });

  it('lists emergencies to be reviewed, and records what was found', async () => {
    const { body } = await exchange.post([CROYDON, 'placing-practitioner'], '/v1/placements', {
      child: { localId: 'AC-1' },
      ...{ host: 'E09000003', startsOn: '2026-03-02', notice: 'planned' },
    });
    const path = `/v1/records/${String(body['recordRef'])}/break-glass`;
    const broken = await exchange.post(['E09000022', 'mash', 'mia'], path, {
      ...{ reason: 'She is hurt', purpose: 'emergency' },
    });
    expect(await run('reviews')).toMatch(/owner\s+E09000022\s+mia\s.*emergency\s+yes\s+She is hurt/);
    const id = String(broken.body['id']);
    expect(await run('review', id, '--finding', 'justified', '--words', 'She was')).toBe(
      `reviewed ${id}: justified`,
    );
    expect(await run('reviews')).toMatch(/emergency\s+no\s+She is hurt/);
  });
});
