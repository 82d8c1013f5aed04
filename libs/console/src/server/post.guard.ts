import { ForbiddenException, Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { NOT_A_FORM } from '../frame/page.decorators';
import type { ConsoleRequest } from '../frame/visits';
import { isCsrfToken, isFromOwnPages } from '../session/csrf';
import { Sealing } from '../session/sealing';
import { ConsoleSettings } from './console-settings';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

const csrfIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, 'csrf') : undefined;

/** Whatever changes something comes from a form of our own that was shown to this very session. */
@Injectable()
export class PostGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Sealing) private readonly sealing: Sealing,
    @Inject(ConsoleSettings) private readonly settings: ConsoleSettings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const { method, headers, visit, body } = context.switchToHttp().getRequest<ConsoleRequest>();
    if (READS.has(method)) return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(NOT_A_FORM, targets)) return true;
    const host = typeof headers['host'] === 'string' ? headers['host'] : undefined;
    const origin = this.settings.originFor(host) ?? '';
    if (!visit || !isFromOwnPages(headers, origin)) throw new ForbiddenException();
    if (!isCsrfToken(this.sealing, visit.sessionId, csrfIn(body))) throw new ForbiddenException();
    return true;
  }
}
