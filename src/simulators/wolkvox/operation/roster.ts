export type Role = 'inbound' | 'mixed' | 'preview';

export interface Agent {
  readonly index: number;
  readonly id: string;
  readonly dni: string;
  readonly name: string;
  readonly role: Role;
  readonly skillId: string;
  readonly campaignId: string;
}

export interface Skill {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly weight: number;
  readonly smartHold: boolean;
}

export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly skillId: string;
}

export const skills: readonly [Skill, ...Skill[]] = [
  { id: '6110', name: 'Soporte', description: 'Soporte técnico a hogares', weight: 1.5, smartHold: true },
  { id: '6112', name: 'Ventas', description: 'Ventas y planes', weight: 1, smartHold: true },
  { id: '6114', name: 'Retención', description: 'Cancelaciones y retención', weight: 0.7, smartHold: true },
  { id: '6116', name: 'Cobranza', description: 'Acuerdos de pago', weight: 1.1, smartHold: true },
  { id: '6118', name: 'Facturación', description: 'Dudas de la factura', weight: 1.2, smartHold: true },
  { id: '6120', name: 'VIP', description: 'Clientes empresariales', weight: 0.4, smartHold: false },
];

export const campaigns: readonly [Campaign, ...Campaign[]] = [
  { id: '22109', name: 'COBRANZA TEMPRANA', description: 'Mora de 1 a 30 días', skillId: '6116' },
  { id: '22114', name: 'RENOVACIÓN HOGARES', description: 'Contratos por vencer', skillId: '6114' },
  { id: '22121', name: 'VENTA CRUZADA', description: 'Segunda línea', skillId: '6112' },
];

export const routingPoint = { id: '61182', name: 'Routing_point_61182' };
export const testAgent = { id: '12999', name: 'PRUEBA TI' };

const surnames =
  'RESTREPO NOREÑA MUÑOZ CASTAÑEDA GÓMEZ PÉREZ ZULUAGA ÁLVAREZ CÁRDENAS OSPINA LONDOÑO VÉLEZ HERNÁNDEZ QUIÑONES BOTERO SUÁREZ MARTÍNEZ IBÁÑEZ ROLDÁN ACEVEDO PATIÑO JARAMILLO MEJÍA TORRES VALENCIA RÍOS GIRALDO ÁVILA SEPÚLVEDA MONTOYA BEDOYA CAÑÓN DUQUE ECHEVERRI FRANCO GALLEGO HENAO LÓPEZ MARÍN NARVÁEZ'.split(
    ' ',
  );
const givenNames =
  'ANA_LUCÍA LAURA JUAN_CAMILO MARÍA_JOSÉ ANDRÉS PAULA SEBASTIÁN DIANA_MARCELA ÓSCAR NATALIA FELIPE ÁNGELA JULIÁN MÓNICA SANTIAGO CLAUDIA IVÁN_DARÍO YULIANA DAVID CATALINA NICOLÁS ADRIANA MATEO LUZ_DARY CARLOS VALENTINA JORGE_IVÁN SARA LEONARDO XIMENA BEATRIZ ESTEBAN GLORIA_INÉS WILSON TATIANA HÉCTOR PIEDAD RAMÓN SOFÍA BEGOÑA'.split(
    ' ',
  );

function nameOf(index: number): string {
  const first = surnames[index] ?? 'SIN';
  const second = surnames[(index * 7 + 11) % surnames.length] ?? 'SIN';
  const given = (givenNames[index] ?? 'NOMBRE').replace('_', ' ');
  if (index % 9 === 4) return `COM-${given} ${first}`;
  return `${first} ${second}${index % 3 === 0 ? '  ' : ' '}${given}`;
}

function dniOf(index: number): string {
  if (index % 8 === 5) return '';
  return String(index % 3 === 0 ? 43_000_111 + index * 73_013 : 1_017_000_222 + index * 91_907);
}

function roleOf(index: number): Role {
  if (index % 5 === 2) return 'preview';
  return index % 5 === 4 ? 'mixed' : 'inbound';
}

export const agents: readonly Agent[] = surnames.map((_, index) => ({
  index,
  id: String(12_301 + index * 13),
  dni: dniOf(index),
  name: nameOf(index),
  role: roleOf(index),
  skillId: (skills[index % skills.length] ?? skills[0]).id,
  campaignId: (campaigns[Math.floor(index / 5) % campaigns.length] ?? campaigns[0]).id,
}));

export interface Customer {
  readonly id: string;
  readonly telephone: string;
  readonly name: string;
  readonly lastName: string;
}

function titled(text: string): string {
  return text
    .toLowerCase()
    .split(/[_ ]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

export function customerOf(number: number): Customer {
  const given = titled(givenNames[(number * 17) % givenNames.length] ?? '');
  const family = titled(surnames[(number * 29 + 3) % surnames.length] ?? '');
  const whole = number % 4 === 0;
  return {
    id: String(number % 3 === 0 ? 52_000_000 + number * 37 : 1_020_000_000 + number * 411),
    telephone: `300555${String(number % 10_000).padStart(4, '0')}`,
    name: whole ? `${given} ${family}`.toUpperCase() : given,
    lastName: whole ? '' : family,
  };
}
