import { formOf } from '../../frame/form-fields';
import { atDay, toldFaults, toldIn } from './told.page';

const NOW = '2026-11-22T02:30:00.000Z';

describe('how an authority was told', () => {
  it('is what the exchange takes, by a clock in London', () => {
    const form = formOf({ means: 'telephone', day: '1/7/2026', time: '9am', sentTo: 'duty desk', note: '' });
    expect(toldIn(form)).toEqual({
      means: 'telephone',
      doneAt: '2026-07-01T08:00:00.000Z',
      sentTo: 'duty desk',
    });
  });

  it.each([
    [{ means: 'post', day: '22/11/2026', time: '2:29am' }, []],
    [{ means: 'post', day: '22/11/2026', time: '2:31am' }, ['day']],
    [{ means: 'pigeon', day: '', time: '' }, ['means', 'day']],
    [{ means: 'post', day: '1/1/2026', time: '9am', sentBy: 'x'.repeat(201) }, ['sentBy']],
  ])('%o has faults at %o', (typed, fields) => {
    expect(Object.keys(toldFaults(formOf(typed), NOW)?.of ?? {})).toEqual(fields);
  });

  it('has its time where the page asks for it', () => {
    const faults = { summary: [{ text: 't', href: '#doneAt' }], of: { doneAt: 't' } };
    expect(atDay(faults)).toEqual({ summary: [{ text: 't', href: '#day' }], of: { doneAt: 't', day: 't' } });
  });
});
