import { Flag, PostcodeField } from '@ibex/runtime';
import { isOutsideEngland } from '../domain/host';
import type { Host } from '../domain/host';
import { CheckedText } from './checked-text';

const GSS = /^E(?:06|07|08|09|10)\d{6}$/;

/** Where the child lives, as far as the sender says it: by the host's code, by a postcode, or by both. */
export class HostDto {
  @CheckedText(
    {
      rule: 'host-code',
      holds: (text) => GSS.test(text) || isOutsideEngland(text),
      fault: 'is not the code of an English local authority, nor WAL, SCO, NIR or NUK',
      mend: 'Give the nine-character ONS code, e.g. E09000008 for Croydon, or WAL, SCO, NIR or NUK.',
    },
    {
      optional: true,
      description: 'Host authority: ONS code, or WAL, SCO, NIR, NUK; left out, it is looked up by postcode',
      example: 'E09000008',
    },
  )
  readonly host?: string;

  @Flag({
    optional: true,
    description: 'True to say that the host is not known: nobody is told, and finding out stays your task',
  })
  readonly hostUnknown?: boolean;

  @PostcodeField({ optional: true, description: 'Postcode of the address; sealed' })
  readonly postcode?: string;
}

/** What a sender says of a host, for the resolver. `orUnknown`: what cannot be found stays unknown instead of being asked for. */
export type HostGiven = Readonly<{ host?: string; postcode?: string; orUnknown: boolean }>;

export const toHostGiven = ({ host, hostUnknown, postcode }: HostDto, orUnknown = false): HostGiven => ({
  ...(host === undefined ? {} : { host }),
  ...(postcode === undefined ? {} : { postcode }),
  orUnknown: orUnknown || hostUnknown === true,
});

/** A host by its code alone. */
export const toHost = (code: string): Host =>
  isOutsideEngland(code) ? { kind: 'outside-england', code } : { kind: 'authority', gss: code };
