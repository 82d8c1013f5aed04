/** What the pages use of packages that come without types. */
declare module 'govuk-frontend' {
  type Component = new (root: Element, config?: object) => object;
  export const Accordion: Component;
  export const Button: Component;
  export const CharacterCount: Component;
  export const Checkboxes: Component;
  export const ErrorSummary: Component;
  export const FileUpload: Component;
  export const NotificationBanner: Component;
  export const Radios: Component;
  export const ServiceNavigation: Component;
  export const SkipLink: Component;
  export const Tabs: Component;
  export function createAll(component: Component, config?: object, scope?: Element): readonly object[];
}

declare module '@ministryofjustice/frontend' {
  type Component = new (root: Element, config?: object) => object;
  export const Alert: Component;
  export const ButtonMenu: Component;
  export const SortableTable: Component;
}
