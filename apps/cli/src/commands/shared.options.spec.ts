import { InvalidArgumentError } from 'commander';
import { toAuthorityCode } from './shared.options';

describe('an authority on the command line', () => {
  it.each(['E09000008', 'e09000008', 'Croydon', ' croydon '])('is known as %j', (given) => {
    expect(toAuthorityCode(given)).toBe('E09000008');
  });

  it.each(['', 'Croyden', 'E99999999'])('is refused as %j', (given) => {
    expect(() => toAuthorityCode(given)).toThrow(InvalidArgumentError);
  });
});
