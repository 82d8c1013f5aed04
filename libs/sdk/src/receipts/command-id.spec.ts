import { uuidFrom } from '@ibex/runtime';
import { commandIdOf } from './command-id';

it('a command is named as the exchange names it', () => {
  const named = ['', 'a', 'placement-7', 'ö'.repeat(40)].map((key) => commandIdOf('E09000012', key));
  expect(named).toEqual(['', 'a', 'placement-7', 'ö'.repeat(40)].map((key) => uuidFrom(`E09000012\n${key}`)));
});
