import { Command } from 'commander';
import { addChild } from './child.commands';
import { addPicture } from './picture.commands';

const underChild = (...adds: readonly ((program: Command) => void)[]): readonly string[] => {
  const program = new Command('ibex');
  for (const add of adds) add(program);
  const child = program.commands.find((command) => command.name() === 'child');
  return (child?.commands ?? []).map((command) => command.name());
};

describe('ibex child picture', () => {
  it('stands beside what else there is of one child, or alone', () => {
    expect(underChild(addChild, addPicture)).toEqual(expect.arrayContaining(['chronology', 'picture']));
    expect(underChild(addPicture)).toStrictEqual(['picture']);
  });
});
