import type { PersonSeed } from '../../../src/simulators/slack/index.ts';

/** Supervisors in each language (the user group holds Laura and Carlos), and Sara and Emma, who may only look. */
export const PEOPLE: readonly PersonSeed[] = [
  { id: 'U01LAURA', handle: 'laura', name: 'Laura Gómez', locale: 'es-LA' },
  { id: 'U02CARLOS', handle: 'carlos', name: 'Carlos Peña', locale: 'es-ES' },
  { id: 'U03SARA', handle: 'sara', name: 'Sara Mejía', locale: 'es-LA' },
  { id: 'U04EMMA', handle: 'emma', name: 'Emma Clark', locale: 'en-US' },
  { id: 'U05JOAO', handle: 'joao', name: 'João Prado', locale: 'pt-BR' },
  { id: 'U06GRACE', handle: 'grace', name: 'Grace Lane', locale: 'en-GB' },
];
