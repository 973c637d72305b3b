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
    { id: 'agents', aliases: ['agents', 'agentes'], takes: ['period', 'top', 'by', 'versus'] },
    { id: 'aux', aliases: ['aux', 'auxiliares', 'pausas'], takes: ['period', 'top', 'versus'] },
    { id: 'hold', aliases: ['hold', 'espera'], takes: ['period', 'versus'] },
    { id: 'preview', aliases: ['preview', 'campaña', 'campana', 'campanha'], takes: ['period', 'top', 'versus'] },
    { id: 'live', aliases: ['live', 'ahora', 'vivo', 'agora'], takes: [] },
  ],
  locale: 'es',
};
