import type { AppealAction } from '~/types/appeal'

/** Acts that staff writes something for. */
export type Written = Extract<AppealAction, 'appeal.finish' | 'appeal.answer' | 'appeal.escalate'>

interface Words {
  title: string
  label: string
  placeholder: string
  done: string
  button: string
  /** Sentences to begin with; each can be changed. */
  ready: string[]
}

export const WORDS: Record<Written, Words> = {
  'appeal.finish': {
    title: '办结',
    label: '办得怎么样?',
    placeholder: '做了什么、结果怎样,邻居们都会看到',
    done: '已办结',
    button: '办结,告诉大家',
    ready: ['已经修好,现在能正常用了。', '已清理干净,以后每天会来看一次。', '已更换,请您看看还有没有问题。'],
  },
  'appeal.answer': {
    title: '直接答复',
    label: '怎么答复?',
    placeholder: '把话说明白,让老人也看得懂',
    done: '已答复',
    button: '答复',
    ready: [
      '这件事已经在办,进展会告诉您。',
      '您可以到村委会办理,带上身份证就行。',
      '这件事归别的部门管,电话是:',
    ],
  },
  'appeal.escalate': {
    title: '上报',
    label: '为什么要上报?',
    placeholder: '写明办不了的原因,反映人也会看到',
    done: '已上报',
    button: '上报',
    ready: ['需要专业人员处理,网格里办不了。', '涉及好几户,要村里出面协调。', '需要资金和设备,请上级支持。'],
  },
}

/** True for the acts of this page. */
export function isWritten(action: string | undefined): action is Written {
  return action !== undefined && action in WORDS
}
