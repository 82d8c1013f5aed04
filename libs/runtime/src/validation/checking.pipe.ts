import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { notFound } from '../problems/problem-error';
import { limitsOf } from './body-shape';
import { checked } from './check';
import { toQuery } from './query';

const PLAIN: ReadonlySet<unknown> = new Set([String, Number, Boolean, Array, Object]);
// an id that IBEX gives out, or the thumbprint of a key (RFC 7638), which may begin with any of base64url
const PATH_PART = /^(?:[A-Za-z0-9][A-Za-z0-9_.-]{0,99}|[A-Za-z0-9_-]{43})$/;

type DtoClass = new () => object;
const isDto = (metatype: unknown): metatype is DtoClass =>
  typeof metatype === 'function' && !PLAIN.has(metatype);

/** Checks whatever a route takes: bodies and queries by their class, parts of the path by their shape. */
@Injectable()
export class CheckingPipe implements PipeTransform<unknown> {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'body') return isDto(metatype) ? checked(metatype, value, limitsOf(metatype)) : value;
    if (type === 'query') return isDto(metatype) ? checked(metatype, toQuery(metatype, value)) : value;
    // what cannot be an id is an id that is not known
    if (type === 'param' && typeof value === 'string' && !PATH_PART.test(value)) throw notFound();
    return value;
  }
}
