import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, ValidateIf } from 'class-validator';

const GSS = /^E(?:06|07|08|09|10)\d{6}$/;

/** Up to `max` different English local authorities, by their nine-character ONS codes. May be left out. */
export const GssList = ({
  description,
  max,
}: Readonly<{ description: string; max: number }>): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_, value: unknown) => value !== undefined),
    ValidateBy(
      {
        name: 'gss-list',
        validator: {
          validate: (value: unknown) =>
            Array.isArray(value) &&
            value.length <= max &&
            value.every((item) => typeof item === 'string' && GSS.test(item)),
          defaultMessage: () => 'is not a list of codes of English local authorities, or is too long',
        },
      },
      { context: { mend: `Give at most ${max} nine-character ONS codes, e.g. E09000008 for Croydon.` } },
    ),
    ApiProperty({ description, required: false, type: [String], maxItems: max, example: ['E09000005'] }),
  );
