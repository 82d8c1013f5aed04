import type { OpenAPIObject } from '@nestjs/swagger';

// the toolkit does not export the parts of its document type by name
type Paths = OpenAPIObject['paths'];
export type PathItem = Paths[string];
export type Operation = NonNullable<PathItem['get']>;
export type SchemaObject = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
export type Responses = Operation['responses'];
export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
