import path from 'node:path'

export interface Options {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  scale: 'demo' | 'full'
  seed: number
  /** Build the phone's H5 app when it is missing or outdated. */
  build: boolean
  /** Run the timer function by itself. */
  jobs: boolean
  verbose: boolean
}

/** A mistake on the command line, in words for whoever typed it. */
export class OptionError extends Error {}

/** Reads the environment and the arguments of `npm start -- …`. */
export function parseOptions(args: string[], env: Record<string, string | undefined>): Options {
  const options: Options = {
    port: wholeNumber('PORT', env.PORT ?? '3000', 65_535),
    // Whoever reaches the port may be anybody in the district, so only this machine does.
    host: env.HOST ?? '127.0.0.1',
    dataDir: path.resolve(env.DATA_DIR ?? '.data'),
    databaseUrl: env.DATABASE_URL || undefined,
    scale: 'demo',
    seed: 1,
    build: true,
    jobs: true,
    verbose: false,
  }
  const rest = args.flatMap((arg) => (arg.startsWith('--') ? arg.split('=') : [arg]))
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--scale') {
      options.scale = scaleOf(rest.shift())
    } else if (arg === '--seed') {
      options.seed = wholeNumber('--seed', rest.shift() ?? '', 2 ** 31)
    } else if (arg === '--no-build') {
      options.build = false
    } else if (arg === '--no-jobs') {
      options.jobs = false
    } else if (arg === '--verbose') {
      options.verbose = true
    } else {
      throw new OptionError(
        `不认识的选项 ${arg};可用的有 --scale full、--seed 数字、--no-build、--no-jobs、--verbose`,
      )
    }
  }
  return options
}

function scaleOf(text: string | undefined): Options['scale'] {
  if (text === 'full' || text === 'demo') {
    return text
  }
  throw new OptionError('--scale 只能是 demo(几千人)或 full(45 万人)')
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text)
  if (text !== '' && Number.isInteger(value) && value >= 0 && value <= most) {
    return value
  }
  throw new OptionError(`${name} 要填 0 到 ${most} 的整数`)
}
