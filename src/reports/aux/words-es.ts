import type { Said } from './words.ts';

const SPELLED = ['Ningún', 'Un', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis'];
const agents = (many: number, text: string): string => (many === 1 ? `${text} agente` : `${text} agentes`);

export const es: Said = {
  subject: 'tiempo auxiliar',
  noState: 'Sin estado',
  one: (name, state, time, team) =>
    `${name} fuera de lo habitual en ${state}, conviene mirar: ${time}; el equipo ${team.median} (${team.low}–${team.high})`,
  oneAllowed: (name, state, time, allowed) =>
    `${name} por encima de lo permitido en ${state}: ${time}; lo permitido son ${allowed}`,
  several: (many, text, why, states) => {
    const where = {
      usual: 'fuera de lo habitual',
      allowed: 'por encima de lo permitido',
      both: 'fuera de lo habitual o de lo permitido',
    }[why];
    return `${agents(many, SPELLED[many] ?? text)} ${where} en ${states}${why === 'allowed' ? '' : ', conviene mirar'}; el equipo va normal`;
  },
  group: (states) => `El grupo entero está alto en ${states}; no es cosa de uno o dos`,
  nobody: (period) => `Nadie fuera de lo habitual en auxiliares ${period}`,
  tooSmall: (many, text, period) => `Grupo muy pequeño para juzgar auxiliares ${period}: ${agents(many, text)}`,
  total: (period, time, many, text, change) =>
    `Auxiliares ${period}: ${time} entre ${agents(many, text)}${change === null ? '' : `, ${change}`}.`,
  line: (name, state, time, team) =>
    `${name}: ${time} de ${state}; el equipo ${team.median} (${team.low}–${team.high}).`,
  lineAllowed: (name, state, time, allowed) => `${name}: ${time} de ${state}; lo permitido son ${allowed}.`,
  lineState: (state, many, text, team) =>
    `${state}: ${agents(many, text)} fuera de lo habitual; el equipo ${team.median} (${team.low}–${team.high}).`,
  lineStateAllowed: (state, many, text, allowed) =>
    `${state}: ${agents(many, text)} por encima de lo permitido (${allowed}).`,
  andMore: (many, text) =>
    many === 1
      ? 'Y un caso más: el archivo (CSV o Excel) lo señala.'
      : `Y ${text} casos más: el archivo (CSV o Excel) los señala.`,
  groupOf: (state, over, users, by) =>
    by === 'allowance'
      ? `${state}: ${over} de ${users} agentes por encima de lo permitido. Conviene mirar qué pasó en la operación, o lo permitido.`
      : `${state}: ${over} de ${users} agentes muy por encima de los demás. Conviene mirar qué pasó en la operación.`,
  allWithin: (state, allowed) => `${state}: nadie por encima de lo permitido (${allowed}).`,
  ordered: (many, states) => `${states} no se ${many === 1 ? 'juzga' : 'juzgan'}: es tiempo que ordena la operación.`,
  few: (state, many, text) => `${state}: muy pocos para juzgar (${agents(many, text)}).`,
  alike: (state) => `${state}: casi todos con el mismo tiempo, no se juzga.`,
  highest: (list) => `Los más altos ahí: ${list}.`,
  chart: 'Tiempo auxiliar por estado',
  minutes: 'minutos',
  perAgent: 'Por agente',
  agentsCaption: (shown, asked, of) => {
    if (shown > asked) return `Primeros ${asked}; son ${shown} por empate, de ${of} agentes`;
    return shown < of ? `Primeros ${shown} de ${of} agentes` : agents(of, String(of));
  },
  statesCaption: (states) => (states === 1 ? 'Un estado' : `${states} estados`),
  columns: {
    id: 'Extensión',
    agent: 'Agente',
    total: 'Total',
    others: 'Otros',
    state: 'Estado',
    time: 'Tiempo',
    users: 'Agentes',
    median: 'Mediana',
    middle: 'Mitad central',
    verdict: 'Lectura',
  },
  verdicts: {
    ordered: 'no se juzga: lo ordena la operación',
    within: 'dentro de lo permitido',
    over: 'por encima de lo permitido',
    usual: 'dentro de lo habitual',
    out: 'fuera de lo habitual, conviene mirar',
    group: 'el grupo entero está alto',
    'too-small': 'muy pocos para juzgar',
  },
  runningNote: 'los episodios en curso no cuentan aún',
  namesNote: 'los nombres los ven los supervisores',
  daysNote: (days) => `lo permitido es por día: aquí cuenta ${days} veces`,
};
