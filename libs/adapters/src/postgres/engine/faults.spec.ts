import { DatabaseError } from 'pg';
import { Overtaken, StoreUnavailable } from '@ibex/kernel';
import { isConnectionLost, unavailable } from './faults';
import { placeOf, withSessionSettings } from './place';

const place = placeOf('postgres://ibex:s3cret@db.example:5432/ibex', 'IBEX_POSTGRES');
const reported = (code: string): DatabaseError => {
  const error = new DatabaseError(`Key (child)=(Ada Obi) ${code}`, 0, 'error');
  error.code = code;
  error.detail = 'Ada Obi';
  return error;
};
const withCode = (code: string): Error => Object.assign(new Error('connect to 10.0.0.1'), { code });

describe('what a fault of the database becomes', () => {
  it.each([
    ['08006', 'store/unreachable'],
    ['57P01', 'store/unreachable'],
    ['57P03', 'store/unreachable'],
    ['53300', 'store/unreachable'],
    ['57014', 'store/timed-out'],
    ['55P03', 'store/timed-out'],
    ['28P01', 'store/access-denied'],
    ['28000', 'store/access-denied'],
    ['3D000', 'store/access-denied'],
    ['42501', 'store/access-denied'],
    ['53100', 'store/disk-full'],
    ['25006', 'store/read-only'],
    ['XX001', 'store/damaged'],
    ['23505', 'store/failed'],
    ['40P01', 'store/failed'],
  ])('%s is %s', (code, fault) => {
    const error = unavailable(reported(code), place);
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(error).toMatchObject({ code: fault, cause: { message: code } });
  });

  it.each([
    ['ECONNREFUSED', 'store/unreachable'],
    ['ENOTFOUND', 'store/unreachable'],
    ['ECONNRESET', 'store/unreachable'],
  ])('%s of the operating system is %s', (code, fault) => {
    expect(unavailable(withCode(code), place)).toMatchObject({ code: fault });
  });

  it.each([
    ['Connection terminated unexpectedly', 'store/unreachable'],
    ['timeout exceeded when trying to connect', 'store/unreachable'],
    ['Query read timeout', 'store/timed-out'],
    ['The server does not support SSL connections', 'store/unreachable'],
    ['anything else', 'store/failed'],
  ])('“%s” of the client is %s', (words, fault) => {
    expect(unavailable(new Error(words), place)).toMatchObject({ code: fault });
  });

  it('names the setting, the place and the mend, and neither password nor data', () => {
    const { message } = unavailable(reported('53100'), place);
    expect(message).toBe(
      'IBEX_POSTGRES (db.example:5432/ibex): the disk of the database is full; nothing of this write was kept; free some space and send it again (53100)',
    );
    for (const code of ['23505', '28P01', 'XX000'])
      expect(JSON.stringify(Object.entries(unavailable(reported(code), place)))).not.toMatch(/Ada|s3cret/);
    expect(() => placeOf('s3cret', 'IBEX_POSTGRES')).toThrow(/^IBEX_POSTGRES is no URL(?!.*s3cret)/);
  });

  it('leaves the kernel’s own errors as they are', () => {
    const overtaken = new Overtaken('view duties');
    expect(unavailable(overtaken, place)).toBe(overtaken);
  });

  it('gives up a connection that is lost or silent, and keeps one whose statement was refused', () => {
    for (const error of [reported('57P01'), withCode('ECONNRESET'), new Error('Query read timeout')])
      expect(isConnectionLost(error)).toBe(true);
    for (const error of [reported('23505'), reported('57014'), reported('40001'), new Overtaken('x')])
      expect(isConnectionLost(error)).toBe(false);
  });
});

describe('the settings of a session', () => {
  it('come after those that the URL brings', () => {
    const url = withSessionSettings('postgres://u:p%40ss@h/d?options=-c%20a%3D1&sslmode=verify-full', {
      search_path: 'ibex',
    });
    expect(new URL(url).searchParams.get('options')).toBe('-c a=1 -c search_path=ibex');
    expect(url).toContain('u:p%40ss@h/d');
    expect(url).toContain('sslmode=verify-full');
  });
});
