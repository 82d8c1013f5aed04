import { Command } from 'commander';
import { changeOf, filterOf, toNumbers, wishOf, withFilter, withWish } from './subscription.options';
import type { FilterOptions, OpenOptions } from './subscription.options';

const wished = (...words: readonly string[]): OpenOptions =>
  withWish(new Command())
    .exitOverride()
    .parse(['--authority', 'Croydon', '--name', 'Feed', '--channel', 'pull-feed', ...words], { from: 'user' })
    .opts();
const filtered = (...words: readonly string[]): FilterOptions =>
  withFilter(new Command()).exitOverride().parse(words, { from: 'user' }).opts();

describe('the options of ibex subscriptions open', () => {
  it('ask for the whole mailbox where nothing is narrowed', () => {
    expect(wishOf(wished())).toEqual({ name: 'Feed', channel: 'pull-feed' });
  });

  it('carry what is narrowed, and who takes it on', () => {
    const words = ['--types', 'move, missing', '--confirms-that-urgent-may-be-hidden', '--desk', 'night'];
    expect(wishOf(wished(...words))).toEqual({
      name: 'Feed',
      channel: 'pull-feed',
      desk: 'night',
      filter: { types: ['move', 'missing'] },
      confirmsThatUrgentMayBeHidden: true,
    });
  });

  it('say how often a digest is brought out', () => {
    expect(wishOf(wished('--every', 'day', '--at-hour', '6'))).toMatchObject({
      cadence: { every: 'day', hour: 6 },
    });
    expect(wishOf(wished('--every', 'hour'))).toMatchObject({ cadence: { every: 'hour' } });
  });

  it('ask for sealed details', () => {
    expect(wishOf(wished('--payload', 'sealed'))).toEqual({
      name: 'Feed',
      channel: 'pull-feed',
      payload: 'sealed',
    });
  });

  it('take a start as a number of an entry, a word or a moment', () => {
    const starts = ['12', 'beginning', '2026-03-02T09:00:00Z'].map(
      (text) => wished('--starts-at', text).startsAt,
    );
    expect(starts).toEqual([12, 'beginning', '2026-03-02T09:00:00Z']);
  });
});

describe('the options of a filter', () => {
  it('leave out what is not given', () => {
    expect(filterOf(filtered())).toEqual({});
    expect(filterOf(filtered('--ages-from', '10', '--ages-to', '17', '--categories', 'K1,K2'))).toEqual({
      agesFrom: 10,
      agesTo: 17,
      categories: ['K1', 'K2'],
    });
  });

  it('take only whole numbers for ages', () => {
    expect(() => filtered('--ages-from', 'ten')).toThrow(/whole number/);
  });
});

describe('the options of ibex subscriptions change', () => {
  it('leave the filter alone unless parts of it are given, and put it away when told', () => {
    expect(changeOf({ name: 'Night feed' })).toEqual({ name: 'Night feed' });
    expect(changeOf({ types: ['move'] })).toEqual({ filter: { types: ['move'] } });
    expect(changeOf({ wholeMailbox: true })).toEqual({ filter: {} });
    expect(() => changeOf({ types: ['move'], wholeMailbox: true })).toThrow('--whole-mailbox');
  });
});

describe('numbers of entries', () => {
  it('are whole numbers separated by commas', () => {
    expect(toNumbers('3, 12')).toEqual([3, 12]);
    expect(() => toNumbers('3,x')).toThrow('Give a whole number.');
  });
});
