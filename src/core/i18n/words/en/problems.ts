import { aside, channelName, fact } from '../fact.ts';
import type { ProblemArgs, ProblemWords } from '../wording.ts';

const later = ({ retryAt, now, format }: ProblemArgs): string => {
  if (retryAt === null) return 'Try again in a few minutes.';
  return retryAt - now < 60_000 ? 'Try again in a minute.' : `Try again at ${format.time(retryAt)} (${format.city}).`;
};
const Admin = 'Whoever runs the bot';
const admin = 'whoever runs the bot';

/** Spoken to a person on the floor: what happened, then the next step. */
export const problems: ProblemWords = {
  'wolkvox.token': ({ operation }) => ({
    what: `I could not read wolkvox: the token of ${operation} is not valid.`,
    next: [
      `${Admin} should create one in Manager → Integrations → Tokens and put it in `,
      { code: 'WOLKVOX_TOKEN' },
      ' (or in the configuration file). Nothing else is affected.',
    ],
  }),
  'wolkvox.quota': (args) => {
    const limit = fact(args, 'limit');
    return {
      what:
        limit === null
          ? `Today's whole quota of queries for ${args.operation} is used.`
          : `Today's ${limit} queries of ${args.operation}'s quota are used.`,
      next: `There are more from ${args.retryAt === null ? '00:00' : args.format.time(args.retryAt)} (${args.format.city}).`,
    };
  },
  'wolkvox.busy': (args) => ({
    what: `wolkvox is answering other queries with ${args.operation}'s token.`,
    next: `${later(args)} If it happens often, see whether another program uses the same token: give it its own.`,
  }),
  'wolkvox.maintenance': (args) => ({
    what: `wolkvox answered that it is in maintenance${aside(args.operation)}.`,
    next: `${later(args)} What is missing is not zero.`,
  }),
  'wolkvox.unreachable': ({ operation }) => ({
    what: `I could not connect to the wolkvox server of ${operation}.`,
    next: `If this is the first time, ${admin} should ask wolkvox to allow this server's IP. If it worked before, try again in a few minutes.`,
  }),
  'wolkvox.server-not-found': (args) => ({
    what: `The wolkvox server of ${args.operation}${aside(fact(args, 'server'))} does not exist.`,
    next: [`${Admin} should check `, { code: 'WOLKVOX_SERVER' }, ': it is the number in the address of Manager.'],
  }),
  'wolkvox.timeout': ({ operation }) => ({
    what: `wolkvox took too long to answer for ${operation}.`,
    next: 'Ask for a shorter period, or try again in a few minutes.',
  }),
  'wolkvox.bad-answer': (args) => ({
    what: `wolkvox answered something that cannot be read${aside(fact(args, 'status'))}.`,
    next: `${later(args)} If it happens again, tell ${admin}.`,
  }),
  'wolkvox.refused': (args) => ({
    what: `wolkvox did not accept the query${aside(fact(args, 'message') ?? fact(args, 'status'))}.`,
    next: 'This report may not be enabled on your wolkvox server. Try another period, or ask your wolkvox contact.',
  }),
  'wolkvox.failing': (args) => ({ what: `wolkvox is failing${aside(fact(args, 'status'))}.`, next: later(args) }),
  'wolkvox.resting': (args) => ({
    what: `wolkvox failed several times in a row for ${args.operation}; I stopped asking for a while so as not to load it.`,
    next: later(args),
  }),
  'wolkvox.too-many-rows': (args) => ({
    what: `That period has more rows than wolkvox hands out${aside(fact(args, 'limit'))}.`,
    next: 'Ask for a shorter period, for example one day or a few hours.',
  }),
  'wolkvox.too-large': (args) => ({
    what: `wolkvox's answer is larger than can be read${aside(fact(args, 'limit'))}.`,
    next: 'Ask for a shorter period, for example one day.',
  }),
  'wolkvox.in-progress': (args) => ({
    what: 'The query is still under way: it waits in line or wolkvox is still answering.',
    next: `${args.retryAt === null ? 'Ask again in a minute.' : later(args)} Nothing is lost or counted twice.`,
  }),
  'store.unavailable': () => ({
    what: 'The bot cannot read what it keeps.',
    next: ['Try again in a few minutes. ', `${Admin} can see why with `, { code: 'vigia doctor' }, '.'],
  }),
  'store.locked': () => ({
    what: "Another process already uses the bot's data folder.",
    next: ['Stop the other one, or set ', { code: 'REDIS_URL' }, ' to run several.'],
  }),
  'store.evicts': (args) => ({
    what: `Redis may drop what the bot keeps when its memory is full${aside(fact(args, 'policy'))}.`,
    next: ['Set ', { code: 'maxmemory-policy noeviction' }, ' in its configuration, or use another Redis.'],
  }),
  'slack.token': () => ({
    what: "Slack did not accept the bot's token.",
    next: [`${Admin} should check `, { code: 'SLACK_BOT_TOKEN' }, ' and reinstall the app if needed.'],
  }),
  'slack.scope': (args) => ({
    what: `The app lacks a Slack permission${aside(fact(args, 'needed') ?? fact(args, 'scope'))}.`,
    next: `${Admin} should add it in the app's settings and reinstall it.`,
  }),
  'slack.not-invited': (args) => ({
    what: `I am not in ${channelName(args) ?? 'that channel'}.`,
    next: ['Invite me with ', { code: '/invite @Vigía' }, ' and try again.'],
  }),
  'slack.no-such-channel': (args) => ({
    what: `I cannot find ${channelName(args) ?? 'that channel'}.`,
    next: ['If it is private, invite me with ', { code: '/invite @Vigía' }, '; if it was deleted, choose another one.'],
  }),
  'slack.archived': (args) => ({
    what: `${channelName(args) ?? 'That channel'} is archived.`,
    next: 'Restore it in Slack or choose another channel.',
  }),
  'slack.busy': (args) => ({ what: 'Slack asked to go slower.', next: later(args) }),
  'slack.refused': () => ({
    what: 'Slack did not accept the message.',
    next: `Try again; if it happens again, tell ${admin}: the cause is in the log.`,
  }),
  'slack.unclear': () => ({
    what: 'Slack did not confirm whether the message arrived.',
    next: 'Look at the channel before sending it again.',
  }),
  'slack.unavailable': (args) => ({ what: 'Slack is not answering.', next: later(args) }),
  'slack.expired': () => ({
    what: 'Too much time has passed since you asked, and Slack no longer lets me answer there.',
    next: 'Ask again.',
  }),
  'request.not-understood': () => ({
    what: 'I did not understand what is asked.',
    next: ['Type the command with ', { code: 'help' }, ' to see what can be asked.'],
  }),
  'access.denied': () => ({ what: 'Your role does not allow this.', next: `If you need it, ask ${admin}.` }),
  'config.invalid': () => ({
    what: 'The configuration has mistakes.',
    next: ['Run ', { code: 'vigia config check' }, ' to see them all, each with its line.'],
  }),
  'port.unavailable': (args) => {
    const address = fact(args, 'address') ?? '';
    const because = fact(args, 'because');
    if (because === 'not-allowed') {
      return {
        what: `The system does not let the bot listen at ${address}.`,
        next: ['Set ', { code: 'PORT' }, ' to 1024 or more.'],
      };
    }
    if (because === 'no-such-address') {
      return {
        what: `This machine does not have the address ${address}.`,
        next: ['Correct ', { code: 'HOST' }, ': 127.0.0.1 is this machine alone, 0.0.0.0 is all its addresses.'],
      };
    }
    return {
      what: `Another program already uses ${address === '' ? 'the port' : address}.`,
      next: ['Stop the other one (it may be this bot, running already) or set another ', { code: 'PORT' }, '.'],
    };
  },
  'bot.stopping': ({ operation }) => ({
    what: `The bot is restarting and could not finish reading wolkvox for ${operation}.`,
    next: `Ask again in a minute; if there is no answer, tell ${admin}.`,
  }),
  'data.invalid': (args) => ({
    what: `The data do not have the expected form${aside(fact(args, 'what') ?? fact(args, 'field'))}.`,
    next: `Ask again; if it happens again, tell ${admin}.`,
  }),
  unexpected: () => ({
    what: 'Something failed on our side.',
    next: `Try again; if it happens again, tell ${admin} the time: the cause is in the log.`,
  }),
};
