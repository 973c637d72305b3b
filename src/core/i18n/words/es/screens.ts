import type { AccessWords, CheckWords, HomeWords, StatusWords } from '../screen-words.ts';
import { counted } from '../fact.ts';

export const status: StatusWords = {
  title: 'Estado',
  allWell: 'Todo funciona.',
  something: ({ count }) => `${counted(count, 'parte no responde', 'partes no responden')}.`,
  store: 'Almacén',
  slack: 'Slack',
  wolkvox: 'wolkvox',
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
  nextLabel: 'Próximos envíos',
  nothingNext: 'ninguno programado',
  resting: ({ until }) => `en pausa hasta las ${until} por fallos seguidos`,
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
  allAgents: 'todos los agentes',
  rows: 'Filas',
  notCounted: 'No contadas',
  totals: 'Totales',
  differs:
    'Si no coincide: mira que la zona horaria sea la misma, que la fila TOTAL no se sume y que el período ya haya terminado.',
  stillRunning:
    'El período sigue en curso: wolkvox actualiza los reportes del día cada diez minutos o más, así que las cifras pueden moverse.',
  oneMonth: 'Manager pide rangos dentro de un mismo mes: haz una consulta por mes y suma.',
  notDated: 'Este reporte no lleva fechas: son siempre los últimos diez minutos.',
};

export const home: HomeWords = {
  title: ({ operation }) => `Hoy en ${operation}`,
  today: 'Hoy',
  noToday: 'Aún no se ha leído nada hoy.',
  quota: 'Cuota de wolkvox',
  whatCanIAsk: 'Qué puedes preguntar',
  digests: 'Mis resúmenes',
  noDigests: 'No hay resúmenes programados.',
  alerts: 'Mis alertas',
  noAlerts: 'No hay alertas.',
  next: 'Próximos envíos',
  language: 'Idioma',
  languages: { es: 'Español', en: 'English', pt: 'Português' },
  languageSaved: 'Listo: te respondo en español.',
  operation: 'Operación',
  updated: ({ time }) => `actualizado a las ${time}`,
  firstTime: ({ command }) => [
    'Escribe ',
    { code: `${command} ayuda` },
    ' en cualquier canal o pulsa uno de los ejemplos.',
  ],
};

const ROLES = { viewer: 'lector', supervisor: 'supervisor', admin: 'administrador' } as const;

export const access: AccessWords = {
  roles: ROLES,
  needs: ({ role }) => ({
    what: `Esto es para quien tiene el rol de ${ROLES[role]}.`,
    next: 'Si te corresponde, pide a quien administra el bot que te agregue en los roles.',
  }),
  noRole: {
    what: 'Todavía no tienes un rol en este bot.',
    next: 'Pide a quien lo administra que te agregue en los roles.',
  },
  onlyScheduled: {
    what: 'Un envío programado no puede hacer esto.',
    next: 'Hazlo desde Slack con tu usuario.',
  },
  agent: ({ rank }) => `agente ${rank}`,
  hidden: 'oculto',
  revealed: ({ what }) => `${what}. Solo lo ves tú, y queda registrado que lo pediste.`,
  costsHidden: 'Los costos de cada agente los ven los supervisores.',
};
