import type { MessageOutcome, MessagePort } from '~/cloudfunctions/ports/ports'
import { SUBSCRIPTION_KINDS } from '~/types/subscription'

type Sent = Parameters<MessagePort['send']>[0]

/** WeChat's messages in a test: what was sent, and how the next ones are answered. */
export interface MessagesOfTest extends MessagePort {
  sent: Sent[]
  /** Answers in their order; an error is thrown. `sent` when there is none left. */
  answers: (MessageOutcome | Error)[]
}

export function createMessages(): MessagesOfTest {
  const port: MessagesOfTest = {
    sent: [],
    answers: [],
    templates: SUBSCRIPTION_KINDS.map((kind) => ({ kind, templateId: `template-${kind}` })),
    send(message) {
      port.sent.push(message)
      const answer = port.answers.shift() ?? { outcome: 'sent', reason: '' }
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
  }
  return port
}
