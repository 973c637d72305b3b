import type { AccessWords, CheckWords, HomeWords, StatusWords } from '../screen-words.ts';
import { counted } from '../fact.ts';

export const status: StatusWords = {
  allWell: 'Todo funciona.',
  something: ({ count }) => `${counted(count, 'parte no responde', 'partes no responden')}.`,
  store: 'Almacén',
  slack: 'Slack',
  jobs: 'Trabajos',
  well: 'bien',
  notAnswering: ({ why }) => `no responde: ${why}`,
  quotaLabel: 'Cuota de hoy',
  quota: ({ used, limit, resets, format }) =>
    limit === null
      ? `${counted(used, 'consulta usada', 'consultas usadas', format)}; no se conoce el límite`
      : `${format.number(used)} de ${format.number(limit)} usadas (${format.percent(used / limit, 0)}); vuelve a cero a las ${resets}`,
  lastReadLabel: 'Últimos datos',
  lastRead: ({ report, time }) => `${report}: ${time}`,
  neverRead: 'aún no se ha leído nada',
  waitingLabel: 'En fila',
  waiting: ({ count }) => (count === 0 ? 'nada' : counted(count, 'consulta', 'consultas')),
  versionLabel: 'Versión',
  upLabel: 'En marcha desde hace',
};

export const check: CheckWords = {
  title: ({ report }) => `Cuadrar ${report} con wolkvox Manager`,
  how: ({ code }) => [
    'En Manager, abre Reportes, elige ',
    { bold: code },
    ' y pon exactamente esta ventana y estas opciones.',
  ],
  from: 'Desde',
  to: 'Hasta',
  inclusive: 'en Manager el último segundo entra en la ventana',
  campaign: 'Campaña',
  allCampaigns: 'todas',
  rows: 'Filas',
  notCounted: 'No contadas',
  differs:
    'Si no coincide: mira que la zona horaria sea la misma, que la fila TOTAL no se sume y que el período ya haya terminado.',
  stillRunning:
    'El período sigue en curso: wolkvox actualiza los reportes del día cada diez minutos o más, así que las cifras pueden moverse.',
  oneMonth: 'Manager pide rangos dentro de un mismo mes: haz una consulta por mes y suma.',
  notDated: 'Este reporte no lleva fechas: son siempre los últimos diez minutos.',
};

export const home: HomeWords = {
  title: ({ operation }) => `Hoy en ${operation}`,
  noToday: 'Aún no se ha leído nada hoy.',
  quota: 'Cuota de wolkvox',
  whatCanIAsk: 'Qué puedes preguntar',
  language: 'Idioma',
  languages: { es: 'Español', en: 'English', pt: 'Português' },
  updated: ({ time }) => `actualizado a las ${time}`,
  firstTime: ({ command }) => [
    'Escribe ',
    { code: `${command} ayuda` },
    ' en cualquier canal o pulsa uno de los ejemplos.',
  ],
};

const ROLES = { viewer: 'lector', supervisor: 'supervisor', admin: 'administrador' } as const;

export const access: AccessWords = {
  needs: ({ role }) => ({
    what: `Esto es para quien tiene el rol de ${ROLES[role]}.`,
    next: 'Si te corresponde, pide a quien administra el bot que te agregue en los roles.',
  }),
  noRole: {
    what: 'Todavía no tienes un rol en este bot.',
    next: 'Pide a quien lo administra que te agregue en los roles.',
  },
};
