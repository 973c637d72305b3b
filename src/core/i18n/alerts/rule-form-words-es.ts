import type { RuleFormWords } from './rule-form-words.ts';
import { counted } from '../words/fact.ts';

const span = (minutes: number): string =>
  minutes % 60 === 0 ? counted(minutes / 60, 'hora', 'horas') : `${minutes} min`;
const times = (count: number): string => counted(count, 'vez', 'veces');

export const ruleFormEs: RuleFormWords = {
  add: 'Nueva alerta',
  edit: 'Cambiar la alerta',
  save: 'Guardar',
  close: 'Cerrar',
  opening: 'Abriendo…',
  choose: 'Elegir',
  name: 'Nombre',
  operation: 'Operación',
  metric: 'Qué se mira',
  quota: 'wolkvox',
  quotaUsed: 'Cuota del día usada',
  scope: 'De quién',
  all: 'De toda la operación',
  one: { agent: 'De un agente', skill: 'De un skill', campaign: 'De una campaña', state: 'De un estado' },
  each: {
    agent: 'De cada agente por separado',
    skill: 'De cada skill por separado',
    campaign: 'De cada campaña por separado',
    state: 'De cada estado por separado',
  },
  which: { agent: 'Agente', skill: 'Skill', campaign: 'Campaña', state: 'Estado' },
  idHint: 'Su id, como lo escribe wolkvox.',
  condition: 'Cuándo avisar',
  conditions: {
    above: 'Por encima de un límite',
    below: 'Por debajo de un mínimo',
    'above-usual': 'Por encima de lo habitual a esa hora',
    'below-usual': 'Por debajo de lo habitual a esa hora',
    aux: 'Fuera de lo habitual 3 de los últimos 5 días',
  },
  limit: {
    above: 'Límite',
    below: 'Mínimo',
    'above-usual': 'Cuánto por encima',
    'below-usual': 'Cuánto por debajo',
    aux: '',
  },
  limitHint: {
    rate: 'Un porcentaje, como 12 %. Enter para probarlo.',
    count: 'Un número, como 20. Enter para probarlo.',
    duration: 'Un tiempo, como 45 min o 1 h 30. Enter para probarlo.',
    money: 'Un valor, como 250.000. Enter para probarlo.',
  },
  usualHint: 'Un porcentaje, como 30 %. Enter para probarlo.',
  recover: 'Vuelve a estar bien en',
  recoverHint: (value) => `Vacío: ${value}. Entre los dos, la alerta sigue como está.`,
  window: 'Qué período',
  runningDay: 'El día, desde las 00:00',
  last: (minutes) =>
    minutes % 60 > 0
      ? `Los últimos ${minutes} min`
      : minutes === 60
        ? 'La última hora'
        : `Las últimas ${minutes / 60} horas`,
  lasting: 'Si dura',
  atOnce: 'Avisar en cuanto pase',
  span,
  keep: 'Se da por resuelta si sigue bien',
  atOnceGood: 'Enseguida',
  floor: 'Mínimo para juzgar',
  floorHint: 'Con menos casos que estos un porcentaje no dice nada.',
  repeat: 'Repetir mientras siga',
  never: 'No repetir',
  every: (minutes) => `Cada ${span(minutes)}`,
  severity: 'Gravedad',
  severities: { info: 'Informativa', warning: 'Atención', critical: 'Crítica' },
  active: 'A qué horas',
  always: 'A toda hora',
  ofOperation: (hours) => `En el horario de la operación (${hours})`,
  beforeClosing: (minutes) => `Antes del cierre: los últimos ${minutes} min`,
  contactHours: 'Fuera del horario de contacto de la Ley 2300 (ayuda, no asesoría legal)',
  ownHours: 'En otro horario',
  hours: 'Horario',
  hoursHint: 'Como lun-vie 07:00-19:00, sáb 08:00-14:00.',
  channel: 'Canal',
  channelHint: 'Vacío: te llega a ti, por mensaje directo.',
  owner: 'Responde por ella',
  more: 'Más opciones',
  less: 'Menos opciones',
  use: (value) => `Usar ${value}`,
  inFile: 'Está en vigia.yml: aquí se ve, y se cambia allá.',
  backtest: {
    would: ({ limit, times: count, days }) =>
      `Con ${limit} ${count === 0 ? 'no habría avisado' : `habría avisado ${times(count)}`} en ${counted(days, 'día', 'días')}.`,
    wouldAux: ({ times: count, days }) =>
      `${count === 0 ? 'No habría avisado' : `Habría avisado ${times(count)}`} en ${counted(days, 'día', 'días')}.`,
    others: (tried) => tried.map(({ limit, times: count }) => `con ${limit}: ${count}`).join(' · '),
    isSuggested: (limit) => `${limit} es lo sugerido: avisa a lo más un día de cada dos.`,
    suggested: (limit) => `Sugerido: ${limit}, que avisa a lo más un día de cada dos.`,
    fromHours: 'Contado con las cifras de cada hora.',
    fromDays: 'Contado con el total de cada día.',
    few: ({ judged, checks }) => `Se pudo juzgar en ${judged} de ${checks} lecturas; en las otras había muy pocas.`,
    short: ({ days, from }) =>
      `${days === 0 ? 'Aún no hay historia' : `Hay ${counted(days, 'día', 'días')} de historia`} para probarla. Desde el ${from} se verá aquí cuántas veces habría avisado.`,
    notKept: 'De esto no se guarda historia con qué probarla.',
    fixFirst: 'Con un límite se ve aquí cuántas veces habría avisado.',
  },
  mistakes: {
    limit: {
      rate: 'Escribe un porcentaje de 0 a 100, como 12 %.',
      count: 'Escribe un número, como 20.',
      duration: 'Escribe un tiempo, como 45 min o 1 h 30.',
      money: 'Escribe un valor, como 250.000.',
    },
    share: 'Escribe un porcentaje mayor que 0, como 30 %.',
    recoverAbove: (limit) => `No puede ser mayor que el límite, ${limit}.`,
    recoverBelow: (limit) => `No puede ser menor que el mínimo, ${limit}.`,
    scope: 'Elige cuál.',
    hours: 'No lo entiendo. Escríbelo como lun-vie 07:00-19:00, sáb 08:00-14:00.',
    noHours: 'La operación no tiene horario en la configuración: elige otro.',
    floor: 'Escribe un número entero, como 20.',
    noUsual: 'Lo habitual se conoce de toda la operación, en los últimos minutos o en el día: elige un límite.',
    channel: 'Elige un canal.',
  },
};
