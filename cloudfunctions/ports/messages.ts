import type { SubscriptionKind } from '~/types/subscription'
import type { MessageFields, MessageOutcome, MessagePort } from './ports'
import { failed, type WechatHttp } from './wechat-http'

/** A template of the mini program's account: its id, and which of its fields says what. */
export interface Template {
  id: string
  fields: Record<keyof MessageFields, string>
}
export type Templates = Partial<Record<SubscriptionKind, Template>>

/** Longest value of a field by the kind that its name begins with, in characters (platform facts C4). */
const LENGTHS: [kind: string, most: number][] = [
  ['thing', 20],
  ['phrase', 5],
  ['name', 10],
  ['character_string', 32],
]
const LONGEST = 20
/** A field of a day takes no hour. */
const DAY = /^date\d+$/
const DAY_LENGTH = 'YYYY-MM-DD'.length

/** The value as the field takes it: in one line, cut with … where it is too long; what is too long is refused whole. */
function fit(name: string, value: string): string {
  if (DAY.test(name)) {
    return value.slice(0, DAY_LENGTH)
  }
  const most = LENGTHS.find(([kind]) => name.startsWith(kind))?.[1] ?? LONGEST
  const line = [...value.replace(/\s+/g, ' ').trim()]
  return line.length === 0 ? '-' : line.length > most ? `${line.slice(0, most - 1).join('')}…` : line.join('')
}

/** What the platform's numbers mean for one message; the others are tried again. */
const OUTCOMES: Record<number, MessageOutcome['outcome']> = {
  0: 'sent',
  43101: 'unsubscribed',
  40003: 'unsubscribed',
  43104: 'unsubscribed',
  43107: 'wrong',
  40037: 'wrong',
  41030: 'wrong',
  45168: 'wrong',
  47003: 'wrong',
  48001: 'wrong',
}

/** subscribeMessage.send over HTTPS (platform facts C4). */
export function cloudMessages(templates: Templates, http: WechatHttp): MessagePort {
  return {
    templates: Object.entries(templates).map(([kind, { id }]) => ({
      kind: kind as SubscriptionKind,
      templateId: id,
    })),
    async send({ openid, kind, page, fields }) {
      const template = templates[kind]
      if (template === undefined) {
        return { outcome: 'wrong', reason: 'no_template' }
      }
      const names = Object.entries(template.fields) as [keyof MessageFields, string][]
      const data = Object.fromEntries(names.map(([what, name]) => [name, { value: fit(name, fields[what]) }]))
      const body = { touser: openid, template_id: template.id, page, lang: 'zh_CN', data }
      const { errcode = 0 } = await http('/cgi-bin/message/subscribe/send', body)
      const outcome = OUTCOMES[errcode]
      if (outcome === undefined) {
        throw failed('subscribe_send', errcode)
      }
      return { outcome, reason: errcode === 0 ? '' : String(errcode) }
    },
  }
}
