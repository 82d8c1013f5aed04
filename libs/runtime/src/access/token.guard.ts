import { Inject, Injectable, Optional } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { IbexError, REVOCATIONS, TOKEN_VERIFIER } from '@ibex/kernel';
import type { Reader, Revocations, Role, TokenVerifier } from '@ibex/kernel';
import { ProblemError } from '../problems/problem-error';
import { PUBLIC_METADATA, ROLES_METADATA } from './access.decorators';
import { readsAs } from './reader-context';
import { rememberReader } from './reader-of-request';
import type { HttpRequest } from './reader-of-request';
import { tokenIdOf } from './token-id';

const BEARER = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i;

/** Default deny: a route says for whom it is, or nobody may use it. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(TOKEN_VERIFIER) private readonly tokens: TokenVerifier,
    @Optional() @Inject(REVOCATIONS) private readonly revocations?: Pick<Revocations, 'isRevoked'>,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_METADATA, targets)) return true;
    const roles =
      this.reflector.getAllAndOverride<readonly Role[] | undefined>(ROLES_METADATA, targets) ?? [];
    return this.admit(context.switchToHttp().getRequest<HttpRequest>(), roles);
  }

  private async admit(request: HttpRequest, roles: readonly Role[]): Promise<boolean> {
    const reader = await this.readerWith(request.headers['authorization']);
    await this.refuseRevoked(reader, request.headers['authorization']);
    if (!reader.roles.some((role) => roles.includes(role))) throw roleNeeded(roles);
    rememberReader(request, reader);
    readsAs(reader);
    return true;
  }

  /** Asked at every request: a token is good until it ends, the right to use it only until its authority takes it away. */
  private async refuseRevoked({ authority, person }: Reader, authorization: unknown): Promise<void> {
    const tokenId = tokenIdOf(authorization);
    const bearer = tokenId === undefined ? { authority, person } : { authority, person, tokenId };
    if ((await this.revocations?.isRevoked(bearer)) === true)
      throw unauthorised(
        'Bearer realm="ibex", error="invalid_token", error_description="access was revoked"',
      );
  }

  private async readerWith(authorization: unknown): Promise<Reader> {
    if (typeof authorization !== 'string') throw unauthorised('Bearer realm="ibex"');
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw unauthorised('Bearer realm="ibex", error="invalid_request"');
    try {
      return await this.tokens.verify(token);
    } catch (error) {
      if (!(error instanceof IbexError) || error.code !== 'access/token-refused') throw error;
      throw unauthorised(
        `Bearer realm="ibex", error="invalid_token", error_description="${forHeader(error.message)}"`,
      );
    }
  }
}

const forHeader = (reason: string): string =>
  reason.replaceAll(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '').slice(0, 120);

const unauthorised = (challenge: string): ProblemError =>
  new ProblemError(401, 'token-needed', 'Token needed', 'No valid access token came with the request.', {
    mend: 'Send "Authorization: Bearer <token>" with an unexpired token of your authority’s issuer.',
    headers: { 'WWW-Authenticate': challenge },
  });

export const roleNeeded = (roles: readonly Role[]): ProblemError =>
  new ProblemError(403, 'role-needed', 'Role needed', 'Your token does not carry a role that may do this.', {
    mend:
      roles.length > 0 ? `One of these roles is needed: ${roles.join(', ')}.` : 'Nobody may use this route.',
  });
