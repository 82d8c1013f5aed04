import type { Authorities } from '@ibex/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { Plain } from './plain';

/** An authority as an answer shows it: by code and by name. */
export class AuthorityShown {
  @ApiProperty({ description: 'ONS nine-character code.', example: 'E09000008' })
  readonly gss!: string;

  @ApiProperty({ example: 'Croydon' })
  readonly name!: string;
}

/** An authority that the reference data does not know is shown by its code alone. */
export const toAuthorityShown = (authorities: Authorities, gss: string): Plain<AuthorityShown> => ({
  gss,
  name: authorities.find(gss)?.name ?? gss,
});
