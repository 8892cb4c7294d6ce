import type { EvaluationView } from '~/types/evaluation'
import { useAction } from '@/hooks'
import { Button, Notice, Sheet } from '@/ui'

export type Move = 'evaluation.compute' | 'evaluation.freeze' | 'evaluation.publish' | 'evaluation.archive'

interface Words {
  title: string
  line(evaluation: EvaluationView): string
  button: string
  done: string
}

const WORDS: Record<Move, Words> = {
  'evaluation.compute': {
    title: '按现在的规则算一遍?',
    line: ({ status }) =>
      status === 'draft'
        ? '算好以后,每个村只看得到自己的得分和来历,可以提异议。公示期满才能定下来。'
        : '所有的村都会重新算,公示期从头开始。已经裁定的异议还作数。',
    button: '算一遍,开始公示',
    done: '算好了,开始公示',
  },
  'evaluation.freeze': {
    title: '定下来?',
    line: () => '定下来以后谁都不能再改,也不能再提异议。',
    button: '定下来',
    done: '定下来了',
  },
  'evaluation.publish': {
    title: '公布结果?',
    line: ({ areaName }) => `${areaName}的居民都看得到每个村的得分和来历,每个网格群会收到一条。`,
    button: '公布',
    done: '公布了',
  },
  'evaluation.archive': {
    title: '归档?',
    line: () => '归档以后还能看,不能再动。',
    button: '归档',
    done: '归档了',
  },
}

interface Props {
  evaluation: EvaluationView
  move: Move
  onClose(): void
}

/** Says what follows before it is done: none of these can be taken back. */
export function ConfirmSheet({ evaluation, move, onClose }: Props) {
  const { title, line, button, done } = WORDS[move]
  const act = useAction(move, { done, refresh: ['evaluation', 'feed'] })

  async function go() {
    if ((await act.run({ id: evaluation.id })) !== undefined) {
      onClose()
    }
  }

  return (
    <Sheet open title={title} onClose={onClose}>
      {act.failure !== undefined && <Notice tone="red">{act.failure.message}</Notice>}
      <Notice tone="blue">{line(evaluation)}</Notice>
      <Button loading={act.busy} onTap={() => void go()}>
        {button}
      </Button>
    </Sheet>
  )
}
