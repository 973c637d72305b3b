import type { DoctorWords } from './doctor-words.ts';

const found = (says: string, next: string | null = null) => ({ says, next });
const because = (reason: string | null): string => (reason === null ? '' : ` (${reason})`);

export const en: DoctorWords = {
  node: {
    enough: ({ version }) => found(`Node ${version}.`),
    old: ({ version, needed }) =>
      found(
        `Node ${version} is older than ${needed}.`,
        'Run "npm ci" here, which brings its own, or install a newer one.',
      ),
  },
  config: {
    right: ({ operations }) => found(`The configuration is right: ${operations.join(', ')}.`),
    wrong: ({ mistakes }) =>
      found(
        `The configuration has ${mistakes.length === 1 ? 'one mistake' : `${mistakes.length} mistakes`}:\n${mistakes.join('\n')}`,
        'Correct each line and run "vigia doctor" again.',
      ),
    needed: found('Not checked: the configuration has to be put right first.'),
  },
  store: {
    redis: ({ where }) => found(`Redis answers at ${where}.`),
    embedded: ({ where }) => found(`The embedded store opens in ${where}.`),
    unreachable: ({ where, reason, redis }) =>
      found(
        `The store does not answer at ${where}${because(reason)}.`,
        redis
          ? 'Check REDIS_URL, and that Redis runs and can be reached from here.'
          : 'Check that VIGIA_DATA_DIR exists, has room and can be written.',
      ),
    locked: ({ where }) =>
      found(
        `Another process uses ${where}: usually the bot that is running.`,
        'If the bot is not running, find what uses it; to run several, set REDIS_URL.',
      ),
    beside: "Without it, this check asked wolkvox by itself, outside the bot's queue.",
    keeps: found('Redis drops nothing that it was given (noeviction).'),
    evicts: ({ policy }) =>
      found(
        `Redis drops data when it is full (${policy}): jobs and deliveries would be lost.`,
        'Set "maxmemory-policy noeviction" in its configuration, or use another Redis.',
      ),
    policyUnknown: found('Redis does not let its maxmemory-policy be seen; it has to be noeviction.'),
  },
  slack: {
    none: found(
      'Slack was not checked: SLACK_BOT_TOKEN is not set.',
      'To run the bot, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN.',
    ),
    known: ({ team }) => found(`Slack accepts the bot token in ${team}.`),
    wrongToken: ({ variable }) =>
      found(
        `Slack does not accept ${variable}.`,
        'Copy it again from your app at api.slack.com/apps; if the app was removed, install it again.',
      ),
    socket: found('Slack opens Socket Mode connections.'),
    scopes: ({ count }) => found(`The app has the ${count} scopes that it uses.`),
    lacking: ({ scopes }) =>
      found(
        `The app lacks the ${scopes.length === 1 ? 'scope' : 'scopes'} ${scopes.join(', ')}.`,
        'Add them in OAuth & Permissions (or paste manifest.yml into App Manifest) and reinstall the app.',
      ),
    scopesUnknown: found('Slack did not say which scopes the app has.'),
    member: ({ channel }) => found(`The bot is in ${channel}.`),
    notInvited: ({ channel }) => found(`The bot is not in ${channel}.`, 'Type "/invite @Vigía" in that channel.'),
    noSuchChannel: ({ channel }) =>
      found(
        `Slack does not find ${channel}.`,
        'If it is private, type "/invite @Vigía" there; if it does not exist, correct its id under "channels".',
      ),
    archived: ({ channel }) => found(`${channel} is archived.`, 'Restore it in Slack or take it out of "channels".'),
  },
  roles: {
    some: ({ admins, supervisors }) =>
      found(`There are roles: ${admins} under "admin" and ${supervisors} under "supervisor" (people or groups).`),
    none: found(
      'There are no roles: anybody in Slack sees what a supervisor sees.',
      'Write "roles" in vigia.yml: admin, supervisor and viewer, with ids of users or groups.',
    ),
    noAdmin: found('Nobody has the role "admin".', 'Write at least one person or group under "roles: admin".'),
  },
  wolkvox: {
    answers: ({ operation, left, limit }) =>
      found(
        left === null || limit === null
          ? `wolkvox answers for ${operation}.`
          : `wolkvox answers for ${operation}: ${left} of ${limit} requests are left today.`,
      ),
    saysNothing: ({ operation }) =>
      found(
        `Something answers at the address of ${operation}, but it does not say its quota: it may not be wolkvox.`,
        'Check WOLKVOX_SERVER, WOLKVOX_URL (or "server", "url"). A day with work tells: vigia report agents yesterday.',
      ),
    wrongToken: ({ operation }) =>
      found(
        `wolkvox does not accept the token of ${operation}.`,
        'Create one in Manager → Integrations → Tokens and put it in WOLKVOX_TOKEN (or "token" in the file).',
      ),
    noServer: ({ operation }) =>
      found(
        `The wolkvox server of ${operation} does not exist.`,
        'Check WOLKVOX_SERVER (or "server"): it is the number wv0000 in the address of Manager.',
      ),
    notAllowed: ({ operation, cause }) =>
      found(
        `There is no connection to the wolkvox server of ${operation}${because(cause)}.`,
        'It is nearly always the list of IPs: ask wolkvox to allow the public IP of this server. Check outgoing firewall rules too.',
      ),
    usedUp: ({ operation, time, city }) =>
      found(
        `Today's requests of ${operation} are used up.`,
        `There are new ones at ${time} (${city}). All tokens of the operation share the quota: see who else uses it.`,
      ),
    notAsked: ({ operation }) => found(`Not checked: wolkvox did not answer before for ${operation}.`),
    sameZone: ({ zone }) => found(`The rows confirm the zone ${zone}.`),
    otherZone: ({ operation, zone, expected, seen }) =>
      found(
        `The zone of ${operation} is not its server's: ${zone} is ${expected}, the rows say ${seen}.`,
        'Correct VIGIA_ZONE (or "zone"): in another zone the days start at another hour.',
      ),
    zoneUnproven: found('There were no calls in the last ten minutes to confirm the zone.'),
    clockRight: found('The clocks of this server and of wolkvox agree.'),
    clockWrong: ({ minutes }) =>
      found(`The clock of this server is ${minutes} min away from wolkvox's.`, 'Synchronise the time (NTP).'),
  },
};
