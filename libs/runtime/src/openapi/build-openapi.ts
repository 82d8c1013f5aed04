import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { METHODS } from './openapi-types';
import type { Operation, PathItem, Responses } from './openapi-types';
import { GUARDED, PROBLEM_SCHEMA, WITH_BODY } from './problem-schema';
import { sorted } from './sorted';

const PROBLEM = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

const problemsOf = (statuses: Readonly<Record<string, string>>): Responses =>
  Object.fromEntries(
    Object.entries(statuses).map(([status, description]) => [status, { description, content: PROBLEM }]),
  );

const completed = (operation: Operation): Operation => ({
  ...operation,
  responses: {
    ...(operation.security ? problemsOf(GUARDED) : {}),
    ...(operation.requestBody ? problemsOf(WITH_BODY) : {}),
    ...operation.responses,
  },
});

const completedPath = (item: PathItem): PathItem => {
  const methods = METHODS.flatMap((method) => {
    const operation = item[method];
    return operation ? [[method, completed(operation)] as const] : [];
  });
  return { ...item, ...Object.fromEntries(methods) };
};

/** The document of every route, complete with problems, in an order that only changes when the routes do. */
export const buildOpenApi = (app: INestApplication, version = '1.0.0'): OpenAPIObject => {
  const about = new DocumentBuilder()
    .setTitle('IBEX')
    .setDescription(
      'Local authorities tell each other about children placed, moved or missing across boundaries.',
    )
    .setVersion(version)
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [path, completedPath(item)]),
  );
  const components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA },
  };
  return sorted({ ...document, paths, components });
};
