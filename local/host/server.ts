import { createServer } from 'node:net'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

/** Another program already listens on the port. */
export class PortInUse extends Error {
  constructor(readonly port: number) {
    super(`port ${port} in use`)
  }
}

/** Milliseconds that running requests get when the host closes. */
const GRACE_MS = 1000

function translate(error: NodeJS.ErrnoException, port: number): Error {
  return error.code === 'EADDRINUSE' ? new PortInUse(port) : error
}

/** Throws PortInUse before any slow step was taken. */
export function checkPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(translate(error, port)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** Listens and returns how to stop: running requests may end, idle connections are cut. */
export function listen(
  app: Hono,
  port: number,
  host: string,
): Promise<{ port: number; stop(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, (address) =>
      resolve({ port: address.port, stop: () => stop(server) }),
    ) as Server
    server.once('error', (error) => reject(translate(error, port)))
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
