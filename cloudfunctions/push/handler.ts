import type { Deps } from '../core/deps'
import { takeAnswer } from '../features/picture/check'

/** What people and other programs can set off, by the cloud's names (platform facts A5). */
const OTHERS = ['wx_client', 'wx_devtools', 'wx_http', 'wx_crawler', 'wx_paycallback']

/**
 * Everybody with the program can call a function by its name, so the event proves nothing. WeChat's own push comes
 * from WeChat, from none of the others, and straight: a chain of sources means that another function has called.
 */
const isPush = (source: string) => /^wx_[a-z]+$/.test(source) && !OTHERS.includes(source)

/**
 * The function that WeChat's messages arrive at. Safe to run twice, late and in any order; what fails is thrown, and
 * the picture is asked about again when no answer was written. `refused`: nothing was done.
 */
export function createPush(deps: Deps): (event: unknown, context: unknown) => Promise<'success' | 'refused'> {
  return async (event, context) => {
    const { requestId, source } = deps.ports.identity.read(context)
    const answer = isPush(source) ? deps.ports.content.readAnswer(event) : undefined
    if (answer === undefined) {
      deps.log.warn('push', { requestId, source, refused: true })
      return 'refused'
    }
    const known = await takeAnswer(deps, answer)
    deps.log.info('push', { requestId, source, known, verdict: answer.verdict })
    return 'success'
  }
}
