import { USUAL_MAIL_DOMAINS, isMailAddress, isMailDomainPattern } from '@ibex/kernel';
import { IsOptional, IsString, IsUrl, Matches, ValidateBy, ValidateIf } from 'class-validator';
import { ReceiverSettings } from './receivers.settings';

const isMail = ({ IBEX_SMTP }: GatheringSettings): boolean => IBEX_SMTP !== undefined;
const hasUser = (settings: GatheringSettings): boolean => settings.IBEX_SMTP_USER !== undefined;
const isAny = ({ IBEX_SMTP, IBEX_DROP_ROOT }: GatheringSettings): boolean =>
  (IBEX_SMTP ?? IBEX_DROP_ROOT) !== undefined;

const listOf = (text: string): readonly string[] => text.split(',').map((part) => part.trim());
const holds = (name: string, isSo: (text: string) => boolean, message: string): PropertyDecorator =>
  ValidateBy({
    name,
    validator: {
      validate: (value) => typeof value === 'string' && isSo(value),
      defaultMessage: () => message,
    },
  });

/** Channels that gather entries: digests by mail, files in folders. Left out, an authority is not offered them. */
export class GatheringSettings extends ReceiverSettings {
  /** Where people reach the exchange: begins the links in mails and files. */
  @ValidateIf(isAny)
  @IsUrl(
    { require_protocol: true, protocols: ['https', 'http'], require_tld: false },
    { message: 'give the address at which people reach the exchange, e.g. https://ibex.example' },
  )
  readonly IBEX_PUBLIC_URL?: string;

  /** Server that takes mail; smtp needs STARTTLS unless it is this machine, smtps is encrypted from the first byte. */
  @IsOptional()
  @Matches(/^smtps?:\/\/[^\s/@:?#]+(?::\d{1,5})?\/?$|^smtps?:\/\/\[[0-9a-f:]+\](?::\d{1,5})?\/?$/i, {
    message: 'give smtp://host:587 or smtps://host:465, without user and password',
  })
  readonly IBEX_SMTP?: string;

  @IsOptional()
  @IsString()
  readonly IBEX_SMTP_USER?: string;

  @ValidateIf(hasUser)
  @IsString({ message: "name the file that holds the user's password" })
  readonly IBEX_SMTP_PASSWORD_FILE?: string;

  /** Certificate of the authority that signed the server's, where it is one of your own. */
  @IsOptional()
  @IsString()
  readonly IBEX_SMTP_CA_FILE?: string;

  /** Whom digests come from. */
  @ValidateIf(isMail)
  @holds('mailAddress', isMailAddress, 'give the one address that digests come from')
  readonly IBEX_MAIL_FROM?: string;

  /** Where digests may go, separated by commas; `*.gov.uk` stands for everything below it. */
  @holds(
    'mailDomains',
    (text) => listOf(text).every(isMailDomainPattern),
    'give domains separated by commas, e.g. *.gov.uk,trust.example',
  )
  readonly IBEX_MAIL_DOMAINS: string = USUAL_MAIL_DOMAINS.join(',');

  /** An existing folder, mostly a share, in which each authority's folders are made. */
  @IsOptional()
  @IsString()
  readonly IBEX_DROP_ROOT?: string;
}

/** `passwordFile`, `caFile`: to be read by whoever sends. */
export type MailPlace = Readonly<{
  host: string;
  port: number;
  isSecure: boolean;
  from: string;
  user?: string;
  passwordFile?: string;
  caFile?: string;
}>;
export type GatheringConfig = Readonly<{
  publicUrl: string;
  mailDomains: readonly string[];
  mail?: MailPlace;
  dropRoot?: string;
}>;

const toMailPlace = (settings: Readonly<GatheringSettings>, address: string): MailPlace => {
  const { IBEX_SMTP_USER: user, IBEX_SMTP_PASSWORD_FILE: passwordFile } = settings;
  const { IBEX_SMTP_CA_FILE: caFile, IBEX_MAIL_FROM: from = '' } = settings;
  const { protocol, hostname, port } = new URL(address);
  const isSecure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    ...{ isSecure, from },
    ...(user === undefined ? {} : { user }),
    ...(passwordFile === undefined ? {} : { passwordFile }),
    ...(caFile === undefined ? {} : { caFile }),
  };
};

export const toGatheringConfig = (settings: Readonly<GatheringSettings>): GatheringConfig => {
  const { IBEX_PUBLIC_URL: publicUrl = '', IBEX_SMTP: smtp, IBEX_DROP_ROOT: dropRoot } = settings;
  return {
    publicUrl,
    mailDomains: listOf(settings.IBEX_MAIL_DOMAINS),
    ...(smtp === undefined ? {} : { mail: toMailPlace(settings, smtp) }),
    ...(dropRoot === undefined ? {} : { dropRoot }),
  };
};
