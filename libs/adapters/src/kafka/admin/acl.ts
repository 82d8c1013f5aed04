import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } from 'kafkajs';
import type { AclEntry, AclFilter, DescribeAclResource } from 'kafkajs';

/** One line of the brokers' access control lists, in words. `operation` as Kafka's tools name it, e.g. `describe`. */
export type Acl = Readonly<{
  resource: 'topic' | 'group';
  name: string;
  pattern: 'literal' | 'prefixed';
  principal: string;
  host: string;
  operation: string;
  permission: 'allow' | 'deny';
}>;

/** The same for two lines that say the same. */
export const keyOf = (acl: Acl): string =>
  JSON.stringify([
    ...[acl.resource, acl.pattern, acl.name, acl.principal, acl.host],
    ...[acl.operation, acl.permission],
  ]);

const RESOURCES = { topic: AclResourceTypes.TOPIC, group: AclResourceTypes.GROUP } as const;
const PATTERNS = { literal: ResourcePatternTypes.LITERAL, prefixed: ResourcePatternTypes.PREFIXED } as const;
const PERMISSIONS = { allow: AclPermissionTypes.ALLOW, deny: AclPermissionTypes.DENY } as const;
const OPERATIONS: Readonly<Record<string, AclOperationTypes>> = {
  all: AclOperationTypes.ALL,
  read: AclOperationTypes.READ,
  write: AclOperationTypes.WRITE,
  create: AclOperationTypes.CREATE,
  delete: AclOperationTypes.DELETE,
  alter: AclOperationTypes.ALTER,
  describe: AclOperationTypes.DESCRIBE,
  'cluster-action': AclOperationTypes.CLUSTER_ACTION,
  'describe-configs': AclOperationTypes.DESCRIBE_CONFIGS,
  'alter-configs': AclOperationTypes.ALTER_CONFIGS,
  'idempotent-write': AclOperationTypes.IDEMPOTENT_WRITE,
};

const operationOf = (word: string): AclOperationTypes => {
  const operation = OPERATIONS[word];
  if (operation === undefined)
    throw new Error(`${word}: this client does not know the operation, change that line by hand`);
  return operation;
};
/** An operation that is newer than this list keeps its number, so that it is shown rather than passed over. */
const wordOf = (operation: AclOperationTypes): string =>
  Object.entries(OPERATIONS).find(([, value]) => value === operation)?.[0] ?? `operation-${operation}`;

/** As the client asks for it when one is made. */
export const toEntry = (acl: Acl): AclEntry => ({
  resourceType: RESOURCES[acl.resource],
  resourceName: acl.name,
  resourcePatternType: PATTERNS[acl.pattern],
  principal: acl.principal,
  host: acl.host,
  operation: operationOf(acl.operation),
  permissionType: PERMISSIONS[acl.permission],
});

/** A filter that matches this line alone. */
export const toFilter = (acl: Acl): AclFilter => toEntry(acl);

/** Every line about topics, or about groups. */
export const allOf = (resource: Acl['resource']): AclFilter => ({
  resourceType: RESOURCES[resource],
  resourcePatternType: ResourcePatternTypes.ANY,
  operation: AclOperationTypes.ANY,
  permissionType: AclPermissionTypes.ANY,
});

export const fromResource = (
  resource: Acl['resource'],
  { resourceName, resourcePatternType, acls }: DescribeAclResource,
): readonly Acl[] =>
  acls.map(({ principal, host, operation, permissionType }) => ({
    ...{ resource, name: resourceName, principal, host },
    pattern: resourcePatternType === ResourcePatternTypes.PREFIXED ? 'prefixed' : 'literal',
    operation: wordOf(operation),
    permission: permissionType === AclPermissionTypes.DENY ? 'deny' : 'allow',
  }));
