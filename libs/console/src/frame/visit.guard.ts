import { ForbiddenException, Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@ibex/kernel';
import { AuthorityNames } from './authority-names';
import { OPEN_PAGE, ROLES_OF_PAGE } from './page.decorators';
import { hasRole } from './visit';
import { Visits } from './visits';
import type { ConsoleRequest } from './visits';

/** Shut by default: a page says for whom it is, or nobody sees it. The exchange decides again what it answers. */
@Injectable()
export class VisitGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Visits) private readonly visits: Visits,
    @Inject(AuthorityNames) private readonly names: AuthorityNames,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<ConsoleRequest>();
    const visit = await this.visits.of(request);
    if (visit) {
      await this.names.load(visit.api);
      request.visit = visit;
    }
    if (this.reflector.getAllAndOverride<boolean | undefined>(OPEN_PAGE, targets)) return true;
    if (!visit) throw new UnauthorizedException();
    const roles = this.reflector.getAllAndOverride<readonly Role[] | undefined>(ROLES_OF_PAGE, targets) ?? [];
    if (!hasRole(visit, ...roles)) throw new ForbiddenException();
    return true;
  }
}
