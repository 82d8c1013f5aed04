import { ApiProperty } from '@nestjs/swagger';
import { TextList } from '@ibex/runtime';

export const MOST_POSTCODES = 100;

export class FindAreasDto {
  @TextList({
    max: 12,
    maxItems: MOST_POSTCODES,
    description: 'Postcodes, in any case and spacing. Nothing of them is kept',
    example: ['CR0 1EA'],
  })
  readonly postcodes!: readonly string[];
}

export class FoundAreaDto {
  @ApiProperty({ description: 'As it was sent', example: 'CR0 1EA' })
  readonly postcode!: string;
  @ApiProperty({
    type: [String],
    description:
      'ONS code of the authority that it lies in. None: the table does not know it. Several: the table is older than a reorganisation',
    example: ['E09000008'],
  })
  readonly authorities!: readonly string[];
}

export class FoundAreasDto {
  @ApiProperty({ description: 'False: no table of postcodes is loaded, and every host has to be named' })
  readonly tableLoaded!: boolean;
  @ApiProperty({ type: [FoundAreaDto], description: 'In the order in which they were asked' })
  readonly areas!: readonly FoundAreaDto[];
}
