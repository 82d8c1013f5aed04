import type { NotificationDefinition } from '@ibex/kernel';
import { grantDefinition } from './grants/domain/grant.definition';
import { notSharedDefinition } from './decisions/domain/not-shared.definition';
import { lookDefinition, readDefinition } from './ledger/domain/read.definition';
import { lookoutDefinition } from './lookouts/domain/lookout.definition';
import { wantedDefinition } from './lookouts/domain/wanted.definition';
import { fetchDefinition } from './restricted/domain/fetch.definition';
import { restrictionDefinition } from './restricted/domain/restriction.definition';
import { metDefinition, searchDefinition } from './search/domain/search.definition';
import { revocationDefinition } from './revocations/domain/revocation.definition';

/** Everything that this lib records. */
export const accessDefinitions: readonly NotificationDefinition[] = [
  readDefinition,
  lookDefinition,
  searchDefinition,
  metDefinition,
  notSharedDefinition,
  grantDefinition,
  restrictionDefinition,
  fetchDefinition,
  lookoutDefinition,
  wantedDefinition,
  revocationDefinition,
];
