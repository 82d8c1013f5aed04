import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SEALING_ALGORITHMS } from '@ibex/kernel';
import type { SealingAlgorithm } from '@ibex/kernel';
import { Code, Count, InstantField, Text, field } from '@ibex/runtime';
import { REVOKED_BECAUSE } from '../domain/key.events';
import type { RevokedBecause } from '../domain/key.events';

/** What a public key may hold; which of it belongs to which kind is for the sealer to judge. */
export class JwkDto {
  @ApiProperty({ enum: ['RSA', 'EC', 'OKP'] })
  readonly kty!: string;
  @ApiPropertyOptional({ enum: ['P-256', 'P-384', 'X25519'], description: 'Of EC and OKP' })
  readonly crv?: string;
  @ApiPropertyOptional({ description: 'Of EC and OKP' })
  readonly x?: string;
  @ApiPropertyOptional({ description: 'Of EC' })
  readonly y?: string;
  @ApiPropertyOptional({ description: 'Of RSA: 3072 to 8192 bits' })
  readonly n?: string;
  @ApiPropertyOptional({ description: 'Of RSA: AQAB' })
  readonly e?: string;
  @ApiPropertyOptional({ enum: ['enc'] })
  readonly use?: string;
  @ApiPropertyOptional({ type: [String] })
  readonly key_ops?: readonly string[];
  @ApiPropertyOptional({
    enum: [...SEALING_ALGORITHMS],
    description: 'RSA: RSA-OAEP-256. EC and OKP: ECDH-ES+A256KW unless told',
  })
  readonly alg?: string;
  @ApiPropertyOptional({ description: 'The key’s thumbprint by RFC 7638, or left out' })
  readonly kid?: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The public half of a key, as a JSON Web Key. */
const JwkField = (): PropertyDecorator =>
  field(
    { description: 'Public half of the key, as a JSON Web Key (RFC 7517); never the private half' },
    {
      rule: 'object',
      holds: isRecord,
      fault: () => 'is not a JSON Web Key',
      mend: 'Give the public key as a JSON Web Key (RFC 7517).',
    },
    { type: () => JwkDto },
  );

export const USUAL_DAYS = 365;
export const USUAL_OVERLAP_DAYS = 14;

export class OfferKeyDto {
  @JwkField()
  readonly jwk!: Readonly<Record<string, unknown>>;

  @InstantField({
    optional: true,
    description: 'Until when it is sealed to; a year from now unless told, two years at most',
  })
  readonly notAfter?: string;

  @Count({
    min: 0,
    max: 90,
    optional: true,
    description:
      'Days for which you keep the private halves of those before it: they are sealed to should this one fail; 14 unless told',
  })
  readonly overlapDays?: number;
}

export class ProveKeyDto {
  @Text({ max: 200, description: 'The nonce that the challenge holds, once decrypted' })
  readonly nonce!: string;
}

export class RevokeKeyDto {
  @Code(REVOKED_BECAUSE, { description: 'Why' })
  readonly reason!: RevokedBecause;
}

export class KeyChangedDto {
  @ApiProperty({ description: 'Thumbprint of the key (RFC 7638)' })
  readonly kid!: string;
  @ApiProperty({ description: 'Position in the log' })
  readonly position!: number;
  @ApiProperty({ description: 'True when this is the first answer again' })
  readonly repeated!: boolean;
}

export class KeyOfferedDto extends KeyChangedDto {
  @ApiProperty({ enum: [...SEALING_ALGORITHMS] })
  readonly alg!: SealingAlgorithm;
  @ApiProperty({ description: 'Compact JWE to this key; holds {"nonce": "…"}, to be sent back as proof' })
  readonly challenge!: string;
  @ApiProperty({ description: 'When the challenge expires (UTC)' })
  readonly proveBefore!: string;
  @ApiProperty({ description: 'UTC' })
  readonly notAfter!: string;
}

export const KEY_STATES = [
  'offered',
  'lapsed',
  'active',
  'retiring',
  'retired',
  'expired',
  'revoked',
] as const;
export type KeyStateName = (typeof KEY_STATES)[number];

export class KeyDto {
  @ApiProperty({ description: 'Thumbprint of the key (RFC 7638); every sealed message names it' })
  readonly kid!: string;
  @ApiProperty({ enum: [...SEALING_ALGORITHMS] })
  readonly alg!: SealingAlgorithm;
  @ApiProperty({ type: () => JwkDto, description: 'The public key' })
  readonly jwk!: Readonly<Record<string, string>>;
  @ApiProperty({
    enum: [...KEY_STATES],
    description:
      'offered: still to be proved. lapsed: not proved in time. retiring: another took its place, but keep its private half until retiresAt',
  })
  readonly state!: KeyStateName;
  @ApiProperty({ description: 'UTC' })
  readonly notAfter!: string;
  @ApiPropertyOptional({ description: 'UTC' })
  readonly retiresAt?: string;
  @ApiProperty({ description: 'When it was last offered (UTC)' })
  readonly offeredAt!: string;
  @ApiPropertyOptional({ description: 'UTC' })
  readonly provedAt?: string;
  @ApiPropertyOptional({ description: 'UTC' })
  readonly revokedAt?: string;
  @ApiPropertyOptional({ enum: [...REVOKED_BECAUSE] })
  readonly revokedBecause?: RevokedBecause;
}

export const KEY_WARNINGS = ['nothing-to-seal-to', 'ends-soon'] as const;

export class KeysDto {
  @ApiPropertyOptional({ description: 'The key that details are sealed to now' })
  readonly sealsTo?: string;
  @ApiPropertyOptional({ description: 'When there will be no such key any more (UTC)' })
  readonly endsAt?: string;
  @ApiPropertyOptional({
    enum: [...KEY_WARNINGS],
    description:
      'ends-soon: within 30 days nothing can be sealed. nothing-to-seal-to: sealed subscriptions are held',
  })
  readonly warning?: (typeof KEY_WARNINGS)[number];
  @ApiProperty({ type: () => [KeyDto], description: 'Newest first' })
  readonly keys!: readonly KeyDto[];
}
