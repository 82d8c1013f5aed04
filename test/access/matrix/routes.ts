import type { Role } from '@ibex/kernel';
import type { ExchangeInProcess } from '../../support/exchange-in-process';
import { by } from '../town/town';
import type { Schema } from './example-body';

type Content = Readonly<Record<string, Readonly<{ schema: Schema }>>>;
type Operation = Readonly<{ requestBody?: Readonly<{ content: Content }> }>;
type Document = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;

export type Route = Readonly<{
  name: string;
  method: 'GET' | 'POST';
  path: string;
  body: Schema | undefined;
}>;
export type Published = Readonly<{ routes: readonly Route[]; schemas: Document['components']['schemas'] }>;

const toMethod = (method: string): Route['method'] => {
  if (method === 'get') return 'GET';
  if (method === 'post') return 'POST';
  throw new Error(`the matrix knows no ${method}`);
};

/** Every route that the exchange publishes, as its own OpenAPI document has it. */
export const publishedBy = async (exchange: ExchangeInProcess): Promise<Published> => {
  const { text } = await exchange.getAtOnce(by('none', 'operator'), '/openapi.json');
  const { paths, components } = JSON.parse(text) as Document;
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]): Route => {
      const body = requestBody?.content['application/json']?.schema;
      return { name: `${toMethod(method)} ${path}`, method: toMethod(method), path, body };
    }),
  );
  return { routes, schemas: components.schemas };
};

/** Those that a token may carry; tokens with another role are turned away before anything is looked at. */
export const rolesFor = (
  table: Readonly<Record<string, readonly string[]>>,
  { name }: Route,
): readonly Role[] => (table[name] ?? []) as readonly Role[];
