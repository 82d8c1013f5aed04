import { definitions } from '@ibex/notifications';
import { deliveryDefinition } from '../ladder/delivery.definition';
import { taskDefinition } from '../tasks/task.definition';
import { lanesOf } from './routers';

describe('the lanes', () => {
  it('keep missing children apart from everything that a flood could delay', () => {
    const lanes = lanesOf([...definitions, deliveryDefinition, taskDefinition]);
    expect(lanes.map(({ name, definitions: of }) => [name, of.map((definition) => definition.name)])).toEqual(
      [
        ['router-urgent', ['missing']],
        ['router-standard', ['placement', 'move', 'exploitation']],
      ],
    );
  });
});
