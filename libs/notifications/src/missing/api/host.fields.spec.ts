import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { HostCode } from './host.fields';

class Body {
  @HostCode()
  readonly host?: string;
}
const faultsOf = (host: string): readonly string[] =>
  validateSync(plainToInstance(Body, { host })).map(({ property }) => property);

it.each(['E09000008', 'WAL', 'NUK'])('takes the host code %s', (host) => {
  expect(faultsOf(host)).toEqual([]);
});

it.each(['constructor', 'toString', '__proto__', 'E92000001'])('takes %s for no host', (host) => {
  expect(faultsOf(host)).toEqual(['host']);
});
