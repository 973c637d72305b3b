import type { Text } from '../../../card/card.ts';
import { counted } from '../fact.ts';
import type { HelpWords, UnclearWords } from '../command-words.ts';
import { codes } from '../codes.ts';

const NAMES = {
  report: 'dos reportes',
  operation: 'dos operaciones',
  period: 'dos períodos',
  hours: 'dos franjas de horas',
  top: 'dos tamaños de lista',
  order: 'dos órdenes',
  versus: 'dos comparaciones',
  file: 'dos formatos de archivo',
  campaign: 'dos campañas',
} as const;
const FEMININE: ReadonlySet<string> = new Set<keyof typeof NAMES>(['operation', 'hours', 'versus', 'campaign']);

export const unclear: UnclearWords = {
  unknownWord: ({ word, nearest }): Text =>
    nearest.length === 0
      ? [`No conozco "${word}".`]
      : [`No conozco "${word}". ¿Quisiste decir `, ...codes(nearest, ' o '), '?'],
  names: {
    agents: 'Si es el nombre de un agente: no se pide por nombre; la tabla los trae a todos.',
    aux: 'Si es el nombre de un agente: no se pide por nombre; la tabla los trae a todos.',
    hold: 'Si es el nombre de un skill: no se pide por nombre; la tabla los trae a todos.',
    preview: 'Si es el nombre de una campaña: se pide por su número, el de wolkvox.',
    live: null,
  },
  moreUnknown: ({ count }) => `Y ${counted(count, 'palabra más', 'palabras más')} que no conozco.`,
  tryThese: ({ commands }) => ['Prueba: ', ...codes(commands, ' · ')],
  noReport: ({ reports }) => ['Falta decir qué quieres ver: ', ...codes(reports, ', '), '.'],
  two: ({ what, first, second }) => [
    `Hay ${NAMES[what]}: "${first}" y "${second}". Deja ${FEMININE.has(what) ? 'una sola' : 'uno solo'}.`,
  ],
  noSuchDate: ({ word }) => [
    `No entiendo la fecha "${word}". Se escribe `,
    { code: '2026-11-01' },
    ' o ',
    { code: '1 nov' },
    '.',
  ],
  noSuchTime: ({ word }) => [`No entiendo la hora "${word}". Se escribe `, { code: '08:00-12:00' }, '.'],
  backwards: ({ first, second }) => [
    `"${first}" va después de "${second}". Escribe primero el comienzo; una franja que cruza la medianoche se pide en dos partes.`,
  ],
  future: ({ word }) => [`"${word}" todavía no llega. Pide hoy o un período que ya haya empezado.`],
  tooLong: ({ days }) => [`Ese período es muy largo. Se pueden pedir hasta ${days} días a la vez.`],
  hoursNeedOneDay: ({ word }) => [
    `Las horas van con un solo día, y "${word}" tiene varios. Por ejemplo: `,
    { code: 'ayer 08:00-12:00' },
    '.',
  ],
  badTop: ({ word, max }) => [
    `"${word}" no sirve: escribe un número de 1 a ${max}, por ejemplo `,
    { code: 'top 5' },
    '.',
  ],
  badAmount: ({ word }) => [`"${word}" no sirve: el número debe ser 1 o más.`],
  notFor: ({ word, command }) => [`"${word}" no va con `, { code: command }, '.'],
  whichOperation: ({ word, ids }) => [`"${word}" puede ser más de una operación: `, ...codes(ids, ', '), '.'],
  tooManyWords: ({ max }) => [`Son demasiadas palabras. Con menos de ${max} alcanza.`],
  examples: ['agentes ayer', 'auxiliares hoy', 'ayuda'],
  examplesFor: {
    agents: ['agentes ayer', 'agentes ayer por costo top 5', 'agentes semana pasada vs anterior'],
    aux: ['auxiliares hoy', 'auxiliares ayer', 'auxiliares esta semana'],
    hold: ['espera hoy', 'espera ayer vs anterior', 'espera últimos 7 días'],
    preview: ['campaña todas hoy', 'campaña 22109 ayer', 'campaña todas ayer 08:00-12:00'],
    live: ['ahora', 'ahora aquí', 'ayuda'],
  },
};

export const help: HelpWords = {
  title: 'Qué puedes preguntar',
  intro:
    'Primero qué quieres ver; después, en cualquier orden, la operación, el período y las opciones. La respuesta te llega solo a ti.',
  asks: [
    { report: 'agents', words: 'agentes ayer', says: 'llamadas y costo de telefonía por agente' },
    {
      report: 'aux',
      words: 'auxiliares hoy',
      says: 'tiempo auxiliar por agente y estado, y quién sale de lo habitual',
    },
    { report: 'hold', words: 'espera hoy', says: 'espera inteligente: devoluciones prometidas y logradas' },
    { report: 'preview', words: 'campaña todas hoy', says: 'campañas preview: contacto, tipificación y horas' },
    { report: 'live', words: 'ahora', says: 'los últimos diez minutos: atendidas, abandonadas y líneas' },
  ],
  others: [
    { words: 'cuadrar agentes ayer', says: 'la ventana y los totales exactos para comparar con wolkvox Manager' },
    { words: 'estado', says: 'si todo funciona, y cuánta cuota queda hoy' },
    { words: 'resúmenes', says: 'lo que llega solo, a qué hora y a dónde; agregar, editar, pausar' },
    { words: 'alertas', says: 'lo que se vigila y cómo está; agregar, editar, pausar, probar' },
    { words: 'ayuda', says: 'esta ayuda' },
  ],
  periodsTitle: 'Períodos',
  periods: [
    'hoy',
    'ayer',
    'lunes',
    'lunes a viernes',
    'esta semana',
    'semana pasada',
    'este mes',
    'mes pasado',
    'últimos 7 días',
    'últimas 3 horas',
    '2026-11-01',
    '2026-11-01..2026-11-07',
    'ayer 08:00-12:00',
  ],
  optionsTitle: 'Opciones',
  options: [
    { words: 'top 5', says: 'solo los primeros cinco' },
    { words: 'por costo', says: 'ordenado por costo (o por llamadas)' },
    { words: 'vs anterior', says: 'comparado con el período anterior' },
    { words: 'vs habitual', says: 'comparado con lo habitual' },
    { words: 'csv', says: 'el archivo, por mensaje directo (también xlsx)' },
    { words: 'aquí', says: 'publicado en este canal' },
  ],
  operations: ({ ids, current }) => ['Operaciones: ', ...codes(ids, ', '), `. Si no dices cuál, es ${current}.`],
  trust: 'La línea pequeña al pie dice de qué ventana y de cuántas filas sale cada cifra, y qué tan reciente es.',
};
