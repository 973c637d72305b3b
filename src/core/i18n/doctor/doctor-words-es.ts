import type { DoctorWords } from './doctor-words.ts';

const found = (says: string, next: string | null = null) => ({ says, next });
const because = (reason: string | null): string => (reason === null ? '' : ` (${reason})`);

export const es: DoctorWords = {
  node: {
    enough: ({ version }) => found(`Node ${version}.`),
    old: ({ version, needed }) =>
      found(
        `Node ${version} es anterior a ${needed}.`,
        'Corre "npm ci" aquí, que trae el suyo, o instala uno más nuevo.',
      ),
  },
  config: {
    right: ({ operations }) => found(`La configuración está bien: ${operations.join(', ')}.`),
    wrong: ({ mistakes }) =>
      found(
        `La configuración tiene ${mistakes.length === 1 ? 'un error' : `${mistakes.length} errores`}:\n${mistakes.join('\n')}`,
        'Corrige cada línea y vuelve a correr "vigia doctor".',
      ),
    needed: found('No se revisó: primero hay que corregir la configuración.'),
  },
  store: {
    redis: ({ where }) => found(`Redis responde en ${where}.`),
    embedded: ({ where }) => found(`El almacén propio abre en ${where}.`),
    unreachable: ({ where, reason, redis }) =>
      found(
        `El almacén no responde en ${where}${because(reason)}.`,
        redis
          ? 'Revisa REDIS_URL y que Redis esté en marcha y se alcance desde aquí.'
          : 'Revisa que VIGIA_DATA_DIR exista, tenga espacio y se pueda escribir.',
      ),
    locked: ({ where }) =>
      found(
        `Otro proceso usa ${where}: normalmente es el bot en marcha.`,
        'Si el bot no corre, busca qué proceso la usa; para correr varios, pon REDIS_URL.',
      ),
    beside: 'Sin él, esta revisión preguntó a wolkvox por su cuenta, fuera de la fila del bot.',
    keeps: found('Redis no borra lo que se le confía (noeviction).'),
    evicts: ({ policy }) =>
      found(
        `Redis borra datos cuando se llena (${policy}): se perderían tareas y envíos.`,
        'Pon "maxmemory-policy noeviction" en su configuración, o usa otro Redis.',
      ),
    policyUnknown: found('Redis no deja ver su maxmemory-policy; debe ser noeviction.'),
  },
  slack: {
    none: found(
      'No se revisó Slack: SLACK_BOT_TOKEN no está puesto.',
      'Para correr el bot, pon SLACK_BOT_TOKEN y SLACK_APP_TOKEN.',
    ),
    known: ({ team }) => found(`Slack acepta el token del bot en ${team}.`),
    wrongToken: ({ variable }) =>
      found(
        `Slack no acepta ${variable}.`,
        'Cópialo de nuevo de api.slack.com/apps, en tu aplicación; si la desinstalaron, instálala otra vez.',
      ),
    socket: found('Slack abre conexiones de Socket Mode.'),
    scopes: ({ count }) => found(`La aplicación tiene los ${count} permisos que usa.`),
    lacking: ({ scopes }) =>
      found(
        `A la aplicación le ${scopes.length === 1 ? 'falta el permiso' : 'faltan los permisos'} ${scopes.join(', ')}.`,
        'Agrégalos en OAuth & Permissions (o pega manifest.yml en App Manifest) y reinstala la aplicación.',
      ),
    scopesUnknown: found('Slack no dijo qué permisos tiene la aplicación.'),
    member: ({ channel }) => found(`El bot está en ${channel}.`),
    notInvited: ({ channel }) => found(`El bot no está en ${channel}.`, 'Escribe "/invite @Vigía" en ese canal.'),
    noSuchChannel: ({ channel }) =>
      found(
        `Slack no encuentra ${channel}.`,
        'Si es privado, escribe allí "/invite @Vigía"; si no existe, corrige su id en "channels".',
      ),
    archived: ({ channel }) => found(`${channel} está archivado.`, 'Reactívalo en Slack o quítalo de "channels".'),
  },
  roles: {
    some: ({ admins, supervisors }) =>
      found(`Hay roles: ${admins} en "admin" y ${supervisors} en "supervisor" (personas o grupos).`),
    none: found(
      'No hay roles: cualquiera en Slack ve lo que ve un supervisor.',
      'Escribe "roles" en vigia.yml: admin, supervisor y viewer, con ids de usuarios o de grupos.',
    ),
    noAdmin: found('Nadie tiene el rol "admin".', 'Escribe al menos una persona o un grupo en "roles: admin".'),
  },
  wolkvox: {
    answers: ({ operation, left, limit }) =>
      found(
        left === null || limit === null
          ? `wolkvox responde por ${operation}.`
          : `wolkvox responde por ${operation}: quedan ${left} de ${limit} consultas hoy.`,
      ),
    saysNothing: ({ operation }) =>
      found(
        `Algo responde en la dirección de ${operation}, pero no dice su cuota: no es seguro que sea wolkvox.`,
        'Revisa WOLKVOX_SERVER, WOLKVOX_URL (o "server", "url"). Un día con trabajo lo aclara: vigia report agents yesterday.',
      ),
    wrongToken: ({ operation }) =>
      found(
        `wolkvox no acepta el token de ${operation}.`,
        'Crea uno en Manager → Integraciones → Tokens y ponlo en WOLKVOX_TOKEN (o en "token" del archivo).',
      ),
    noServer: ({ operation }) =>
      found(
        `El servidor de wolkvox de ${operation} no existe.`,
        'Revisa WOLKVOX_SERVER (o "server"): es el número wv0000 de la dirección de Manager.',
      ),
    notAllowed: ({ operation, cause }) =>
      found(
        `No hay conexión con el servidor de wolkvox de ${operation}${because(cause)}.`,
        'Casi siempre es la lista de IP: pide a wolkvox que permita la IP pública de este servidor. Revisa también el cortafuegos de salida.',
      ),
    usedUp: ({ operation, time, city }) =>
      found(
        `Ya se usaron las consultas de hoy de ${operation}.`,
        `Vuelve a haber a las ${time} (${city}). Los tokens de la operación comparten la cuota: mira quién más la usa.`,
      ),
    notAsked: ({ operation }) => found(`No se revisó: wolkvox no respondió antes por ${operation}.`),
    sameZone: ({ zone }) => found(`Las filas confirman la zona ${zone}.`),
    otherZone: ({ operation, zone, expected, seen }) =>
      found(
        `La zona de ${operation} no es la de su servidor: ${zone} es ${expected}, las filas dicen ${seen}.`,
        'Corrige VIGIA_ZONE (o "zone"): con otra zona los días empiezan a otra hora.',
      ),
    zoneUnproven: found('No hubo llamadas en los últimos diez minutos que confirmen la zona.'),
    clockRight: found('El reloj de este servidor y el de wolkvox coinciden.'),
    clockWrong: ({ minutes }) =>
      found(`El reloj de este servidor difiere ${minutes} min del de wolkvox.`, 'Sincroniza la hora (NTP).'),
  },
};
