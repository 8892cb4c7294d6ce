import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a stand-in fails, until it is told otherwise. */
export type Trouble = 'http 503' | 'nonsense' | 'silence'

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) {
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts)
}

/** Answers as trouble has it. */
export function fail(response: ServerResponse, trouble: Trouble): void {
  if (trouble === 'http 503') {
    response.writeHead(503).end('<html>upstream</html>')
  } else if (trouble === 'nonsense') {
    response.end('<html>nonsense</html>')
  }
}

export interface Standin {
  url: string
  close(): Promise<void>
}

/** A loopback server on a port of its own. */
export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Standin> {
  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
