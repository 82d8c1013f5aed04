import { SetMetadata, applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Role } from '@ibex/kernel';
import { readerOf } from './reader-of-request';
import type { HttpRequest } from './reader-of-request';

export const ROLES_METADATA = 'ibex:roles';
export const PUBLIC_METADATA = 'ibex:public';

/** Who may use a route or every route of a controller. A route with neither this nor @Public() is refused to all. */
export const Roles = (...roles: readonly Role[]): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(ROLES_METADATA, roles), ApiBearerAuth());

/** Open to anybody, e.g. health and published keys. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(PUBLIC_METADATA, true);

/** Who asks, from the verified token. */
export const CurrentReader = createParamDecorator((_: unknown, context: ExecutionContext) =>
  readerOf(context.switchToHttp().getRequest<HttpRequest>()),
);
