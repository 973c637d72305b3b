import type { Intake } from './adapters/slack/receivers.ts';
import { slackMessenger } from './adapters/slack/messenger.ts';
import { writeXlsx } from './adapters/spreadsheet.ts';
import { keepsAll } from './adapters/store/index.ts';
import { openDigestDesk } from './app-digest-desk.ts';
import { type DigestOptions, type Digests, openDigests } from './app-digests.ts';
import { openAlertDesk } from './app-alert-desk.ts';
import { type Alerts, openAlerts } from './app-alerts.ts';
import { type House, type HouseOptions, openHouse } from './app-house.ts';
import { readiness, stop } from './app-stop.ts';
import { intakeOf } from './app-intake.ts';
import { done, type Outcome } from './core/errors.ts';
import { commandAnswerer } from './flows/answer/answer-command.ts';
import { formsAnswerer } from './flows/answer/answer-form.ts';
import { pressAnswerer } from './flows/answer/answer-press.ts';
import { countedMessenger } from './flows/send/counted-messenger.ts';
import { deliverer } from './flows/send/deliver.ts';
import { tableExporter } from './flows/answer/export-table.ts';
import { identifier } from './flows/answer/identify.ts';
import { formAnswerer } from './flows/answer/justify-answer.ts';
import { whyAsker } from './flows/answer/justify-form.ts';
import { justifier } from './flows/answer/justify.ts';
import { keptCommands, type KeptCommands } from './flows/answer/kept-commands.ts';
import { commandOpener } from './flows/answer/open-by-command.ts';
import type { AdjustRule } from './flows/alerts/answer-alert.ts';
import { RULE_FORM } from './flows/rules/form/rule-form-view.ts';
import { DIGEST_FORM } from './flows/digests/digest-actions.ts';
import { metricsReader } from './flows/operate/read-metrics.ts';
import { lastReader, storedReader } from './flows/read/last-reads.ts';
import { peopleLimiter } from './flows/answer/limit-people.ts';
import { performer } from './flows/answer/perform.ts';
import { plainCards } from './flows/answer/plain-cards.ts';
import { homeShower } from './flows/answer/show-home.ts';
import { replier } from './flows/answer/reply.ts';
import { justifiedLister } from './flows/history/list-justified.ts';
import { retryAnswerer } from './flows/digests/slots/retry-answer.ts';
import { historySayer } from './flows/history/show-history.ts';
import { reportRunner } from './flows/read/run-report.ts';
import { statusTeller } from './flows/answer/show-status.ts';
import { nextSayer } from './flows/digests/next-digests.ts';
import { startHttp } from './triggers/http/start-http.ts';
import { listen, type SlackFlows } from './triggers/slack/listeners.ts';

export type Bot = {
  readonly house: House;
  readonly digests: Digests;
  readonly alerts: Alerts;
  readonly port: number;
  /** Takes nothing more, finishes what runs (30 s at most), closes everything. */
  readonly stop: () => Promise<void>;
};

export type BotOptions = HouseOptions & { readonly version: string; readonly digests?: DigestOptions };

/** The bot, running: store, lanes, Slack and the health endpoint, as the process's role has it. */
export async function startBot(options: BotOptions): Promise<Outcome<Bot>> {
  const { config, clock, log } = options;
  const opening = openHouse(options);
  const [house, intake] = await Promise.all([opening, config.role === 'worker' ? null : intakeOf(options, opening)]);
  if (!house.ok) return house;
  const keeps = await keepsAll(house.value.engine, log);
  if (!keeps.ok) {
    await house.value.close();
    return keeps;
  }
  if (intake !== null && !intake.ok) {
    await house.value.close();
    return intake;
  }
  const slack = intake?.value ?? null;
  const opened = house.value;
  const parts = { house: opened, slack, working: false };
  // Before anything is begun: a process that cannot have its port must not have taken work.
  const listening = await startHttp({
    ...config.http,
    metrics: metricsReader({ ...opened, readiness: () => readiness(parts) }),
    readiness: () => readiness(parts),
    ...(slack !== null && slack.requestListener !== null ? { slackEvents: slack.requestListener } : {}),
  });
  if (!listening.ok) {
    await opened.close();
    return listening;
  }
  const http = listening.value;
  const home = slack === null ? {} : { team: slack.identity.team, home: slack.identity };
  const digests = openDigests(opened, { ...home, ...options.digests });
  const { kept, alerts, adjustRule, ...flows } = flowsOf(opened, options, slack, digests);
  kept.watch(opened.engine.engine.kind === 'redis');
  if (slack !== null) listen(slack.app, { ...flows, ...alerts.first(flows, adjustRule) }, config.slack.command);
  if (config.role !== 'web') {
    await opened.work();
    opened.remember();
    if (config.slack.botToken !== null) {
      digests.work();
      alerts.jobs.begin(opened.closing);
    }
  }
  parts.working = true;
  const started = await (slack?.start() ?? done(undefined));
  if (!started.ok) {
    await kept.close();
    await http.close(0);
    await opened.close();
    return started;
  }
  log.info('ready', { role: config.role, slack: config.slack.mode, store: opened.engine.engine.kind, port: http.port });
  return done({
    house: opened,
    digests,
    alerts,
    port: http.port,
    stop: () => stop({ house: opened, slack, http, kept }, clock.now()),
  });
}

function flowsOf(
  house: House,
  { config, version }: BotOptions,
  slack: Intake | null,
  digests: Digests,
): SlackFlows & { readonly kept: KeptCommands; readonly alerts: Alerts; readonly adjustRule: AdjustRule } {
  const {
    settings,
    clock,
    log,
    store,
    formatFor,
    lanes,
    audit,
    newId,
    readNames,
    readBeside,
    readUsual,
    readLane,
    readQuota,
    runReport,
    justified,
  } = house;
  const wire = slackMessenger({
    token: config.slack.botToken?.reveal() ?? '',
    apiUrl: config.slack.apiUrl ?? undefined,
    home: slack?.identity,
    clock,
    log,
  });
  const messenger = countedMessenger(wire, house.metrics);
  const people = identifier({ store, messenger, clock, log }, settings);
  const cards = plainCards({ clock, formatFor, settings, store });
  const deliver = deliverer({ store, clock, log });
  const lastReads = lastReader({ store, clock });
  const sayHistory = historySayer(store);
  const parts = async () => {
    const ready = await readiness({ house, slack, working: true });
    const why = (part: string) => (ready[part] === 'ready' ? null : (ready[part] ?? null));
    return { store: why('store'), slack: why('slack'), jobs: why('jobs') };
  };
  const showStatus = statusTeller({
    clock,
    lanes,
    parts,
    readLane,
    readQuota,
    lastReads,
    sayHistory,
    sayNext: nextSayer({ book: digests.book, clock, holidays: house.holidays }),
    formatFor,
    version,
    startedAt: clock.now(),
  });
  const exportTable = tableExporter(messenger, writeXlsx);
  const reply = replier({ deliver, messenger, log });
  const desk = openDigestDesk(house, { digests, messenger, people, cards });
  const alerts = openAlerts(house, { messenger, deliver, people, cards, reply, team: slack?.identity.team ?? 'home' });
  const alertDesk = openAlertDesk(house, { alerts, messenger, people, cards, reply });
  const perform = performer({
    settings,
    clock,
    log,
    metrics: house.metrics,
    messenger,
    audit,
    deliver,
    runReport,
    runLast: reportRunner(
      { clock, readReport: storedReader({ store }), readNames, readBeside, readUsual },
      formatFor,
      settings.command,
    ),
    exportTable,
    showStatus,
    manage: { digests: desk.manage, alerts: alertDesk.manage },
    justify: justifier({ clock, audit, justified }),
    listJustified: justifiedLister({ clock, justified, history: house.history, readNames, formatFor }),
    cards,
  });
  const showHome = homeShower({
    settings,
    clock,
    log,
    messenger,
    people,
    lastReads,
    sayHistory,
    readNames,
    readBeside,
    readQuota,
    formatFor,
    more: [alertDesk.home, desk.home],
  });
  const common = { settings, clock, log, people, perform, reply, cards, formatFor, store };
  const limited = peopleLimiter({ ...common, metrics: house.metrics });
  const managing = desk.answering({ reply, showHome });
  const ruling = alertDesk.answering(showHome);
  const kept = keptCommands({ ...common, newId }, commandAnswerer(common));
  const forms = { digests: managing.byCommand, alerts: ruling.byCommand };
  return {
    kept,
    alerts,
    adjustRule: ruling.adjustRule,
    answerCommand: limited.command(commandOpener({ ...common, forms }, kept.answer)),
    answerPress: limited.press(
      pressAnswerer({
        ...common,
        showHome,
        newId,
        elsewhere: { ...managing.elsewhere, ...ruling.elsewhere },
        askWhy: whyAsker({ messenger, audit, cards }),
        retryDigest: retryAnswerer({ sender: digests.sender, audit, cards, clock, formatFor }),
      }),
    ),
    answerForm: formsAnswerer(
      { [DIGEST_FORM]: managing.answerForm, [RULE_FORM]: ruling.answerForm },
      formAnswerer(common),
    ),
    showHome,
  };
}
