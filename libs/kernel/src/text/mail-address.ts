// one mailbox as RFC 5321 puts it, without the forms that nobody uses: nothing that could end a header or name a second
const ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
const LONGEST = 254;
// RFC 5321, 4.5.3.1.1
const LONGEST_LOCAL_PART = 64;
const DOMAIN = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Domains whose mailboxes an exchange writes to: `*.gov.uk` stands for all below it, a plain name for itself alone. */
export const USUAL_MAIL_DOMAINS: readonly string[] = ['*.gov.uk', '*.nhs.uk', '*.police.uk'];

/** Whether a text is the address of one mailbox. */
export const isMailAddress = (text: string): boolean =>
  text.length <= LONGEST && text.indexOf('@') <= LONGEST_LOCAL_PART && ADDRESS.test(text);

export const isMailDomainPattern = (text: string): boolean => DOMAIN.test(text);

/** Whether an address stands in one of these domains. */
export const isInMailDomains = (address: string, domains: readonly string[]): boolean => {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((each) =>
    each.startsWith('*.') ? domain.endsWith(each.slice(1).toLowerCase()) : domain === each.toLowerCase(),
  );
};
