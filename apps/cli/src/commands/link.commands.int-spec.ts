import { Command } from 'commander';
import { LINK_PROPOSALS } from '@ibex/identity';
import type { LinkProposals } from '@ibex/identity';
import { RECORDS } from '@ibex/kernel';
import type { Records } from '@ibex/kernel';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../../../test/support/exchange-in-process';
import { addLinks } from './link.commands';

const CAMDEN = 'E09000007';
const LAMBETH = 'E09000022';
const folders = temporaryFolders();

describe('ibex links', () => {
  let exchange: ExchangeInProcess;
  let refs: readonly [string, string];
  let there: readonly string[];
  let pair = '';

  const introduce = async (authority: string, localId: string, forename: string): Promise<string> => {
    const by = {
      ...{ actor: { authority, person: 'desk', role: 'mash' }, commandId: localId, correlationId: localId },
    };
    return (await exchange.part<Records>(RECORDS).introduce({ localId, forename }, by)).recordRef;
  };

  beforeAll(async () => {
    exchange = await ExchangeInProcess.start(folders());
    refs = [await introduce(CAMDEN, 'C-1', 'Zoe'), await introduce(LAMBETH, 'L-1', 'Zoé')];
    const told = { refs, outcome: 'review', weight: 12, reasons: ['forename: near'] } as const;
    await exchange.part<LinkProposals>(LINK_PROPOSALS).propose(told);
    const url = await exchange.listen();
    const token = await exchange.tokenOf([CAMDEN, 'mash']);
    there = ['--authority', 'Camden', '--url', url, '--token', token];
  }, 60_000);
  afterAll(() => exchange.stop());

  const run = async (...words: readonly string[]): Promise<string> => {
    let printed = '';
    const written = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
    const program = new Command('ibex').exitOverride();
    addLinks(program);
    try {
      await program.parseAsync(['links', ...words, ...there], { from: 'user' });
      return printed.trimEnd();
    } finally {
      written.mockRestore();
    }
  };
  /** The view trails the log by a moment. */
  const reviewed = async (state: string): Promise<string> => {
    const until = Date.now() + 20_000;
    for (;;) {
      const printed = await run('review', '--state', state);
      if (printed !== 'nothing to show' || Date.now() > until) return printed;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };

  it('lists what waits for a person', async () => {
    const printed = await reviewed('proposed');
    expect(printed).toContain(refs[0]);
    expect(printed).toContain(LAMBETH);
    expect(printed).toContain('more than a thousand to one');
    pair = /^[0-9a-f]{8}-[0-9a-f-]{27}/m.exec(printed)?.[0] ?? '';
    expect(pair).not.toBe('');
  });

  it('shows two records side by side, and why', async () => {
    const printed = await run('show', pair);
    expect(printed).toContain('proposed: a person has to decide');
    expect(printed).toMatch(/Camden, your own/);
    expect(printed).toMatch(/Lambeth, not yours to see/);
    expect(printed).toMatch(/forename .*Zoe/);
    expect(printed).toContain('(not shown to you)');
    expect(printed).toContain('Forename: nearly the same');
    expect(printed).not.toContain('Zoé');
  });

  it('says what a decision came to, and undoes it', async () => {
    await expect(run('decide', pair, '--because', 'unsure')).rejects.toThrow('Say --same or --different.');
    expect(await run('decide', pair, '--same', '--because', 'One mother.')).toMatch(
      /^linked: held to be one/,
    );
    expect(await run('show', pair)).toContain('“One mother.”');
    expect(await run('unlink', pair, '--because', 'Two mothers.')).toMatch(/^parted; whoever was shown/);
    expect(await run('show', pair, '--radius')).toMatch(
      /^linked from .* to .*; shown as one child to:\n {2}nobody$/,
    );
  });

  it('keeps two records apart, and asks for a second person to lift that', async () => {
    const because = ['--because', 'Brothers.'];
    expect(await run('forbid', pair, '--kind', 'twins', ...because)).toMatch(/^marked: never to be linked/);
    expect(await run('show', pair)).toContain('“twins: Brothers.”');
    expect(await run('forbid', pair, '--lift', ...because)).toMatch(/^noted; a second person has to agree/);
    await expect(run('forbid', pair, '--lift', ...because)).rejects.toThrow(/You were the first to say so/);
  });
});
