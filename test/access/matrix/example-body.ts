export type Schema = Readonly<{
  $ref?: string;
  allOf?: readonly Schema[];
  type?: string;
  enum?: readonly unknown[];
  example?: unknown;
  format?: string;
  items?: Schema;
  minimum?: number;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
}>;

const DAY = '2026-03-02';

const resolved = (schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema => {
  const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
  return ref === undefined ? schema : (schemas[ref.split('/').at(-1) ?? ''] ?? {});
};

/** What the published schema asks for and no more: every required field, with its example or its first code. */
export const exampleOf = (given: Schema | undefined, schemas: Readonly<Record<string, Schema>>): unknown => {
  if (!given) return {};
  const schema = resolved(given, schemas);
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  return ofType(schema, schemas);
};

const textOf = ({ format }: Schema): string => {
  if (format === 'date') return DAY;
  return format === 'date-time' ? `${DAY}T09:00:00Z` : 'said';
};

const fieldsOf = (
  { required = [], properties = {} }: Schema,
  schemas: Readonly<Record<string, Schema>>,
): unknown => Object.fromEntries(required.map((name) => [name, exampleOf(properties[name], schemas)]));

const ofType = (schema: Schema, schemas: Readonly<Record<string, Schema>>): unknown => {
  const making: Readonly<Record<string, () => unknown>> = {
    string: () => textOf(schema),
    integer: () => schema.minimum ?? 1,
    number: () => schema.minimum ?? 1,
    boolean: () => true,
    array: () => [exampleOf(schema.items, schemas)],
  };
  return (making[schema.type ?? ''] ?? (() => fieldsOf(schema, schemas)))();
};
