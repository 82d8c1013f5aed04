import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { CHANNEL_KINDS, DIRECTIONS, PAYLOADS, SIGNING_SCHEMES, URGENCIES } from '@ibex/kernel';
import { toAuthorityCode, withExchange } from './shared.options';
import type { SharedOptions } from './shared.options';

export type FilterOptions = Readonly<{
  types?: readonly string[];
  directions?: readonly string[];
  capacities?: readonly string[];
  urgencies?: readonly string[];
  agesFrom?: number;
  agesTo?: number;
  categories?: readonly string[];
}>;
export type OwnOptions = SharedOptions & Readonly<{ authority: string }>;
export type OpenOptions = OwnOptions &
  FilterOptions &
  Readonly<{
    name: string;
    channel: string;
    target?: string;
    payload?: string;
    every?: string;
    atHour?: number;
    desk?: string;
    startsAt?: string | number;
    signing?: string;
    confirmsThatUrgentMayBeHidden?: true;
  }>;

const toList = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
export const toWholeNumber = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number.');
};
export const toNumbers = (text: string): readonly number[] => toList(text).map(toWholeNumber);
/** A number of an entry stays a number; words and moments stay as they are. */
const toStart = (text: string): string | number => (/^\d{1,15}$/.test(text) ? Number(text) : text);

/** Whose subscriptions: every command of them needs it. */
export const withOwner = (command: Command): Command =>
  withExchange(command).requiredOption('--authority <gss>', 'whose subscriptions', toAuthorityCode);

export type StepOptions = OwnOptions &
  Readonly<{ because?: string; forHours?: number; confirmsThatUrgentMayBeHidden?: true }>;

export const withPause = (command: Command): Command =>
  command
    .option('--for-hours <hours>', 'hours after which it goes on by itself; 24 unless told', toWholeNumber)
    .option('--confirms-that-urgent-may-be-hidden', 'you take it on that it is longer than 24 hours');

/** What to narrow the mailbox to; several separated by commas. */
export const withFilter = (command: Command): Command =>
  command
    .option('--types <types>', 'types of notices: placement, move, missing', toList)
    .option('--directions <directions>', DIRECTIONS.join(', '), toList)
    .option('--capacities <capacities>', 'as whom you are told: host, responsible, …', toList)
    .option('--urgencies <urgencies>', URGENCIES.join(', '), toList)
    .option('--ages-from <years>', 'youngest age when recorded', toWholeNumber)
    .option('--ages-to <years>', 'oldest age when recorded', toWholeNumber)
    .option('--categories <codes>', 'codes of the notice itself, e.g. K2 or homeless-household', toList);

export const withWish = (command: Command): Command =>
  withFilter(withOwner(command))
    .requiredOption('--name <name>', 'what you call it')
    .addOption(
      new Option('--channel <channel>', 'how it reaches you').choices(CHANNEL_KINDS).makeOptionMandatory(),
    )
    .option('--target <target>', 'where to: address of a webhook or a desk, name of a folder')
    .option('--desk <desk>', 'desk that is to act on what comes')
    .option(
      '--starts-at <place>',
      'now, beginning, number of the last entry that you have, or a moment',
      toStart,
    )
    .addOption(
      new Option('--every <cadence>', 'a digest or a file: each hour, or each day').choices(['hour', 'day']),
    )
    .option('--at-hour <hour>', 'with --every day: hour of a London clock, 0 to 23', toWholeNumber)
    .addOption(
      new Option('--payload <payload>', 'thin, or sealed: the detail too, to your own key').choices(PAYLOADS),
    )
    .addOption(new Option('--signing <scheme>', 'how a webhook is signed').choices(SIGNING_SCHEMES))
    .option(
      '--confirms-that-urgent-may-be-hidden',
      'you, in person, take it on that the filter may keep urgent notices away from this channel',
    );

/** The filter as the exchange takes it: only what was given. */
export const filterOf = (options: FilterOptions): Readonly<Record<string, unknown>> => {
  const { types, directions, capacities, urgencies, agesFrom, agesTo, categories } = options;
  const parts = { types, directions, capacities, urgencies, agesFrom, agesTo, categories };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
};

/** The body of a new subscription. */
export const wishOf = (options: OpenOptions): Readonly<Record<string, unknown>> => {
  const { name, channel, target, payload, desk, startsAt, signing, confirmsThatUrgentMayBeHidden } = options;
  const filter = filterOf(options);
  const { every, atHour: hour } = options;
  const cadence = every === undefined ? undefined : { every, ...(hour === undefined ? {} : { hour }) };
  const given = {
    ...{ name, channel, target, payload, cadence, desk, startsAt, signing, confirmsThatUrgentMayBeHidden },
    filter: Object.keys(filter).length === 0 ? undefined : filter,
  };
  return Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined));
};

export type ChangeOptions = FilterOptions &
  Readonly<{
    name?: string;
    target?: string;
    desk?: string;
    payload?: string;
    wholeMailbox?: true;
    confirmsThatUrgentMayBeHidden?: true;
  }>;

/** The body of a change: the filter is replaced as a whole, or stays. */
export const changeOf = (options: ChangeOptions): Readonly<Record<string, unknown>> => {
  const { name, target, desk, payload, wholeMailbox, confirmsThatUrgentMayBeHidden } = options;
  const filter = filterOf(options);
  const isNarrowed = Object.keys(filter).length > 0;
  if (isNarrowed && wholeMailbox)
    throw new InvalidArgumentError('Give parts of a filter, or --whole-mailbox.');
  const given = {
    ...{ name, target, desk, payload, confirmsThatUrgentMayBeHidden },
    filter: isNarrowed || wholeMailbox ? filter : undefined,
  };
  return Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined));
};
