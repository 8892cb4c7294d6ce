import { APPEAL_LIMITS, TEMPLATE_ACTS, type AppealAction } from '~/types/appeal'
import { ASKS, type Ask, type Helpers } from './asks'

/** Acts that something is written for. */
export type Written = Exclude<
  AppealAction,
  `appeal.${'accept' | 'call' | 'rate' | 'reopen' | 'supplement' | 'join' | 'thank'}`
>

export interface Act {
  title: string
  label: string
  placeholder: string
  /** Said when it worked. */
  done: string
  button: string
  /** Name of the input's field for the words. */
  field: 'words' | 'reason'
  pictures?: boolean
  /** What is chosen, above the words. */
  asks?: Ask[]
  /** Sentences to begin with that no office sets for itself. */
  ready?: string[]
}

export const maxOf = ({ field }: Act) => (field === 'reason' ? APPEAL_LIMITS.reason : APPEAL_LIMITS.words)

export const ACTS: Record<Written, Act> = {
  'appeal.finish': {
    title: '办结',
    label: '办得怎么样?',
    placeholder: '做了什么、结果怎样,邻居们都会看到',
    done: '已办结',
    button: '办结,告诉大家',
    field: 'words',
    pictures: true,
    asks: [ASKS.toldBy, ASKS.toldBehalf, ASKS.withoutPicture],
  },
  'appeal.answer': {
    title: '直接答复',
    label: '怎么答复?',
    placeholder: '把话说明白,让老人也看得懂',
    done: '已答复',
    button: '答复',
    field: 'words',
    pictures: true,
  },
  'appeal.escalate': {
    title: '上报',
    label: '为什么要上报?',
    placeholder: '写明办不了的原因,反映人也会看到',
    done: '已上报',
    button: '上报',
    field: 'reason',
    asks: [ASKS.level],
  },
  'appeal.triage': {
    title: '改分类或告知',
    label: '怎么跟反映人说?',
    placeholder: '每一种处理都要说清楚理由',
    done: '已记下',
    button: '确定',
    field: 'words',
    asks: [ASKS.outcome, ASKS.channel, ASKS.category, ASKS.urgency],
  },
  'appeal.dispatch': {
    title: '派给部门',
    label: '要部门做什么?',
    placeholder: '说清楚地点、问题和期限',
    done: '已派单',
    button: '派单',
    field: 'words',
    asks: [ASKS.department],
  },
  'appeal.object': {
    title: '提异议',
    label: '为什么不该由你们办?',
    placeholder: '写明依据,由区里裁定;办理时限照常走',
    done: '已提异议',
    button: '提异议',
    field: 'reason',
    asks: [ASKS.objecting],
  },
  'appeal.decideObjection': {
    title: '裁定异议',
    label: '裁定的理由?',
    placeholder: '双方都会看到',
    done: '已裁定',
    button: '裁定',
    field: 'words',
    asks: [ASKS.deciding, ASKS.upheld, ASKS.newDepartment],
  },
  'appeal.whistle': {
    title: '吹哨',
    label: '要部门来做什么?',
    placeholder: '在哪里、什么情况、来了做什么',
    done: '哨已吹响',
    button: '吹哨',
    field: 'words',
    asks: [ASKS.kind, ASKS.departments],
  },
  'appeal.arrive': {
    title: '报到',
    label: '现场怎么样?(可以不写)',
    placeholder: '看到了什么、正在做什么',
    done: '已报到',
    button: '我们到了',
    field: 'words',
    pictures: true,
    asks: [ASKS.arriving, ASKS.justified],
  },
  'appeal.release': {
    title: '放行',
    label: '想说的话(可以不写)',
    placeholder: '事不完,人不走',
    done: '已放行',
    button: '放行',
    field: 'words',
    asks: [ASKS.releasing, ASKS.useful],
  },
  'appeal.extend': {
    title: '申请延期',
    label: '为什么要延期?',
    placeholder: '只能申请一次;同意了会告诉反映人',
    done: '已申请',
    button: '申请延期',
    field: 'reason',
    asks: [ASKS.days],
  },
  'appeal.decideExtension': {
    title: '批延期',
    label: '告诉反映人的理由?',
    placeholder: '反映人会看到',
    done: '已答复',
    button: '确定',
    field: 'words',
    asks: [ASKS.granted],
  },
  'appeal.shelve': {
    title: '挂账',
    label: '为什么现在办不了?',
    placeholder: '比如:要等汛期过了才能施工。30天后会再看一次',
    done: '已挂账',
    button: '挂账',
    field: 'reason',
  },
  'appeal.review': {
    title: '复查',
    label: '现在怎么样?',
    placeholder: '反映人会看到',
    done: '已复查',
    button: '确定',
    field: 'words',
    asks: [ASKS.resume],
  },
  'appeal.handOver': {
    title: '转给同事',
    label: '为什么转?',
    placeholder: '比如:我明天起休假三天',
    done: '已转交',
    button: '转交',
    field: 'reason',
    asks: [ASKS.colleague],
  },
  'appeal.refer': {
    title: '转市12345',
    label: '怎么跟反映人说?',
    placeholder: '区里办不了的原因、市里哪个部门在办;编号会告诉反映人',
    done: '已记下编号',
    button: '记下编号,告诉大家',
    field: 'words',
    asks: [ASKS.cityNumber],
    ready: ['这件事要市里办,已经转过去了,有结果马上告诉您。'],
  },
  'appeal.pass': {
    title: '公开给邻居',
    label: '为什么可以公开?',
    placeholder: '平台审核没有通过。您看过没问题的,写明理由;不公开就不用管它',
    done: '邻居看得到了',
    button: '公开',
    field: 'words',
    ready: ['已看过,内容没有问题。'],
  },
  'appeal.contact': {
    title: '联系过了',
    label: '说了什么?(可以不写)',
    placeholder: '比如:问清楚了,下午去看。反映人也看得到',
    done: '已记下',
    button: '记下来',
    field: 'words',
    asks: [ASKS.spokenBy],
    ready: ['问清楚了,今天去看。', '说好了怎么办。'],
  },
  'appeal.callBack': {
    title: '回访',
    label: '他怎么说?(可以不写)',
    placeholder: '照他的原话记,不劝、不改',
    done: '已记下',
    button: '记下来',
    field: 'words',
    asks: [ASKS.reached, ASKS.heardOutcome, ASKS.heardSatisfaction],
  },
  'appeal.urge': {
    title: '催一下',
    label: '想说的话(可以不写)',
    placeholder: '办理的同志马上看得到',
    done: '已催办',
    button: '催一下',
    field: 'words',
    ready: ['天冷了,请快一点。', '现在更严重了。'],
  },
  'appeal.withdraw': {
    title: '撤回',
    label: '为什么撤回?(可以不写)',
    placeholder: '比如:已经自己解决了',
    done: '已撤回',
    button: '撤回',
    field: 'reason',
    ready: ['已经解决了,谢谢。', '说错了,重新提一件。'],
  },
}

/** Sentences to begin with; each can be changed. */
export function readyFor(action: Written, { templates }: Helpers): string[] {
  const act = TEMPLATE_ACTS.find((one) => `appeal.${one}` === action)
  return (act === undefined ? undefined : templates[act]) ?? ACTS[action].ready ?? []
}

/** True for the acts of this page. */
export function isWritten(action: string | undefined): action is Written {
  return action !== undefined && action in ACTS
}
