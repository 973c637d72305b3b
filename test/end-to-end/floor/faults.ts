import type { FaultKind } from '../../../src/simulators/wolkvox/index.ts';

/** What can be wrong with wolkvox: the code of it, whether trying again is offered, and what a person reads in each language. */
export const FAULTS: readonly {
  readonly fault: FaultKind | 'firewall';
  readonly code: string;
  readonly retry: boolean;
  readonly es: RegExp;
  readonly en: RegExp;
  readonly pt: RegExp;
}[] = [
  {
    fault: 'token missing',
    code: 'wolkvox.token',
    retry: false,
    es: /el token de Operación Bogotá no es válido.*WOLKVOX_TOKEN/s,
    en: /token.*WOLKVOX_TOKEN/s,
    pt: /token.*WOLKVOX_TOKEN/s,
  },
  {
    fault: 'token wrong',
    code: 'wolkvox.token',
    retry: false,
    es: /no es válido/,
    en: /not valid/,
    pt: /não é válido/,
  },
  {
    fault: 'quota',
    code: 'wolkvox.quota',
    retry: true,
    es: /cuota.*00:00 \(Bogotá\)/s,
    en: /quota.*00:00/s,
    pt: /cota.*00:00/s,
  },
  { fault: 'simultaneous', code: 'wolkvox.busy', retry: true, es: /otras consultas/, en: /other/, pt: /outras/ },
  {
    fault: 'maintenance',
    code: 'wolkvox.maintenance',
    retry: true,
    es: /mantenimiento.*a las \d\d:\d\d.*no es cero/s,
    en: /maintenance.*at \d\d:\d\d/s,
    pt: /manutenção.*às \d\d:\d\d/s,
  },
  { fault: 'server error', code: 'wolkvox.failing', retry: true, es: /está fallando \(500\)/, en: /500/, pt: /500/ },
  { fault: 'bad gateway', code: 'wolkvox.failing', retry: true, es: /está fallando \(502\)/, en: /502/, pt: /502/ },
  { fault: 'gateway timeout', code: 'wolkvox.failing', retry: true, es: /está fallando \(504\)/, en: /504/, pt: /504/ },
  {
    fault: 'not json',
    code: 'wolkvox.bad-answer',
    retry: true,
    es: /no se puede leer/,
    en: /could not|cannot/,
    pt: /não/,
  },
  {
    fault: 'truncated body',
    code: 'wolkvox.bad-answer',
    retry: true,
    es: /no se puede leer/,
    en: /could not|cannot/,
    pt: /não/,
  },
  {
    fault: 'reset in body',
    code: 'wolkvox.bad-answer',
    retry: true,
    es: /no se puede leer/,
    en: /could not|cannot/,
    pt: /não/,
  },
  {
    fault: 'reset',
    code: 'wolkvox.unreachable',
    retry: true,
    es: /No pude conectar.*IP/s,
    en: /could not connect.*IP/is,
    pt: /conectar.*IP/s,
  },
  {
    fault: 'firewall',
    code: 'wolkvox.unreachable',
    retry: true,
    es: /No pude conectar.*IP/s,
    en: /could not connect.*IP/is,
    pt: /conectar.*IP/s,
  },
];
