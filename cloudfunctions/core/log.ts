export type LogFields = Record<string, string | number | boolean | undefined>

/** Structured lines. Fields hold codes, counts and ids; never a name, a number to call, words or a choice. */
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

function line(level: string, event: string, fields: LogFields | undefined): string {
  return JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })
}

export const consoleLog: Log = {
  info: (event, fields) => console.log(line('info', event, fields)),
  warn: (event, fields) => console.warn(line('warn', event, fields)),
  error: (event, fields) => console.error(line('error', event, fields)),
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
