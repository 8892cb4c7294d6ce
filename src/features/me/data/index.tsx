import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '~/types/api'
import { useAction } from '@/hooks'
import { dayTime } from '@/time'
import { Button, Card, Notice, Page, SectionTitle } from '@/ui'
import './index.scss'

type Kept = Output<'me.export'>

/** As plain text, to take along. */
function asText(kept: Kept): string {
  return kept.sections
    .map(({ title, lines }) => [title, ...lines.map((line) => `${line.label}:${line.value}`)].join('\n'))
    .join('\n\n')
}

/** Everything that is kept about the person, by kind. Asked for by a tap, since each look is recorded. */
export default function MyData() {
  const ask = useAction('me.export', { refresh: [] })
  const [kept, setKept] = useState<Kept>()
  return (
    <Page title='留着我的什么'>
      {kept === undefined ? (
        <>
          <Notice tone='blue'>下面会列出系统里所有关于您的内容,包括手机号。请确认旁边没有别人。</Notice>
          {ask.failure !== undefined && <Notice tone='red'>{ask.failure.message}</Notice>}
          <Button loading={ask.busy} onTap={() => void ask.run({}).then(setKept)}>
            给我看看
          </Button>
        </>
      ) : (
        <>
          {kept.sections.map((section) => (
            <View key={section.title}>
              <SectionTitle>{section.title}</SectionTitle>
              <Card>
                {section.lines.map((line, index) => (
                  <View key={`${line.label}-${index}`} className='mydata__line'>
                    <View className='mydata__label'>{line.label}</View>
                    <View>{line.value}</View>
                  </View>
                ))}
              </Card>
            </View>
          ))}
          <View className='mydata__label'>{dayTime(kept.madeAt)} 整理</View>
          <Button kind='ghost' onTap={() => void Taro.setClipboardData({ data: asText(kept) })}>
            复制带走
          </Button>
        </>
      )}
    </Page>
  )
}
