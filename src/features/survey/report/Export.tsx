import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '~/types/api'
import { handOver, HANDS_OVER } from '@/api/document'
import { useAction } from '@/hooks'
import { Button, Notice } from '@/ui'

/** The figures as a table for a computer. Made by one tap, handed over by the next, as WeChat wants it. */
export function Export({ id }: { id: string }) {
  const ask = useAction('survey.export', { refresh: [] })
  const [made, setMade] = useState<Output<'survey.export'>>()
  if (made === undefined) {
    return (
      <>
        {ask.failure !== undefined && <Notice tone="red">{ask.failure.message}</Notice>}
        <Button
          kind="ghost"
          size="middle"
          loading={ask.busy}
          onTap={() => void ask.run({ id }).then(setMade)}
        >
          导出表格
        </Button>
      </>
    )
  }
  return (
    <>
      <Notice tone="green">表格做好了:{made.name}</Notice>
      <Button kind="ghost" size="middle" onTap={() => void handOver(made.name, made.csv)}>
        {HANDS_OVER}
      </Button>
      <Button kind="soft" size="middle" onTap={() => void Taro.setClipboardData({ data: made.csv })}>
        复制内容
      </Button>
    </>
  )
}
