import fc from 'fast-check';
import { IbexError, StoreUnavailable } from '@ibex/kernel';
import { NestLog } from './nest-log';
import { SafeLog } from './safe-log';

const CANARIES = ['Ada Canary', '1 Lovelace Road', 'CR0 9ZZ', 'H-4711'];

const logged = (write: (log: SafeLog) => void): string => {
  const lines: string[] = [];
  write(new SafeLog('info', { write: (line) => lines.push(line) }));
  return lines.join('');
};
const expectNoCanaryIn = (text: string): void => {
  for (const canary of CANARIES) expect(text).not.toContain(canary);
};

describe('the log', () => {
  it('writes an event and the fields that it knows', () => {
    const line: unknown = JSON.parse(
      logged((log) => log.info('answered', { route: '/v1/notes/:id', status: 201 })),
    );
    expect(line).toEqual({
      level: 30,
      time: expect.any(String) as string,
      event: 'answered',
      route: '/v1/notes/:id',
      status: 201,
    });
  });

  it('writes no other field, whatever is handed in', () => {
    const fields = { name: CANARIES[0], address: CANARIES[1], body: { postcode: CANARIES[2] } };
    const text = logged((log) => log.info('answered', { ...fields, status: 201 }));
    expectNoCanaryIn(text);
    expect(text).toContain('201');
  });

  it('writes no sentence in a field that it knows', () => {
    const text = logged((log) =>
      log.info(`opened for ${CANARIES.join()}`, { code: CANARIES[0] ?? '', view: CANARIES[1] ?? '' }),
    );
    expectNoCanaryIn(text);
  });

  it('tells of an error its kind, code and place, and not its words', () => {
    const cause = new Error(CANARIES.join(', '));
    const error = new StoreUnavailable('store/disk-full', `no room for\n${CANARIES.join('\n    at ')}`, {
      cause,
    });
    error.name = CANARIES[0] ?? '';
    const text = logged((log) => log.error('request-failed', error, { correlationId: 'c-1' }));
    expectNoCanaryIn(text);
    expect(text).toContain('store/disk-full');
    expect(text).toContain('safe-log.spec');
  });

  it('tells nothing of things that were thrown and are no errors', () => {
    expectNoCanaryIn(logged((log) => log.warn('reaction-failed', CANARIES[0])));
    expectNoCanaryIn(logged((log) => log.warn('reaction-failed', { name: CANARIES[0] })));
    expectNoCanaryIn(logged((log) => log.warn('reaction-failed', new IbexError(CANARIES[0] ?? '', 'x'))));
  });

  it('lets no text with a space through any field', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, two) => {
        const secret = `${one}QQ ${two}QQ`;
        const text = logged((log) => log.info(secret, { code: secret, route: secret, host: secret }));
        return !text.includes(JSON.stringify(secret).slice(1, -1));
      }),
    );
  });
});

describe('the framework’s own words', () => {
  it('reach the operator until the application listens, and nobody afterwards', () => {
    const told: string[] = [];
    const text = logged((log) => {
      const nest = new NestLog(log, (line) => told.push(line));
      nest.error(new Error('a provider is missing'), 'ExceptionHandler');
      nest.startsListening();
      nest.error(`cannot handle ${CANARIES.join()}`, CANARIES[1], 'RoutesResolver');
      nest.warn(CANARIES[0]);
      nest.log();
    });
    expect(told).toEqual(['a provider is missing']);
    expectNoCanaryIn(text);
    expect(text).toContain('RoutesResolver');
  });
});
