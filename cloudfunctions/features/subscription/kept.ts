import { section, type Keeper } from '../../core/keeper'
import { deleteQuotas, listQuotas } from './repo'

const KIND_WORDS = { progress: '诉求有进展', reminder: '活动前提醒' } as const

export const keeper: Keeper = {
  async keptAbout({ db, actor }) {
    const quotas = await listQuotas(db, actor.user.id)
    return [
      section('您允许微信发的消息', quotas, ({ kind, quota }) => [KIND_WORDS[kind], `还能发${quota}次`]),
    ]
  },
  forget: ({ db, actor }) => deleteQuotas(db, actor.user.id),
}
