import { type OpeningHours, readOpeningHours } from '../period/opening-hours.ts';

/** When customers may be called. */
export type ContactPolicy = { readonly hours: readonly OpeningHours[]; readonly onHolidays: boolean };

export const CONTACT_PRESETS = ['ley-2300'] as const;
export type ContactPreset = (typeof CONTACT_PRESETS)[number];

/**
 * Colombia's Ley 2300 of 2023, article 3: Monday to Friday 7:00 to 19:00, Saturday 8:00 to 15:00, never on Sundays and public holidays.
 * How often one customer may be called is not looked at. An aid, not legal advice.
 */
const PRESETS: Readonly<Record<ContactPreset, ContactPolicy>> = {
  'ley-2300': {
    hours: readOpeningHours('mon-fri 07:00-19:00, sat 08:00-15:00') ?? [],
    onHolidays: false,
  },
};

/** What a preset allows. */
export function contactPolicy(preset: ContactPreset): ContactPolicy {
  return PRESETS[preset];
}
