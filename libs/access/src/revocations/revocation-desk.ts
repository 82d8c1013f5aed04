import { Inject, Injectable } from '@nestjs/common';
import { SEALER } from '@ibex/kernel';
import type { Reader, RecordedFact, Sealer } from '@ibex/kernel';
import { bodyProblem } from '@ibex/runtime';
import type { Plain, Submission, SubmissionAnswer } from '@ibex/runtime';
import { AccessOrders } from '../access-orders';
import { AccessBook } from '../tail/access-book';
import type { RevocationDto, RevokedDto } from './api/revocations.dto';
import { revocationDecider } from './domain/revocation.decider';
import { isRevocationFact, keyOf, revocationStream } from './domain/revocation.events';
import type { AccessRevoked, Revoked } from './domain/revocation.events';
import { revokedIn } from './recorded-revocations';

const eitherOr = (): Error =>
  bodyProblem([
    {
      field: 'person',
      rule: 'person-or-token',
      detail: 'and tokenId are not one of the two',
      mend: 'Give the reference of a person, or the id of a token, and not both.',
    },
  ]);

const whoseOf = ({ person, tokenId }: RevocationDto): Revoked => {
  if (person !== undefined && tokenId === undefined) return { person };
  if (tokenId !== undefined && person === undefined) return { tokenId };
  throw eitherOr();
};

type Taken = RecordedFact & AccessRevoked;

/** Takes access away from people and tokens of the reader’s own authority, and gives it back. */
@Injectable()
export class RevocationDesk {
  constructor(
    private readonly book: AccessBook,
    private readonly orders: AccessOrders,
    @Inject(SEALER) private readonly sealer: Sealer,
  ) {}

  /** Throws RefusedError. */
  change(
    type: 'RevokeAccess' | 'LiftRevocation',
    { authority: by, person: decidedBy }: Reader,
    dto: RevocationDto,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    const stream = revocationStream(by);
    const data = { by, decidedBy, whose: whoseOf(dto) };
    const command = { type, data, personal: { reason: dto.reason } };
    return this.orders.submit(revocationDecider, { id: by, stream, recordRef: stream, command, submission });
  }

  async of({ authority }: Reader): Promise<readonly Plain<RevokedDto>[]> {
    const facts = await this.book.stream(revocationStream(authority));
    const now = revokedIn(facts);
    const latest = new Map(
      facts.flatMap((fact) =>
        isRevocationFact(fact) && fact.type === 'AccessRevoked'
          ? [[keyOf(fact.data.whose), fact] as const]
          : [],
      ),
    );
    return Promise.all([...latest].flatMap(([key, fact]) => (now.has(key) ? [this.show(fact)] : [])));
  }

  private async show({ id, sealed, stream, recordedAt, data }: Taken): Promise<Plain<RevokedDto>> {
    const words = sealed === undefined ? undefined : await this.sealer.unseal(stream, id, sealed);
    const reason = words?.['reason'];
    const said = typeof reason === 'string' ? { reason } : {};
    return { ...data.whose, since: recordedAt, decidedBy: data.decidedBy, ...said };
  }
}
