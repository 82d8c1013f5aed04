import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiQuery, ApiResponse } from '@nestjs/swagger';

/** For a GET of a view: documents reading one's own write, and asking only for what changed. */
export const ApiRead = (description: string, type?: new () => object): MethodDecorator =>
  applyDecorators(
    ApiQuery({
      name: 'atLeast',
      required: false,
      description: 'Wait (up to 5 seconds) until the view has this position of the log.',
      schema: { type: 'integer', minimum: 0 },
    }),
    ApiHeader({ name: 'If-None-Match', required: false, description: 'ETag of what you have.' }),
    ApiOkResponse({
      description,
      headers: { ETag: { description: 'Weak tag of the content.', schema: { type: 'string' } } },
      ...(type === undefined ? {} : { type }),
    }),
    ApiResponse({ status: 304, description: 'You have it already.' }),
    ApiResponse({ status: 504, description: 'The view has not reached that position; Retry-After.' }),
  );
