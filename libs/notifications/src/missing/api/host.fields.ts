import { Flag, PostcodeField } from '@ibex/runtime';
import { CheckedText } from '../../shared/api/checked-text';
import { isOutsideEngland } from '../../shared/domain/host';

const GSS = /^E(?:06|07|08|09|10)\d{6}$/;

// the fields of the shared host body, one by one: an update has all other fields of a report, but names no host

export const HostCode = (): PropertyDecorator =>
  CheckedText(
    {
      rule: 'host-code',
      holds: (text) => GSS.test(text) || isOutsideEngland(text),
      fault: 'is not the code of an English local authority, nor WAL, SCO, NIR or NUK',
      mend: 'Give the nine-character ONS code, e.g. E09000008 for Croydon, or WAL, SCO, NIR or NUK.',
    },
    {
      optional: true,
      description:
        'Authority where the child was placed: ONS code, or WAL, SCO, NIR, NUK; left out, it is looked up by postcode',
      example: 'E09000008',
    },
  );

export const HostUnknown = (): PropertyDecorator =>
  Flag({
    optional: true,
    description: 'True: the host is not known; nobody is told there, and finding out stays your task',
  });

export const PlacePostcode = (): PropertyDecorator =>
  PostcodeField({ optional: true, description: 'Postcode of the placement or home; sealed' });

export const Restricted = (): PropertyDecorator =>
  Flag({ optional: true, description: 'True keeps the placement from everyone: its host is not told' });
