import {
  Header,
  HttpCode,
  Redirect,
  SetMetadata,
  applyDecorators,
  createParamDecorator,
} from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ROLES } from '@ibex/kernel';
import type { Role } from '@ibex/kernel';
import type { ConsoleRequest } from './visits';

export const ROLES_OF_PAGE = 'console:roles';
export const OPEN_PAGE = 'console:open';

/** For whom a page or all pages of a controller are. A page with neither this nor @Open() is shown to nobody. */
export const ForRoles = (...roles: readonly Role[]): ClassDecorator & MethodDecorator =>
  SetMetadata(ROLES_OF_PAGE, roles);

/** A page for everybody who has signed in. */
export const ForAnyRole = (): ClassDecorator & MethodDecorator => ForRoles(...ROLES);

/** A page for everybody, signed in or not. */
export const Open = (): ClassDecorator & MethodDecorator => SetMetadata(OPEN_PAGE, true);

/** Answers with a page: the handler returns its HTML. */
export const Page = (): MethodDecorator =>
  applyDecorators(HttpCode(200), Header('content-type', 'text/html; charset=utf-8'));

/** Answers by sending the browser on (303, RFC 9110 section 15.4.4): the handler returns `seeOther(path)`. */
export const Moves = (): MethodDecorator => applyDecorators(Redirect('/console', 303));

/** Who is signed in; only on pages that are not @Open(). */
export const CurrentVisit = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<ConsoleRequest>().visit,
);

export const NOT_A_FORM = 'console:not-a-form';

/** A POST that no page of ours sends and no session is behind: it has to prove itself by what it carries. */
export const NotAForm = (): MethodDecorator => SetMetadata(NOT_A_FORM, true);
