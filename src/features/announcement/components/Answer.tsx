import { View } from '@tarojs/components'
import { ANNOUNCEMENT_LIMITS, type AnnouncementView } from '~/types/announcement'
import { useAction, useDraft } from '@/hooks'
import { Button, Card, Choice, Notice, TextInput } from '@/ui'
import { answerWords } from '../view'
import './announcement.scss'

const NONE = { choice: -1, number: '' }

/** What is asked of the reader: one tap, one of several, or a number; it may be changed until the end. */
export function Answer({ data }: { data: AnnouncementView }) {
  const { id, answer, choices, unit, mine } = data
  const [draft, change, clear] = useDraft(`announcement.answer.${id}`, NONE)
  const send = useAction('announcement.answer', { done: '回复好了' })
  const choice = draft.choice === -1 ? mine?.choice : draft.choice
  const number = draft.number === '' ? String(mine?.number ?? '') : draft.number
  const ready = answer === 'choice' ? choice !== undefined : answer !== 'number' || number !== ''

  async function run() {
    const given =
      answer === 'choice' && choice !== undefined
        ? { choice }
        : answer === 'number'
          ? { number: Number(number) }
          : {}
    if ((await send.run({ id, ...given })) !== undefined) {
      clear()
    }
  }

  if (answer === 'received' && mine !== undefined) {
    return <Notice tone="green">您已经回了“收到”,谢谢。</Notice>
  }
  return (
    <Card>
      <View className="announcement__strong">
        {answer === 'received' ? '看完请回个“收到”' : answer === 'choice' ? '请您选一项' : '请您报个数'}
      </View>
      {mine !== undefined && (
        <View className="announcement__muted">{`您回的是:${answerWords(data)}。截止以前可以改`}</View>
      )}
      <View className="announcement__stack">
        {answer === 'choice' &&
          choices.map((label, place) => (
            <Choice key={label} label={label} on={choice === place} onTap={() => change({ choice: place })} />
          ))}
        {answer === 'number' && (
          <TextInput
            label={`多少${unit}`}
            type="number"
            value={number}
            max={String(ANNOUNCEMENT_LIMITS.number).length}
            placeholder={unit === '' ? '填一个数' : `多少${unit}`}
            onChange={(typed) => change({ number: typed })}
          />
        )}
        {send.fields.number !== undefined && <Notice tone="red">{send.fields.number}</Notice>}
        <Button loading={send.busy} disabled={!ready} onTap={() => void run()}>
          {answer === 'received' ? '收到' : mine === undefined ? '就这样回' : '改成这样'}
        </Button>
      </View>
    </Card>
  )
}
