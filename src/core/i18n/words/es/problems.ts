import { aside, channelName, fact } from '../fact.ts';
import type { ProblemArgs, ProblemWords } from '../wording.ts';

const later = ({ retryAt, now, format }: ProblemArgs): string => {
  if (retryAt === null) return 'Vuelve a intentar en unos minutos.';
  return retryAt - now < 60_000
    ? 'Vuelve a intentar en un minuto.'
    : `Vuelve a intentar a las ${format.time(retryAt)} (${format.city}).`;
};
const admin = 'Quien administra el bot';

/** Spoken to a person on the floor: "tú", what happened, then the next step; `admin` is whoever runs the bot. */
export const problems: ProblemWords = {
  'wolkvox.token': ({ operation }) => ({
    what: `No pude leer wolkvox: el token de ${operation} no es válido.`,
    next: [
      `${admin} debe crear uno en Manager → Integraciones → Tokens y ponerlo en `,
      { code: 'WOLKVOX_TOKEN' },
      ' (o en el archivo de configuración). Nada más está afectado.',
    ],
  }),
  'wolkvox.quota': (args) => {
    const limit = fact(args, 'limit');
    return {
      what:
        limit === null
          ? `Ya se usaron todas las consultas de hoy de la cuota de ${args.operation}.`
          : `Hoy ya se usaron las ${limit} consultas de la cuota de ${args.operation}.`,
      next: `Vuelve a haber a las ${args.retryAt === null ? '00:00' : args.format.time(args.retryAt)} (${args.format.city}).`,
    };
  },
  'wolkvox.busy': (args) => ({
    what: `wolkvox está atendiendo otras consultas con el token de ${args.operation}.`,
    next: `${later(args)} Si se repite, mira si otro programa usa el mismo token: dale uno propio.`,
  }),
  'wolkvox.maintenance': (args) => ({
    what: `wolkvox respondió mantenimiento${aside(args.operation)}.`,
    next: `${later(args)} Lo que falta no es cero.`,
  }),
  'wolkvox.unreachable': ({ operation }) => ({
    what: `No pude conectar con el servidor de wolkvox de ${operation}.`,
    next: `Si es la primera vez, ${admin.toLowerCase()} debe pedir a wolkvox que permita la IP de este servidor. Si antes funcionaba, vuelve a intentar en unos minutos.`,
  }),
  'wolkvox.server-not-found': (args) => ({
    what: `El servidor de wolkvox de ${args.operation}${aside(fact(args, 'server'))} no existe.`,
    next: [
      `${admin} debe revisar `,
      { code: 'WOLKVOX_SERVER' },
      ': es el número que se ve en la dirección de Manager.',
    ],
  }),
  'wolkvox.timeout': ({ operation }) => ({
    what: `wolkvox tardó demasiado en responder por ${operation}.`,
    next: 'Pide un período más corto o vuelve a intentar en unos minutos.',
  }),
  'wolkvox.bad-answer': (args) => ({
    what: `wolkvox respondió algo que no se puede leer${aside(fact(args, 'status'))}.`,
    next: `${later(args)} Si se repite, avisa a ${admin.toLowerCase()}.`,
  }),
  'wolkvox.refused': (args) => ({
    what: `wolkvox no aceptó la consulta${aside(fact(args, 'message') ?? fact(args, 'status'))}.`,
    next: 'Puede que este reporte no esté habilitado en tu servidor de wolkvox. Prueba con otro período o pregunta a tu contacto de wolkvox.',
  }),
  'wolkvox.failing': (args) => ({
    what: `wolkvox está fallando${aside(fact(args, 'status'))}.`,
    next: later(args),
  }),
  'wolkvox.resting': (args) => ({
    what: `wolkvox falló varias veces seguidas en ${args.operation}; dejé de preguntar un rato para no cargarlo.`,
    next: later(args),
  }),
  'wolkvox.too-many-rows': (args) => ({
    what: `Ese período tiene más filas de las que wolkvox entrega${aside(fact(args, 'limit'))}.`,
    next: 'Pide un período más corto, por ejemplo un solo día o unas horas.',
  }),
  'wolkvox.too-large': (args) => ({
    what: `La respuesta de wolkvox es más grande de lo que se puede leer${aside(fact(args, 'limit'))}.`,
    next: 'Pide un período más corto, por ejemplo un solo día.',
  }),
  'wolkvox.in-progress': (args) => ({
    what: 'La consulta sigue en curso: está en fila o wolkvox aún responde.',
    next: `${args.retryAt === null ? 'Vuelve a pedirla en un minuto.' : later(args)} No se pierde ni se cuenta dos veces.`,
  }),
  'store.unavailable': () => ({
    what: 'El bot no puede leer lo que guarda.',
    next: ['Vuelve a intentar en unos minutos. ', `${admin} puede ver la causa con `, { code: 'vigia doctor' }, '.'],
  }),
  'store.locked': () => ({
    what: 'Otro proceso usa ya la carpeta de datos del bot.',
    next: ['Detén el otro, o usa ', { code: 'REDIS_URL' }, ' para correr varios.'],
  }),
  'store.evicts': (args) => ({
    what: `Redis puede borrar lo que el bot guarda cuando se llene su memoria${aside(fact(args, 'policy'))}.`,
    next: ['Pon ', { code: 'maxmemory-policy noeviction' }, ' en su configuración, o usa otro Redis.'],
  }),
  'slack.token': () => ({
    what: 'Slack no aceptó el token del bot.',
    next: [`${admin} debe revisar `, { code: 'SLACK_BOT_TOKEN' }, ' y reinstalar la aplicación si hace falta.'],
  }),
  'slack.scope': (args) => ({
    what: `A la aplicación le falta un permiso de Slack${aside(fact(args, 'needed') ?? fact(args, 'scope'))}.`,
    next: `${admin} debe agregarlo en la configuración de la aplicación y reinstalarla.`,
  }),
  'slack.not-invited': (args) => ({
    what: `No estoy en ${channelName(args) ?? 'ese canal'}.`,
    next: ['Invítame con ', { code: '/invite @Vigía' }, ' y vuelve a intentar.'],
  }),
  'slack.no-such-channel': (args) => ({
    what: `No encuentro ${channelName(args) ?? 'ese canal'}.`,
    next: ['Si es privado, invítame con ', { code: '/invite @Vigía' }, '; si lo borraron, elige otro.'],
  }),
  'slack.archived': (args) => ({
    what: `${channelName(args) ?? 'Ese canal'} está archivado.`,
    next: 'Reactívalo en Slack o elige otro canal.',
  }),
  'slack.busy': (args) => ({ what: 'Slack pidió ir más despacio.', next: later(args) }),
  'slack.refused': () => ({
    what: 'Slack no aceptó el mensaje.',
    next: `Vuelve a intentar; si se repite, avisa a ${admin.toLowerCase()}: la causa está en el registro.`,
  }),
  'slack.unclear': () => ({
    what: 'Slack no confirmó si el mensaje llegó.',
    next: 'Mira el canal antes de enviarlo otra vez.',
  }),
  'slack.unavailable': (args) => ({ what: 'Slack no está respondiendo.', next: later(args) }),
  'slack.expired': () => ({
    what: 'Pasó demasiado tiempo desde que lo pediste y Slack ya no deja responder ahí.',
    next: 'Vuelve a pedirlo.',
  }),
  'request.not-understood': () => ({
    what: 'No entendí qué se pide.',
    next: ['Escribe el comando con ', { code: 'ayuda' }, ' para ver qué se puede preguntar.'],
  }),
  'access.denied': () => ({
    what: 'Esto no está permitido con tu rol.',
    next: `Si lo necesitas, pídelo a ${admin.toLowerCase()}.`,
  }),
  'config.invalid': () => ({
    what: 'La configuración tiene errores.',
    next: ['Corre ', { code: 'vigia config check' }, ' para verlos todos, cada uno con su línea.'],
  }),
  'port.unavailable': (args) => {
    const address = fact(args, 'address') ?? '';
    const because = fact(args, 'because');
    if (because === 'not-allowed') {
      return {
        what: `El sistema no permite al bot escuchar en ${address}.`,
        next: ['Pon en ', { code: 'PORT' }, ' un número de 1024 o más.'],
      };
    }
    if (because === 'no-such-address') {
      return {
        what: `Esta máquina no tiene la dirección ${address}.`,
        next: ['Corrige ', { code: 'HOST' }, ': 127.0.0.1 es solo esta máquina, 0.0.0.0 son todas sus direcciones.'],
      };
    }
    return {
      what: `Otro programa ya usa ${address === '' ? 'el puerto' : address}.`,
      next: ['Detén el otro (puede ser este mismo bot, que ya corre) o pon otro número en ', { code: 'PORT' }, '.'],
    };
  },
  'bot.stopping': ({ operation }) => ({
    what: `El bot se está reiniciando y no alcanzó a leer wolkvox por ${operation}.`,
    next: `Vuelve a pedirlo en un minuto; si no responde, avisa a ${admin.toLowerCase()}.`,
  }),
  'data.invalid': (args) => ({
    what: `Los datos no tienen la forma esperada${aside(fact(args, 'what') ?? fact(args, 'field'))}.`,
    next: `Vuelve a pedirlos; si se repite, avisa a ${admin.toLowerCase()}.`,
  }),
  unexpected: () => ({
    what: 'Algo falló de nuestro lado.',
    next: `Vuelve a intentar; si se repite, avisa a ${admin.toLowerCase()} con la hora: la causa está en el registro.`,
  }),
};
