/** Cities of zones whose IANA name lacks what their people write: accents, or a name of their own. */
const WRITTEN: Readonly<Record<string, string>> = {
  'America/Bogota': 'Bogotá',
  'America/Mexico_City': 'Ciudad de México',
  'America/Cancun': 'Cancún',
  'America/Merida': 'Mérida',
  'America/Ciudad_Juarez': 'Ciudad Juárez',
  'America/Mazatlan': 'Mazatlán',
  'America/Bahia_Banderas': 'Bahía de Banderas',
  'America/Panama': 'Panamá',
  'America/Asuncion': 'Asunción',
  'America/Sao_Paulo': 'São Paulo',
  'America/Belem': 'Belém',
  'America/Maceio': 'Maceió',
  'America/Cuiaba': 'Cuiabá',
  'America/Santarem': 'Santarém',
  'America/Araguaina': 'Araguaína',
  'America/Argentina/Cordoba': 'Córdoba',
  'America/Havana': 'La Habana',
  'Atlantic/Canary': 'Canarias',
  'Europe/Lisbon': 'Lisboa',
  'America/Argentina/Tucuman': 'Tucumán',
};

/** A zone as people name it: `Bogotá`, `Santiago`; the last part of its IANA name where nothing better is known. */
export function zoneCity(zone: string): string {
  return WRITTEN[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
