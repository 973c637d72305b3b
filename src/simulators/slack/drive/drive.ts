import type { Given, Option } from '../blocks/interactive.ts';
import type { Sockets } from '../wire/sockets.ts';
import type { SlackServer } from '../wire/server.ts';
import { verifyUrl, type HttpTarget } from '../wire/delivery.ts';
import type { Message, StoredFile, View } from '../workspace.ts';
import { act, archive, event, expel, invite, openHome, say, slash } from './acts.ts';
import { personOf, placeOf, type Desk, type Which } from './desk.ts';
import { closeView, submitView, suggest } from './forms.ts';
import type { Invocation } from './invocation.ts';
import type { Values } from './state.ts';

/** What people do, and what they see. A person or a channel is named by id or by name. */
export interface Drive {
  slash: (person: string, channel: string, text: string) => Promise<Invocation>;
  say: (person: string, channel: string, text: string) => Promise<Invocation | undefined>;
  /** `where` is the ts of a message, the id of a view, or "home". */
  press: (person: string, where: string, which: Which) => Promise<Invocation>;
  choose: (person: string, where: string, which: Which, value: Given) => Promise<Invocation>;
  suggest: (person: string, where: string, which: Which, typed: string) => Promise<Option[]>;
  submitView: (person: string, values?: Values) => Promise<Invocation>;
  closeView: (person: string) => Promise<Invocation>;
  openHome: (person: string) => Promise<Invocation>;
  event: (
    body: Record<string, unknown>,
    retry?: { attempt?: number; reason?: string; id?: string },
  ) => Promise<Invocation>;
  archive: (channel: string, by?: string) => Promise<Invocation>;
  invite: (channel: string, by?: string) => Promise<Invocation>;
  expel: (channel: string) => Promise<Invocation>;
  verifyUrl: (challenge?: string) => Promise<boolean>;
  /** From now on payloads go to this address; none goes back to Socket Mode. */
  useHttp: (target: HttpTarget | undefined) => void;

  messages: (channel: string) => Message[];
  ephemerals: (person: string) => Message[];
  /** The open modals of a person, the visible one last. */
  views: (person: string) => View[];
  home: (person: string) => View | undefined;
  /** The files a person was sent in the direct message with the bot. */
  files: (person: string) => StoredFile[];
  /** Reads the answers that were taken while `scenario.readsAnswers` was false. */
  readAnswers: () => void;
  sockets: Sockets;
  waitFor: <T>(read: () => T | undefined | false) => Promise<T>;
}

export function drive(desk: Desk, server: Pick<SlackServer, 'sockets' | 'httpTarget' | 'useHttp'>): Drive {
  const { workspace } = desk.around;
  const somebody = () => workspace.people.keys().next().value ?? '';
  return {
    slash: (person, channel, text) => slash(desk, person, channel, text),
    say: (person, channel, text) => say(desk, person, channel, text),
    press: (person, where, which) => act(desk, person, where, which),
    choose: (person, where, which, value) => act(desk, person, where, which, value),
    suggest: (person, where, which, typed) => suggest(desk, person, where, which, typed),
    submitView: (person, values) => submitView(desk, person, values),
    closeView: (person) => closeView(desk, person),
    openHome: (person) => openHome(desk, person),
    event: (body, retry) => event(desk, body, retry),
    archive: (channel, by) => archive(desk, channel, by ?? somebody()),
    invite: (channel, by) => invite(desk, channel, by ?? somebody()),
    expel: (channel) => expel(desk, channel),
    verifyUrl: async (challenge = 'challenge') => {
      const target = server.httpTarget();
      return target ? verifyUrl(target, challenge, workspace.now()) : false;
    },
    useHttp: server.useHttp,

    messages: (channel) => {
      const { id } = placeOf(desk, channel);
      return workspace.messages.filter((message) => message.channel === id && !message.onlyFor);
    },
    ephemerals: (person) => {
      const { id } = personOf(desk, person);
      return workspace.messages.filter((message) => message.onlyFor === id);
    },
    views: (person) => {
      const stack = workspace.stacks.get(personOf(desk, person).id) ?? [];
      return stack.flatMap((id) => workspace.views.get(id) ?? []);
    },
    home: (person) => workspace.homes.get(personOf(desk, person).id),
    files: (person) => {
      const { id } = workspace.directChannel(personOf(desk, person).id);
      const sent = workspace.messages.filter((message) => message.channel === id).flatMap((message) => message.files);
      return sent.flatMap((file) => workspace.files.get(file) ?? []);
    },
    readAnswers: () => desk.hooks.readKept(),
    sockets: server.sockets,
    waitFor: (read) => workspace.waitFor(read),
  };
}
