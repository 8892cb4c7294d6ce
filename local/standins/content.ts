import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { readAnswer } from '~/cloudfunctions/ports/answer'
import type { ContentPort, ContentVerdict } from '~/cloudfunctions/ports/ports'
import { APPID } from './wechat'

/** Words by which somebody who tries the program sees each verdict. */
const MARKS: [word: string, verdict: ContentVerdict][] = [
  ['测试违规', 'risky'],
  ['测试待审', 'review'],
]
/** Average of a colour, 0 to 255, from which a picture counts as red through and through, or as without a colour. */
const RED = { least: 200, others: 60 }
/** The platform could not fetch the picture (platform facts C5). */
const NOT_FETCHED = -1008

/** What the host needs beside the port to be the platform. */
export interface ContentStandin extends ContentPort {
  /** The messages that are to be pushed by now, one for each picture that was asked about, each only once. */
  takeMessages(): Promise<object[]>
}

/**
 * A platform that lets everything pass but a few test words and pictures that are nothing but red. `fetchPicture`
 * gives the bytes behind an address.
 */
export function createContentStandin(fetchPicture: (url: string) => Promise<Buffer>): ContentStandin {
  let asked: { traceId: string; url: string }[] = []
  const judge = async ({ traceId, url }: (typeof asked)[number]): Promise<object> => {
    const found = await fetchPicture(url)
      .then(isRed)
      .then(
        (red) => ({ errcode: 0, errmsg: 'ok', result: red ? RISKY : FINE }),
        () => ({ errcode: NOT_FETCHED, errmsg: 'download failed' }),
      )
    return {
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: APPID,
      version: 2,
      trace_id: traceId,
      ...found,
    }
  }
  return {
    checkText: ({ text }) => Promise.resolve(MARKS.find(([word]) => text.includes(word))?.[1] ?? 'pass'),
    checkPicture({ url }) {
      const traceId = randomUUID()
      asked.push({ traceId, url })
      return Promise.resolve(traceId)
    },
    readAnswer: (event) => readAnswer(APPID, event),
    takeMessages() {
      const taken = asked
      asked = []
      return Promise.all(taken.map(judge))
    },
  }
}

const FINE = { suggest: 'pass', label: 100 }
const RISKY = { suggest: 'risky', label: 21000 }

async function isRed(bytes: Buffer): Promise<boolean> {
  const { channels } = await sharp(bytes).toColourspace('srgb').stats()
  const [red = 0, ...others] = channels.map(({ mean }) => mean)
  return red >= RED.least && others.every((mean) => mean <= RED.others)
}
