import type { AppealView } from '~/types/appeal'
import { appeal, me } from './support/answers'
import { startProgram } from './support/program'

const ID = '00000000-0000-4000-8000-000000000061'

describe('messages of WeChat in the built mini program', () => {
  let quota = 0
  const program = startProgram({
    'me.enter': () => me(),
    'appeal.info': (): AppealView => appeal({ id: ID }),
    'subscription.list': () => ({ items: [{ kind: 'progress', templateId: 'template-1', quota }] }),
    'subscription.accept': () => {
      quota += 1
      return { items: [{ kind: 'progress', templateId: 'template-1', quota }] }
    },
  })
  /** How the person, or their phone, answers WeChat's question. */
  const answering = (answer: { accept?: string; errCode?: number }) =>
    Object.assign((globalThis as unknown as { wx: object }).wx, {
      requestSubscribeMessage: ({ tmplIds, success, fail }: Asked) => {
        program.asked.push({ api: 'requestSubscribeMessage', options: { tmplIds } })
        return answer.errCode === undefined
          ? success({ errMsg: 'requestSubscribeMessage:ok', [tmplIds[0] ?? '']: answer.accept })
          : fail({ errMsg: 'requestSubscribeMessage:fail', errCode: answer.errCode })
      },
    })
  interface Asked {
    tmplIds: string[]
    success(reply: object): void
    fail(reply: object): void
  }
  const accepted = () => program.calls.filter(({ action }) => action === 'subscription.accept')

  it('are asked for with the template, and nothing is counted when the person says no', async () => {
    answering({ accept: 'reject' })
    const page = await program.open('features/appeal/detail/index', { id: ID })
    await page.tap('有进展,微信告诉我')
    expect(program.asked).toContainEqual({
      api: 'requestSubscribeMessage',
      options: { tmplIds: ['template-1'] },
    })
    expect(page.text()).toContain('没关系')
    expect(accepted()).toEqual([])
  })

  it('that are switched off say where they are switched on', async () => {
    answering({ errCode: 20004 })
    const page = await program.open('features/appeal/detail/index', { id: ID })
    await page.tap('有进展,微信告诉我')
    expect(page.text()).toContain('您的微信关掉了消息')
    expect(accepted()).toEqual([])
  })

  it.each(['accept', 'acceptWithAudio'])('are counted once for each %s', async (answer) => {
    answering({ accept: answer })
    const before = accepted().length
    const page = await program.open('features/appeal/detail/index', { id: ID })
    await page.tap(before === 0 ? '有进展,微信告诉我' : '再加一次')
    expect(accepted()).toHaveLength(before + 1)
    expect(accepted().at(-1)?.input).toEqual({ kinds: ['progress'] })
    expect(page.text()).toContain(`还能告诉${quota}次`)
  })
})
