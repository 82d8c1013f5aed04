/**
 * What may be known of a person when records are compared, as text, whatever the writing of each source. `source`: who
 * holds the record, e.g. an authority; a source is taken to hold a person once. `postcodes` may list several, `;` between.
 */
export type Person = Readonly<{
  id: string;
  source?: string;
  forename?: string;
  surname?: string;
  otherNames?: string;
  dob?: string;
  sex?: string;
  ethnicity?: string;
  postcode?: string;
  address?: string;
  place?: string;
  nhsNumber?: string;
  upn?: string;
  identifier?: string;
  email?: string;
  school?: string;
  occupation?: string;
}>;

export type PersonField = Exclude<keyof Person, 'id'>;
