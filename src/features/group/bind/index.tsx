import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { AreaView } from '~/types/area'
import { useAction, useMe } from '@/hooks'
import { goBack, goTo } from '@/navigate'
import { ActionBar, Button, Card, Field, Notice, Page, Row, TextArea } from '@/ui'
import './index.scss'

const STEPS = [
  '打开网格的微信群',
  '点群里的“微网格”卡片(没有就先转发一张进群)',
  '从卡片进来以后,再到这里绑定',
]

/** Binding the WeChat group that the program was opened from to one grid. */
export default function BindGroup() {
  const me = useMe()
  const [picked, setPicked] = useState<AreaView>()
  const [reason, setReason] = useState('')
  const bind = useAction('group.bind', { done: '绑定好了', refresh: ['me', 'feed'] })
  const group = me.data?.group ?? null
  const bound = group?.area ?? null
  const own = me.data?.assignments.find((assignment) => assignment.area.level === 'grid')?.area
  const grid = picked ?? own ?? null

  useEffect(() => {
    const take = (area: AreaView) => setPicked(area)
    Taro.eventCenter.on('area.picked', take)
    return () => void Taro.eventCenter.off('area.picked', take)
  }, [])

  async function confirm() {
    const input = { areaCode: grid?.code ?? '', ...(reason !== '' && { reason }) }
    if ((await bind.run(input)) !== undefined) {
      goBack()
    }
  }

  const within = me.data?.assignments[0]?.area.code
  const same = bound !== null && bound.code === grid?.code
  return (
    <Page
      title="绑定微信群"
      state={me}
      foot={
        group !== null &&
        grid !== null &&
        !same && (
          <ActionBar>
            <Button loading={bind.busy} onTap={() => void confirm()}>
              {bound === null ? `绑定到${grid.name}` : `改绑到${grid.name}`}
            </Button>
          </ActionBar>
        )
      }
    >
      {group === null ? (
        <Card>
          <View className="bind__title">请从网格的微信群里进来</View>
          {STEPS.map((step, index) => (
            <View key={step} className="bind__line">
              {index + 1}. {step}
            </View>
          ))}
        </Card>
      ) : (
        <>
          <Notice tone={bound === null ? 'gold' : 'green'}>
            {bound === null ? '这个群还没有绑定网格。' : `这个群已经绑定:${bound.fullName}`}
          </Notice>
          {bind.failure !== undefined && <Notice tone="red">{bind.failure.message}</Notice>}
          <Card>
            <Row
              label="绑定到"
              value={grid?.fullName ?? '请选择'}
              onTap={() => goTo('/features/area/choose/index', { pick: '1', within })}
            />
          </Card>
          {bound !== null && !same && (
            <Field label="为什么改绑?" error={bind.fields.reason}>
              <TextArea
                label="为什么改绑"
                value={reason}
                max={200}
                placeholder="比如:两个网格合并了"
                onChange={setReason}
              />
            </Field>
          )}
          <View className="bind__line">
            绑定以后:邻居从这个群点开,就认得是这个网格的人;办事的结果也会回到这个群。
          </View>
        </>
      )}
    </Page>
  )
}
