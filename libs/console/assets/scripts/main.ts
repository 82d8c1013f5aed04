import { SortableTable } from '@ministryofjustice/frontend';
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  SkipLink,
  Tabs,
  createAll,
} from 'govuk-frontend';
import { watchIdleness } from './idle.part';

// The components look for these classes: without scripts, or in an old browser, pages stay as they are.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

for (const component of [
  ...[Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner],
  ...[Radios, SkipLink, Tabs, SortableTable],
])
  createAll(component);

watchIdleness();
