import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../../../test/support/exchange-in-process';
import { addReads, addSearch } from './search.commands';

const CAMDEN = 'E09000007';
const HACKNEY = 'E09000012';
const folders = temporaryFolders();

describe('ibex search and ibex reads', () => {
  let exchange: ExchangeInProcess;
  let url: string;
  let file: string;
  const child = { forename: 'Ada', surname: 'Obi', dateOfBirth: '2011-04-05' };

  beforeAll(async () => {
    exchange = await ExchangeInProcess.start(folders());
    const placement = {
      host: 'E09000008',
      startsOn: '2026-03-02',
      notice: 'emergency',
      address: '1 Old Street',
    };
    await exchange.post([HACKNEY, 'placing-practitioner'], '/v1/placements', {
      ...{ child: { localId: 'CS-1', ...child }, ...placement },
    });
    await exchange.get([HACKNEY, 'mash'], '/v1/inbox');
    url = await exchange.listen();
    file = join(folders(), 'child.json');
    writeFileSync(file, JSON.stringify(child));
  }, 60_000);
  afterAll(() => exchange.stop());

  const run = async (
    authority: string,
    role: 'mash' | 'governance',
    ...words: readonly string[]
  ): Promise<string> => {
    let printed = '';
    const written = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
    const program = new Command('ibex').exitOverride();
    addSearch(program);
    addReads(program);
    const token = await exchange.tokenOf([authority, role]);
    try {
      const there = ['--authority', authority, '--url', url, '--token', token];
      await program.parseAsync([...words, ...there], { from: 'user' });
      return printed;
    } finally {
      written.mockRestore();
    }
  };

  it('say who knows the child and how to reach it, and who searched', async () => {
    const why = ['--purpose', 'section-47', '--reason', 'Strategy discussion'];
    const found = await run(CAMDEN, 'mash', 'search', '--identifiers', file, ...why);
    expect(found).toMatch(/known to +Hackney +Ask for the multi-agency safeguarding hub of Hackney/);
    const until = Date.now() + 20_000;
    let reads = '';
    while (!reads.includes('mash-search-pointer') && Date.now() < until)
      reads = await run(HACKNEY, 'governance', 'reads', '--by', 'Camden');
    expect(reads).toMatch(/Camden +tester +mash +mash-search-pointer +section-47/);
    expect(await run(CAMDEN, 'governance', 'reads', '--our-people')).toContain('mash-search-pointer');
  });
});
