import { HttpCode, SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiProperty } from '@nestjs/swagger';

/** What a sender gets for a recorded command. */
export class SubmissionAnswerBody {
  @ApiProperty({ description: 'Id of the notice; later actions name it in their path.' })
  readonly id!: string;

  @ApiProperty({ description: 'Opaque reference of the child’s record.', required: false })
  readonly recordRef?: string;

  @ApiProperty({
    description: 'Position in the log; ask a view with atLeast=<position> to read your own write.',
  })
  readonly position!: number;

  @ApiProperty({ description: 'When IBEX recorded it, UTC.', format: 'date-time' })
  readonly recordedAt!: string;

  @ApiProperty({ description: 'Types of the facts recorded.', type: [String] })
  readonly facts!: readonly string[];

  @ApiProperty({ description: 'True when this Idempotency-Key was recorded before: the same answer again.' })
  readonly repeated!: boolean;

  @ApiProperty({ description: 'Signed receipt (compact JWS) that proves what was recorded and when.' })
  readonly receipt!: string;
}

export type SubmissionAnswer = Readonly<SubmissionAnswerBody>;

export const LOCATION_METADATA = 'ibex:location';

/** Documents the header that every POST which records something asks for. */
export const ApiIdempotencyKey = (): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description:
      'Your own name for this command: the same for each retry, 1 to 255 printable ASCII characters.',
  });

/** For a POST that answers with a SubmissionAnswer. `location`: path of the notices, to which the id is added. */
export const ApiAnswer = (location?: string): MethodDecorator =>
  applyDecorators(
    ApiCreatedResponse({
      type: SubmissionAnswerBody,
      description: 'Recorded, durable, with a signed receipt.',
    }),
    ApiIdempotencyKey(),
    ...(location === undefined ? [] : [SetMetadata(LOCATION_METADATA, location)]),
  );

/** For a POST that records a further step of something that is there: answers 200. */
export const ApiStep = (type: new () => object = SubmissionAnswerBody): MethodDecorator =>
  applyDecorators(HttpCode(200), ApiOkResponse({ type }), ApiIdempotencyKey());
