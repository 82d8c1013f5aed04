import type { ExchangeAnswer, ExchangeCommand } from '../exchange/exchange-client.port';
import { postThreads } from './post-threads';
import type { Thread } from './thread';

const command = (action: string) => ({ action, key: `key of ${action}`, body: {} });
const thread = (...actions: readonly string[]): Thread => ({ commands: actions.map(command), rows: [] });
const recorded = (id: string, repeated = false): ExchangeAnswer => ({ outcome: 'recorded', id, repeated });
const refused: ExchangeAnswer = { outcome: 'refused', code: 'placement/x', because: 'No.' };

const post = async (threads: readonly Thread[], ...rounds: readonly (readonly ExchangeAnswer[])[]) => {
  const sent: (readonly ExchangeCommand[])[] = [];
  const submit = (commands: readonly ExchangeCommand[]) => {
    sent.push(commands);
    return Promise.resolve(rounds[sent.length - 1] ?? []);
  };
  const outcomes = await postThreads({ submit }, threads);
  return { outcomes, sent: sent.map((batch) => batch.map(({ action, id = 'new' }) => `${action} ${id}`)) };
};

describe('threads of commands', () => {
  it('go out round by round, the later commands under the id that the first was given', async () => {
    const threads = [thread('notify', 'end'), { ...thread('correct'), id: 'p-9' }, thread('notify', 'end')];
    const { sent } = await post(
      threads,
      [recorded('p-1'), recorded('p-9'), recorded('p-2')],
      [recorded('p-1'), recorded('p-2')],
    );
    expect(sent).toStrictEqual([
      ['notify new', 'correct p-9', 'notify new'],
      ['end p-1', 'end p-2'],
    ]);
  });

  it('stop at a refusal', async () => {
    const one = thread('notify', 'end');
    const { sent, outcomes } = await post([one], [refused]);
    expect([sent, outcomes]).toStrictEqual([
      [['notify new'], []],
      [{ thread: one, recorded: [], repeated: [], refused: { action: 'notify', ...refused } }],
    ]);
  });

  it('know what had been recorded before', async () => {
    const one = thread('notify', 'end');
    const { outcomes } = await post([one], [recorded('p-1', true)], [recorded('p-1')]);
    expect(outcomes).toStrictEqual([{ thread: one, recorded: ['end'], repeated: ['notify'] }]);
  });

  it('take a missing answer for a refusal, never for a success', async () => {
    const { outcomes } = await post([thread('notify')], []);
    expect(outcomes[0]?.refused?.code).toBe('imports/no-answer');
  });
});
