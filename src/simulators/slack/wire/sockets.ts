import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { bot } from '../people.ts';
import type { Workspace } from '../workspace.ts';
import { parseJson } from './body.ts';
import type { Delivery, Envelope } from './delivery.ts';

const mostConnections = 10;
const ackSchema = z.looseObject({ envelope_id: z.string(), payload: z.unknown().optional() });

interface Waiting {
  socket: WebSocket;
  settle: (delivery: Delivery) => void;
}

/** Socket Mode: each payload goes to one of the open connections, in turn. */
export class Sockets {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly open: WebSocket[] = [];
  private readonly tickets = new Set<string>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly workspace: Workspace;
  private readonly pings = setInterval(() => {
    for (const socket of this.open) socket.ping();
  }, 10_000);
  private readonly places = new Map<WebSocket, number>();
  private turn = 0;
  /** How many payloads each connection was given, oldest connection first. */
  readonly deliveries: number[] = [];

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    this.pings.unref();
  }

  get count(): number {
    return this.open.length;
  }

  ticket(origin: string): string {
    const ticket = this.workspace.id('ticket');
    this.tickets.add(ticket);
    return `${origin.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${bot.appId}`;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? '';
    if (!this.tickets.delete(ticket)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      return;
    }
    this.server.handleUpgrade(request, socket, head, (connection) => this.welcome(connection));
  }

  private welcome(socket: WebSocket): void {
    if (this.open.length >= mostConnections) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      socket.close(1000);
      return;
    }
    this.open.push(socket);
    this.places.set(socket, this.deliveries.push(0) - 1);
    socket.on('message', (data) => this.heard(Buffer.isBuffer(data) ? data.toString('utf8') : ''));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.forget(socket));
    const debug_info = { host: 'simulator', build_number: 1, approximate_connection_time: 3600 };
    const hello = {
      type: 'hello',
      num_connections: this.open.length,
      debug_info,
      connection_info: { app_id: bot.appId },
    };
    socket.send(JSON.stringify(hello));
    this.workspace.tell({ kind: 'other' });
  }

  private heard(text: string): void {
    const ack = ackSchema.safeParse(parseJson(text));
    if (!ack.success) return;
    this.waiting.get(ack.data.envelope_id)?.settle({ ok: true, body: ack.data.payload });
  }

  private forget(socket: WebSocket): void {
    const at = this.open.indexOf(socket);
    if (at >= 0) this.open.splice(at, 1);
    for (const waiting of this.waiting.values()) {
      if (waiting.socket === socket) waiting.settle({ ok: false, error: 'dispatch_failed' });
    }
    this.workspace.tell({ kind: 'other' });
  }

  deliver(envelope: Envelope): Promise<Delivery> {
    const ready = this.open.filter((socket) => socket.readyState === socket.OPEN);
    const socket = ready[this.turn++ % Math.max(ready.length, 1)];
    if (!socket) return Promise.resolve({ ok: false, error: 'dispatch_failed' });
    const envelope_id = this.workspace.id('envelope-');
    return new Promise((resolve) => {
      this.waiting.set(envelope_id, {
        socket,
        settle: (delivery) => {
          this.waiting.delete(envelope_id);
          resolve(delivery);
        },
      });
      this.countFor(socket);
      socket.send(JSON.stringify({ ...envelope, envelope_id }));
    });
  }

  private countFor(socket: WebSocket): void {
    const place = this.places.get(socket);
    if (place !== undefined) this.deliveries[place] = (this.deliveries[place] ?? 0) + 1;
  }

  /** Slack warns, says goodbye and closes; the client is expected to come back. */
  refresh(reason: 'warning' | 'refresh_requested' | 'link_disabled' = 'refresh_requested'): void {
    for (const socket of this.open) {
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'simulator' } }));
      if (reason !== 'warning') socket.close(1000);
    }
  }

  /** The network goes away: no goodbye. */
  cut(): void {
    for (const socket of this.open) socket.terminate();
  }

  /** Says goodbye to everybody, and does not wait long for an answer. */
  async close(): Promise<void> {
    clearInterval(this.pings);
    const leaving = this.open.map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())));
    for (const socket of this.open) socket.close(1001);
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, 500);
    });
    await Promise.race([Promise.all(leaving), enough]);
    clearTimeout(timer);
    this.cut();
    this.server.close();
  }
}
