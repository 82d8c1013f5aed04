/** What the fields of a notice are called, in the order in which somebody on duty needs them. */
export const LABELS: ReadonlyMap<string, string> = new Map([
  ['risk', 'Police grade of risk'],
  ['lastSeen', 'Last seen'],
  ['lastSeenPlace', 'Last seen at'],
  ['when', 'When'],
  ['place', 'Where'],
  ['whereabouts', 'Where the child was found'],
  ['area', 'In the area of'],
  ['foundBy', 'Found by'],
  ['description', 'Description'],
  ['circumstances', 'What happened'],
  ['narrative', 'In their words'],
  ['explanation', 'In their words'],
  ['whatWeAreDoing', 'What they are doing'],
  ['response', 'Answer'],
  ['knownAssociates', 'People and places the child is known to go to'],
  ['places', 'Places'],
  ['associates', 'People thought to be involved'],
  ['flags', 'What is known of risk'],
  ['known', 'What is known of risk'],
  ['areas', 'Areas concerned'],
  ['areasAtRisk', 'May head for'],
  ['newAreasAtRisk', 'May now head for'],
  ['assessed', 'Level'],
  ['level', 'Level'],
  ['policeForce', 'Police force'],
  ['policeReference', 'Police reference'],
  ['reportedToPoliceAt', 'Police told'],
  ['kind', 'Kind of absence'],
  ['from', 'Missing from'],
  ['host', 'Placed or living in'],
  ['previousHost', 'Before that in'],
  ['responsible', 'Responsible authority'],
  ['placementAddress', 'Address'],
  ['address', 'Address'],
  ['placementPostcode', 'Postcode'],
  ['postcode', 'Postcode'],
  ['newAddress', 'New address'],
  ['newPostcode', 'New postcode'],
  ['oldAddress', 'Old address'],
  ['oldPostcode', 'Old postcode'],
  ['providerName', 'Provider'],
  ['riskAssessedOn', 'Risk in the area assessed'],
  ['panelReviewOn', 'Panel looks at it'],
  ['concerns', 'Concerns'],
  ['consultedOn', 'Consulted'],
  ['intendedStartOn', 'Meant to start'],
  ['startsOn', 'Starts'],
  ['movedOn', 'Moved'],
  ['expectedOn', 'Expected'],
  ['changedOn', 'Changed'],
  ['endedOn', 'Ended'],
  ['expectedEndOn', 'Expected to end'],
  ['notice', 'Planned or emergency'],
  ['carePlan', 'Care plan'],
  ['assessment', 'Assessment of needs'],
  ['legalStatus', 'Legal status'],
  ['episodeNumberKnownToOwner', 'Episode number'],
  ['corrected', 'What was put right'],
  ['fields', 'What was put right'],
  ['changed', 'What was put right'],
  ['because', 'Reason'],
  ['reason', 'Reason'],
]);

/** Told elsewhere on the page, or of no use to a person. */
export const NOT_SHOWN: ReadonlySet<string> = new Set([
  ...['by', 'occurredAt', 'contacts', 'child', 'restricted', 'alreadyOver', 'sourceSystem', 'providerUrn'],
]);

/** Codes of which their own words would not be understood. */
const CODES: Readonly<Record<string, string>> = {
  M: 'Missing: whereabouts not known',
  A: 'Away without authorisation: whereabouts known',
  care: 'Care',
  home: 'Home',
  C1: 'Interim care order',
  C2: 'Full care order',
  E1: 'Placement order',
  V2: 'Accommodated under section 20',
  V3: 'Short breaks under section 20',
  V4: 'Short breaks',
  L1: 'Police protection',
  L2: 'Emergency protection order',
  L3: 'Child assessment order, or police and criminal evidence',
  J1: 'Remanded to the authority',
  J2: 'Placed under the Police and Criminal Evidence Act',
  J3: 'Sentenced to a youth order with residence',
  'from-return': 'Taken from a return, which does not say',
  'not-said': 'Not said',
};
export const codeOrSelf = (code: string): string => CODES[code] ?? code;

const capitals = /([a-z0-9])([A-Z])/g;
/** A field that has no words of its own, e.g. `plannedReturn` as `Planned return`. */
export const labelOf = (field: string): string => {
  const words = field.replaceAll(
    capitals,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  return LABELS.get(field) ?? words.charAt(0).toUpperCase() + words.slice(1);
};
