import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { Input } from '~/types/api'
import { serverNow } from '@/api'
import { useAction, useCall, useNow, useParams } from '@/hooks'
import { goBack } from '@/navigate'
import { Button, Card, Field, Notice, Page, TextInput } from '@/ui'
import { forgetScan, keepScan, type CheckAction, type Scan } from '../components/useScans'
import { whenWords } from '../view'
import { readPosition } from './position'
import { CAN_SCAN, scanCode } from '@/hooks/scan'
import './index.scss'

type Proof = Input<'activity.checkIn'>['proof']
const CODE = /^\d{8}$/
const NO_POSITION = { title: '没有拿到位置,请用签到码', icon: 'none' } as const

/** 签到 and 签退: the organiser's code, scanned or typed, or being there. Without a network the scan waits. */
export default function CheckIn() {
  const { id = '', action = 'activity.checkIn' } = useParams()
  const now = useNow()
  const mine = useCall('activity.mine', {})
  const signup = mine.data?.signups.find((one) => one.id === id)
  const [code, setCode] = useState('')
  const scan = useRef<Scan>()
  const refresh = ['activity']
  const checkIn = useAction('activity.checkIn', { done: '签到好了', refresh })
  const checkOut = useAction('activity.checkOut', { done: '签退好了', refresh })
  const act = action === 'activity.checkOut' ? checkOut : checkIn
  const word = action === 'activity.checkOut' ? '签退' : '签到'

  async function prove(proof: Proof): Promise<void> {
    if ((await act.run({ id, proof })) !== undefined) {
      goBack()
    }
  }

  async function send(read: string | undefined): Promise<void> {
    if (read === undefined) {
      return
    }
    // Kept first: without a network the person walks on, and the time of the scan counts.
    const at = new Date(serverNow()).toISOString()
    scan.current = { id, action: action as CheckAction, code: read, at }
    if (CODE.test(read)) {
      keepScan(scan.current)
    }
    if ((await act.run({ id, proof: { by: 'code', code: read } })) !== undefined) {
      forgetScan(scan.current)
      goBack()
    }
  }

  useEffect(() => {
    if (act.failure?.retryable === false && scan.current !== undefined) {
      forgetScan(scan.current)
    }
  }, [act.failure])

  async function sendPosition(): Promise<void> {
    const here = await readPosition()
    if (here === undefined) {
      void Taro.showToast(NO_POSITION)
      return
    }
    await prove({ by: 'near', ...here })
  }

  const offline = scan.current !== undefined && act.failure?.retryable === true
  return (
    <Page title={word} state={mine}>
      {signup === undefined ? (
        <Notice tone="gold">没有找到这个报名,请回到“我报的活动”看看。</Notice>
      ) : (
        <>
          <Card>
            <View className="check__title">{signup.title}</View>
            <View className="check__line">{whenWords(signup, now)}</View>
            <View className="check__line">
              {signup.place} · {signup.self ? '我' : signup.name}
            </View>
          </Card>
          {offline && (
            <Notice tone="gold">{`现在没有网络,这次${word}已记下,有网了自动补传,时间按现在算。`}</Notice>
          )}
          {act.failure !== undefined && !offline && <Notice tone="red">{act.failure.message}</Notice>}
          {CAN_SCAN && (
            <Button loading={act.busy} onTap={() => void scanCode().then(send)}>
              扫组织者的码
            </Button>
          )}
          <Field label="或者输入8位签到码" hint="组织者手机上,一分钟换一个" error={act.fields['proof.code']}>
            <TextInput
              label="签到码"
              type="number"
              max={8}
              value={code}
              placeholder="12345678"
              onChange={setCode}
            />
          </Field>
          <Button
            kind={CAN_SCAN ? 'ghost' : 'main'}
            loading={act.busy}
            disabled={!CODE.test(code)}
            onTap={() => void send(code)}
          >
            {word}
          </Button>
          <View className="check__gap" />
          <Button kind="ghost" loading={act.busy} onTap={() => void sendPosition()}>
            我在现场,按位置{word}
          </Button>
          <View className="check__line">位置只在这一刻用来核对,不保存。</View>
        </>
      )}
    </Page>
  )
}
