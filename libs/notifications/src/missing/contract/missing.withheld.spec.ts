import type { MissingFact } from '../domain/missing.events';
import {
  BRENT,
  CROYDON,
  HACKNEY,
  LAMBETH,
  NOW,
  found,
  reported,
  reportedByHost,
  reportedRestricted,
  withdrawn,
} from '../domain/missing.examples';
import { recordedFact } from '../domain/missing.recorded.examples';
import { withheldOfMissing } from './missing.withheld';

const withheldOf = (addressee: string, ...facts: readonly MissingFact[]): readonly string[] => {
  const all = facts.map((fact, index) => recordedFact(fact, NOW, index));
  const last = all.at(-1);
  return last ? withheldOfMissing(last, addressee, all.slice(0, -1)) : [];
};
const corrected: MissingFact = {
  type: 'MissingCorrected',
  data: { by: HACKNEY, fields: ['host'], host: { kind: 'authority', gss: LAMBETH }, occurredAt: NOW },
};

it('shows an area at risk the host, so that it knows whom to ring, and everybody concerned all places', () => {
  expect(withheldOf(BRENT, reported)).toEqual([]);
  expect(withheldOf(CROYDON, reported, found)).toEqual([]);
  expect(withheldOf(HACKNEY, reportedByHost, corrected)).toEqual([]);
  expect(withheldOf(LAMBETH, reported, corrected)).toEqual([]);
});

it('tells an authority that was told as host by mistake neither where the child lives nor where it was found', () => {
  for (const facts of [
    [reported, corrected],
    [reported, corrected, found],
    [reported, corrected, withdrawn],
  ]) {
    expect(withheldOf(CROYDON, ...facts)).toEqual(
      expect.arrayContaining(['host', 'policeForce', 'area', 'end', 'narrative']),
    );
  }
});

it('keeps from an area at risk the words and numbers that may lead to a restricted placement', () => {
  expect(withheldOf(BRENT, reportedRestricted)).toEqual([
    'placementAddress',
    'placementPostcode',
    'homePostcode',
    'lastSeenPlace',
    'circumstances',
    'knownAssociates',
    'whereabouts',
    'narrative',
    'policeReference',
  ]);
});
