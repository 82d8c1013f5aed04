import { addressOf, oneDoor } from './doors';

const split = { commands: 'http://127.0.0.1:1', questions: 'http://127.0.0.1:2' };

describe('the two doors of an exchange that is split', () => {
  it.each([
    ['POST', '/v1/placements'],
    ['POST', '/v1/placements/p/end'],
    ['POST', '/v1/moves'],
    ['POST', '/v1/missing-episodes/m/found'],
    ['POST', '/v1/exploitation-concerns/e/close'],
    ['POST', '/v1/batches'],
    ['POST', '/v1/records/find'],
  ])('%s %s goes to where commands are taken in', (method, path) => {
    expect(addressOf(split, method, path).href).toBe(`http://127.0.0.1:1${path}`);
  });

  it.each([
    ['GET', '/v1/missing-episodes?state=all'],
    ['GET', '/v1/inbox?after=0'],
    ['POST', '/v1/inbox/7/acknowledgement'],
    ['POST', '/v1/tasks/t/done'],
    ['POST', '/v1/views/duties/rebuild'],
  ])('%s %s goes to where questions are answered', (method, path) => {
    expect(addressOf(split, method, path).href).toBe(`http://127.0.0.1:2${path}`);
  });

  it('are one for an exchange in one process', () => {
    expect(addressOf(oneDoor('http://127.0.0.1:3'), 'POST', '/v1/moves').href).toBe(
      'http://127.0.0.1:3/v1/moves',
    );
  });
});
