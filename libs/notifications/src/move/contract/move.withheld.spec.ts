import { corrected } from '../domain/move.duties.fixture';
import type { MoveEvent } from '../domain/move.events';
import {
  BARNET,
  CROYDON,
  LEWISHAM,
  at,
  declined,
  notified,
  planMove,
  recorded,
  supplied,
  withdrawn,
} from '../domain/move.fixture';
import { withheldOfMove } from './move.withheld';

const withheldOf = (addressee: string | undefined, ...facts: readonly MoveEvent[]): readonly string[] => {
  const all = recorded(facts);
  const last = all.at(-1);
  return last ? withheldOfMove(last, addressee, all.slice(0, -1)) : [];
};
const PROTECTED = [
  'newAddress',
  'newPostcode',
  'homePostcode',
  'householdDescription',
  'narrative',
  'explanation',
];
const flight = { ...planMove, addressRestricted: true };

it('shows both sides of a move everything', () => {
  expect(withheldOf(LEWISHAM, notified())).toEqual([]);
  expect(withheldOf(CROYDON, notified(), declined)).toEqual([]);
});

it('keeps a protected address, and every text that may hold it, from the other side', () => {
  expect(withheldOf(LEWISHAM, notified(flight))).toEqual(PROTECTED);
  expect(withheldOf(LEWISHAM, notified(flight), supplied)).toEqual(PROTECTED);
  expect(withheldOf(CROYDON, notified(), corrected(flight), declined)).toEqual(PROTECTED);
});

it('names neither side to an authority that was told in error, and nothing personal', () => {
  const elsewhere = { ...planMove, toAuthority: at(BARNET) };
  expect(withheldOf(LEWISHAM, notified(), corrected(elsewhere))).toEqual(
    expect.arrayContaining(['fromAuthority', 'toAuthority', 'oldAddress', 'newAddress', 'contacts']),
  );
  expect(withheldOf(LEWISHAM, notified(), corrected(elsewhere), withdrawn)).toEqual(
    expect.arrayContaining(['fromAuthority', 'toAuthority', 'explanation']),
  );
  expect(withheldOf(BARNET, notified(), corrected(elsewhere))).toEqual([]);
});

it('shows nothing that may lead to an address of a fact that it does not know', () => {
  const [fact] = recorded([notified()]);
  expect(fact && withheldOfMove({ ...fact, type: 'PlacementNotified' })).toEqual(PROTECTED);
});
