import { inAnyOrder, recorded, rowsAfter, rowsAfterTwice } from '../shared/replay.fixture';
import { commandsProjection } from './commands.projection';

const facts = recorded(
  { stream: 'record-r1', type: 'RecordIntroduced', data: {}, commandId: 'c1' },
  { stream: 'reads-x1', type: 'RecordRead', data: {}, commandId: 'c0' },
  { stream: 'looks-x1', type: 'RecordReadAgain', data: {}, commandId: 'c9' },
  { stream: 'placement-p1', type: 'PlacementNotified', data: {}, commandId: 'c1' },
  { stream: 'placement-p1', type: 'PlacementEnded', data: {}, commandId: 'c2' },
  { stream: 'placement-p1', type: 'PlacementCorrected', data: {}, commandId: 'c2' },
  { stream: 'task-t1', type: 'TaskDone', data: {}, commandId: 'c3' },
);

describe('commands recorded', () => {
  it('remembers each command once, with the stream that the client asked for and whose it was', () => {
    expect(rowsAfter(commandsProjection, facts)).toStrictEqual({
      commands: [
        { commandId: 'c1', digest: 'digest-of-c1', stream: 'placement-p1', authority: 'E09000008' },
        { commandId: 'c2', digest: 'digest-of-c2', stream: 'placement-p1', authority: 'E09000008' },
        { commandId: 'c3', digest: 'digest-of-c3', stream: 'task-t1', authority: 'E09000008' },
      ],
    });
  });

  it('gives the same rows when it is replayed', () => {
    expect(inAnyOrder(rowsAfterTwice(commandsProjection, facts))).toStrictEqual(
      inAnyOrder(rowsAfter(commandsProjection, facts)),
    );
  });
});
