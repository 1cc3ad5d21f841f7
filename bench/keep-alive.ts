import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

const END_OF_HEAD = '\r\n\r\n';

/**
 * One HTTP connection, one request after the other. It shares the cores with the server that is measured, so it does no
 * more than it must, a fourth of what node:http's client takes. Answers have a Content-Length.
 */
export class KeepAlive {
  readonly #socket: Socket;
  #read = '';
  #waiting: { resolve(answer: HttpAnswer): void; reject(error: Error): void } | null = null;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#socket = connect(Number(port), hostname);
    this.#socket.setNoDelay(true).setEncoding('latin1');
    this.#socket.on('data', (part: string) => this.#take(part));
    this.#socket.on('error', (error) => this.#waiting?.reject(error));
    this.#socket.on('close', () => this.#waiting?.reject(new Error('the server closed the connection')));
  }

  /** A whole request, head and body. */
  send(request: string): Promise<HttpAnswer> {
    this.#socket.write(request);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  close(): void {
    this.#waiting = null;
    this.#socket.destroy();
  }

  #take(part: string): void {
    this.#read += part;
    const end = this.#read.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const head = this.#read.slice(0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    const text = this.#read.slice(end + END_OF_HEAD.length);
    if (Number.isNaN(length)) this.#waiting?.reject(new Error(`an answer without its length: ${head}`));
    else if (text.length >= length) {
      this.#read = '';
      this.#waiting?.resolve({ status: Number(head.slice(9, 12)), text });
    }
  }
}
