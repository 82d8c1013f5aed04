import type { ChannelKind, TargetRefused } from '@ibex/kernel';

// one mailbox as RFC 5321 puts it, without the forms that nobody uses: nothing that could end a header or name a second
const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
const LONGEST_ADDRESS = 254;
const FOLDER = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

const ofAddress = (target: string): TargetRefused | undefined =>
  target.length <= LONGEST_ADDRESS && ADDRESS.test(target)
    ? undefined
    : {
        code: 'target/not-an-address',
        detail: 'The target is not one e-mail address.',
        mend: 'Give the address of one shared mailbox, such as duty-desk@borough.gov.uk.',
      };

const ofFolder = (target: string): TargetRefused | undefined =>
  FOLDER.test(target)
    ? undefined
    : {
        code: 'target/not-a-folder',
        detail: 'The target is not the name of a folder.',
        mend: 'Give 1 to 40 lower-case letters, digits and hyphens; the folder is made within your own.',
      };

/** What is wrong with a target by its text, for channels that only need it to be well formed. */
export const textFaultOf = (channel: ChannelKind, target: string): TargetRefused | undefined => {
  if (channel === 'email-digest') return ofAddress(target);
  return channel === 'file-drop' ? ofFolder(target) : undefined;
};
