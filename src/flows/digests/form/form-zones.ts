import type { Choosable } from '../../../core/card/inputs.ts';
import { zoneCity } from '../../../core/i18n/zone-city.ts';

/** Where wolkvox is used, and where its customers' headquarters are; any other zone is one of the file. */
const ZONES = [
  'America/Bogota',
  'America/Mexico_City',
  'America/Monterrey',
  'America/Tijuana',
  'America/Hermosillo',
  'America/Cancun',
  'America/Guatemala',
  'America/El_Salvador',
  'America/Tegucigalpa',
  'America/Managua',
  'America/Costa_Rica',
  'America/Panama',
  'America/Havana',
  'America/Santo_Domingo',
  'America/Puerto_Rico',
  'America/Caracas',
  'America/Guayaquil',
  'America/Lima',
  'America/La_Paz',
  'America/Asuncion',
  'America/Montevideo',
  'America/Argentina/Buenos_Aires',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/Manaus',
  'America/Fortaleza',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Atlantic/Canary',
  'Europe/Lisbon',
  'Europe/Madrid',
  'Europe/London',
  'UTC',
] as const;

/** The zones to choose from by their city; `chosen` is among them whatever it is. */
export function zoneChoices(chosen: string | null): readonly Choosable[] {
  const all = new Set<string>([...ZONES, ...(chosen === null ? [] : [chosen])]);
  return [...all].map((zone) => ({ value: zone, label: zoneCity(zone) })).sort((a, b) => (a.label < b.label ? -1 : 1));
}
