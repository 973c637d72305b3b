import type { Outcome } from '../../core/errors.ts';
import type { Messenger, Metrics } from '../../ports.ts';

/** The same messenger; what it sends is counted by kind and result (`done` or the problem's code). Reading is not counted. */
export function countedMessenger(messenger: Messenger, metrics: Metrics): Messenger {
  const counted = async <T>(kind: string, sending: Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const sent = await sending;
    metrics.count('vigia_posts_total', { kind, result: sent.ok ? 'done' : sent.problem.code });
    return sent;
  };
  return {
    ...messenger,
    post: (channel, message, mark) => counted('post', messenger.post(channel, message, mark)),
    update: (posted, message) => counted('update', messenger.update(posted, message)),
    respond: (url, message, replace) => counted('answer', messenger.respond(url, message, replace)),
    directMessage: (user, message) => counted('direct', messenger.directMessage(user, message)),
    sendFile: (user, file) => counted('file', messenger.sendFile(user, file)),
    openModal: (trigger, view) => counted('modal', messenger.openModal(trigger, view)),
    publishHome: (user, view) => counted('home', messenger.publishHome(user, view)),
  };
}
