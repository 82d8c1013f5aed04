import { notKnown } from './absence';
import { INDICATORS } from './indicators';
import type { Finding, Indicator, Picture } from './picture';

/** What one indicator says of the records that open it to the reader. Of others nothing goes in. */
export const findingOf = (indicator: Indicator, picture: Picture): Finding => {
  const open = picture.records.filter(({ groups }) => groups.includes(indicator.group));
  if (open.length === 0) return notKnown('This is not open to your authority.');
  const refs = new Set(open.map(({ recordRef }) => recordRef));
  const finding = indicator.of({
    ...picture,
    records: open,
    facts: picture.facts.filter(({ recordRef }) => refs.has(recordRef)),
    unacknowledged: picture.unacknowledged.filter(({ fact }) => refs.has(fact.recordRef)),
  });
  return finding.state === 'none' && open.length < picture.records.length
    ? notKnown('None in what is open to your authority; part of it is not.')
    : finding;
};

export const findingsOf = (
  picture: Picture,
): readonly Readonly<{ indicator: Indicator; finding: Finding }>[] =>
  INDICATORS.map((indicator) => ({ indicator, finding: findingOf(indicator, picture) }));
