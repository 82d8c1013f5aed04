import type { FactDefinition } from '@ibex/kernel';
import { told } from '../../shared/contract/message-names';
import type { MoveFactData } from '../domain/move.events';

const PARTICULARS = [
  'oldAddress',
  'oldPostcode',
  'newAddress',
  'newPostcode',
  'applicantName',
  'householdDescription',
  'expectedDeliveryOn',
  'narrative',
  'contacts',
] as const;
const EXPLAINED = ['explanation', 'contacts'] as const;

const first = (
  happened: string,
  title: string,
  summary: string,
  personal: readonly string[] = EXPLAINED,
): FactDefinition => ({ version: 1, title, personal, tells: told('move', happened, summary) });

/** Every fact of a move, its public message and its personal fields. */
export const MOVE_FACTS: Readonly<Record<keyof MoveFactData, FactDefinition>> = {
  MoveNotified: first(
    'notified',
    'Move notified',
    'A child or young person has moved, or is to move, from one authority to another.',
    PARTICULARS,
  ),
  MoveInformationSupplied: first(
    'information-supplied',
    'Written information supplied',
    'The originating authority has supplied written information about the child.',
  ),
  MoveAccepted: first('accepted', 'Move accepted', 'The receiving authority accepts the referral.'),
  MoveDeclined: first(
    'declined',
    'Move declined',
    'The receiving authority declines the referral, with its reason.',
  ),
  TransferConferenceHeld: first(
    'conference-held',
    'Transfer-in conference held',
    'The receiving authority has held the transfer-in child protection conference.',
  ),
  MoveResponsibilityHandedOver: first(
    'responsibility-handed-over',
    'Responsibility handed over',
    'Responsibility has passed from the originating to the receiving authority.',
  ),
  MoveArrived: first('arrived', 'Arrival confirmed', 'The child has arrived in the receiving authority.'),
  MoveNotArrived: first(
    'not-arrived',
    'Did not arrive',
    'The child has not arrived where the child was expected.',
  ),
  MoveBecamePermanent: first(
    'became-permanent',
    'Move became permanent',
    'A move that was temporary is permanent now.',
  ),
  MoveCorrected: first(
    'corrected',
    'Notice corrected',
    'The authority that notified the move puts something right.',
    PARTICULARS,
  ),
  MoveWithdrawn: first(
    'withdrawn',
    'Notice withdrawn',
    'The notice was posted in error: everyone who was told is told so.',
  ),
};
