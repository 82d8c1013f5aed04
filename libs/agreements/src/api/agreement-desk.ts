import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES, DIGESTS } from '@ibex/kernel';
import type { Authorities, Digests, Reader } from '@ibex/kernel';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import type { KnownHere } from '../domain/agreement.commands';
import type { Clause, Terms } from '../domain/agreement.terms';
import { AgreementOrders } from '../record/agreement-orders';
import { SHARED_TYPES } from './agreements.dto';
import type { ClauseDto, LeavingDto, SignatureDto, TermsDto } from './agreements.dto';

const given = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

const toClause = ({ id, types, from, to, ...narrows }: ClauseDto): Clause => {
  const { directions, agesFrom, agesTo, urgencies } = narrows;
  const isNamed = from !== undefined || to !== undefined;
  return {
    id,
    who: isNamed ? { kind: 'named', from: from ?? [], to: to ?? [] } : { kind: 'each-other' },
    types,
    ...given({ directions, agesFrom, agesTo, urgencies }),
  };
};

const toTerms = ({ title, purpose, legalBasis, parties, clauses, from, to }: TermsDto): Terms => ({
  ...{ title, purpose, legalBasis, parties, from, to },
  clauses: clauses.map(toClause),
});

/** What an authority does with its sharing agreements. */
@Injectable()
export class AgreementDesk {
  constructor(
    private readonly orders: AgreementOrders,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    @Inject(DIGESTS) private readonly digests: Digests,
  ) {}

  propose({ authority: by }: Reader, dto: TermsDto, submission: Submission): Promise<SubmissionAnswer> {
    const id = this.digests.uuidFrom(`${submission.commandId}\nagreement`);
    const data = { by, terms: toTerms(dto), known: this.knownOf(dto) };
    return this.orders.submit(id, { type: 'ProposeAgreement', data }, submission);
  }

  amend(
    { authority: by }: Reader,
    id: string,
    dto: TermsDto,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    const data = { by, terms: toTerms(dto), known: this.knownOf(dto) };
    return this.orders.submit(id, { type: 'AmendAgreement', data }, submission);
  }

  sign(reader: Reader, id: string, dto: SignatureDto, submission: Submission): Promise<SubmissionAnswer> {
    const { authority: by, person, roles } = reader;
    const { version, name, position } = dto;
    const isPerson = !roles.includes('system-client');
    const data = { by, version, person, role: 'governance', isPerson };
    const personal = position === undefined ? { name } : { name, position };
    return this.orders.submit(id, { type: 'SignAgreement', data, personal }, submission);
  }

  leave(
    { authority: by }: Reader,
    id: string,
    { because, note }: LeavingDto,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    const words = note === undefined ? {} : { personal: { note } };
    return this.orders.submit(
      id,
      { type: 'WithdrawFromAgreement', data: { by, because }, ...words },
      submission,
    );
  }

  end(
    { authority: by }: Reader,
    id: string,
    { because, note }: LeavingDto,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    const words = note === undefined ? {} : { personal: { note } };
    return this.orders.submit(id, { type: 'EndAgreement', data: { by, because }, ...words }, submission);
  }

  private knownOf({ parties }: TermsDto): KnownHere {
    const isCurrent = (gss: string): boolean => {
      const found = this.authorities.find(gss);
      return found !== undefined && found.endedOn === undefined;
    };
    return { types: SHARED_TYPES, strangers: parties.filter((gss) => !isCurrent(gss)) };
  }
}
