import { formOf } from '../../frame/form-fields';
import { ACTION_ITEMS, actionBody } from './action.form';

const body = (fields: Readonly<Record<string, string>>) => actionBody(formOf(fields));

describe('what was done about a notice', () => {
  it('is what was chosen, with a note where there is one', () => {
    expect(body({ action: 'visited' })).toEqual({ action: 'visited' });
    expect(body({ action: 'other', note: 'Rang them' })).toEqual({ action: 'other', note: 'Rang them' });
  });

  it('has a reason with no further action, and never without', () => {
    const action = 'no-further-action';
    expect(body({ action: `${action}/child-not-here` })).toEqual({ action, reason: 'child-not-here' });
    expect(body({ action })).toBeUndefined();
    expect(body({ action: `${action}/invented` })).toBeUndefined();
    expect(body({ action: 'visited/child-not-here' })).toEqual({ action: 'visited' });
  });

  it('is nothing where nothing was chosen', () => {
    expect([body({}), body({ action: 'invented' })]).toEqual([undefined, undefined]);
  });

  it('can be everything that is offered', () => {
    const offered = ACTION_ITEMS.flatMap((item) => ('value' in item ? [body({ action: item.value })] : []));
    expect(offered.map((each) => [each?.action, each?.reason])).toEqual([
      ...['allocated', 'visited', 'strategy-discussion', 'other'].map((action) => [action, undefined]),
      ...['already-known', 'threshold-not-met', 'child-not-here'].map((why) => ['no-further-action', why]),
      ...['another-authority-acts', 'repeated-notice', 'other'].map((why) => ['no-further-action', why]),
    ]);
  });
});
