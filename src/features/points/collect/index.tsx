import { View } from '@tarojs/components'
import { useState } from 'react'
import { COLLECT_CODE_LENGTH, type RedemptionView } from '~/types/points'
import { useAction } from '@/hooks'
import { CAN_SCAN, scanCode } from '@/hooks/scan'
import { Button, Card, Field, Notice, Page, TextInput } from '@/ui'
import '../components/points.scss'

/** 凭码发东西: the code of who came, scanned or typed; then what to hand over. */
export default function CollectGoods() {
  const [code, setCode] = useState('')
  const [given, setGiven] = useState<RedemptionView>()
  const collect = useAction('points.collect')
  async function hand(read: string | undefined) {
    if (read === undefined) {
      return
    }
    const done = await collect.run({ code: read })
    setGiven(done)
    if (done !== undefined) {
      setCode('')
    }
  }
  return (
    <Page title="凭码发东西">
      {collect.failure !== undefined && collect.fields.code === undefined && (
        <Notice tone="red">{collect.failure.message}</Notice>
      )}
      {given !== undefined && (
        <Card tone="green">
          <View className="points__title">{`给他:${given.goodsName}`}</View>
          <View className="points__muted">{`${given.name} · ${given.price}分 · 已记下取走`}</View>
        </Card>
      )}
      {CAN_SCAN && (
        <Button loading={collect.busy} onTap={() => void scanCode().then(hand)}>
          扫取货码
        </Button>
      )}
      <Field
        label={`输入${COLLECT_CODE_LENGTH}位取货码`}
        hint="在他手机的“我家的积分”里"
        error={collect.fields.code}
      >
        <TextInput
          label="取货码"
          type="number"
          max={COLLECT_CODE_LENGTH}
          value={code}
          placeholder="123456"
          onChange={setCode}
        />
      </Field>
      <Button
        kind={CAN_SCAN ? 'ghost' : 'main'}
        loading={collect.busy}
        disabled={code.length < COLLECT_CODE_LENGTH}
        onTap={() => void hand(code)}
      >
        发东西
      </Button>
    </Page>
  )
}
