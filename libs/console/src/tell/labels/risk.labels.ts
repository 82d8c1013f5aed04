import { choices } from './choices';

/** What the codes of what is known of risk mean. */
export const NRM_STAGES = choices({
  'not-referred': 'Concern, not referred',
  referred: 'Referred, decision awaited',
  'reasonable-grounds-positive': 'Reasonable grounds, positive',
  'reasonable-grounds-negative': 'Reasonable grounds, negative',
  'conclusive-grounds-positive': 'Conclusive grounds, positive',
  'conclusive-grounds-negative': 'Conclusive grounds, negative',
  withdrawn: 'Withdrawn or suspended',
});

export const SCALES = choices({
  'city-of-london-cse-2015': 'City of London CSE categories (2015)',
  'pan-london-2017': 'London child exploitation protocol (2017), Waltham Forest',
  'low-medium-high': 'Low, medium, high (Croydon)',
  'emerging-moderate-significant': 'Emerging, moderate, significant',
  local: 'A local scale that is not listed',
});

export const RISK_FLAGS = choices({
  'criminal-exploitation': 'Child criminal exploitation (24A)',
  'county-lines': 'County lines',
  'sexual-exploitation': 'Child sexual exploitation (11A)',
  trafficking: 'Trafficking (12A)',
  gangs: 'Gangs (13A)',
  'self-harm': 'Self-harm (15A)',
  'domestic-abuse': 'Domestic abuse (3A-3C)',
  'substance-misuse': 'Alcohol or drug misuse (1A, 2A)',
  'mental-health': 'Mental health (4A)',
  'serious-violence': 'Serious violence or weapons',
  'harmful-sexual-behaviour': 'Harmful sexual behaviour',
  'fire-setting': 'Fire setting',
  radicalisation: 'Radicalisation',
  'deprivation-of-liberty': 'Deprivation of liberty order in force',
  'unaccompanied-asylum-seeking': 'Unaccompanied asylum-seeking child (9A)',
});

export const MISSING_HISTORIES = choices({
  'none-known': 'Not known to have gone missing',
  occasional: 'Has gone missing now and then',
  repeated: 'Goes missing again and again',
});
