import type { CommandContext } from '../../../src/core/command/read-command.ts';

/** Thursday 19 November 2026, 10:20 in Bogotá. */
export const NOW = Date.parse('2026-11-19T15:20:00Z');

export const CONTEXT: CommandContext = {
  now: NOW,
  operations: [
    { id: 'bogota', name: 'Operación Bogotá', zone: 'America/Bogota' },
    { id: 'cali', name: 'Centro de Ventas Cali', zone: 'America/Bogota' },
    { id: 'madrid', name: 'Madrid', zone: 'Europe/Madrid' },
    { id: 'hoy', name: 'Hoy Seguros', zone: 'America/Bogota' },
    { id: '22109', name: 'Número', zone: 'America/Santiago' },
  ],
  defaultOperation: 'bogota',
  reports: [
    { id: 'agents', aliases: ['agents', 'agentes'] },
    { id: 'aux', aliases: ['aux', 'auxiliares', 'pausas'] },
    { id: 'hold', aliases: ['hold', 'espera'] },
    { id: 'preview', aliases: ['preview', 'campaña', 'campana', 'campanha'] },
    { id: 'live', aliases: ['live', 'ahora', 'vivo', 'agora'] },
  ],
  locale: 'es',
};
