import { useState } from 'react'
import { SURVEY_LIMITS } from '~/types/survey'
import { RECHECK_RESULTS, type RecheckResult, type RecheckView } from '~/types/survey-paper'
import { useAction } from '@/hooks'
import { RECHECK_LABELS } from '@/labels/survey'
import { Button, ChipGroup, Field, Notice, TextArea } from '@/ui'

/** What somebody said about a ballot on paper: whether it was them. */
export function Answered({ item, onDone }: { item: RecheckView; onDone(): void }) {
  const [result, setResult] = useState<RecheckResult>()
  const [words, setWords] = useState('')
  const recheck = useAction('survey.recheck', { done: '记下了' })

  async function send() {
    if (result === undefined) {
      return
    }
    const said = words.trim() === '' ? {} : { words }
    if ((await recheck.run({ id: item.id, result, ...said })) !== undefined) {
      onDone()
    }
  }

  return (
    <>
      {recheck.failure !== undefined && <Notice tone="red">{recheck.failure.message}</Notice>}
      <Field label="这张纸票是您自己填的吗?" error={recheck.fields.result}>
        <ChipGroup
          label="回答"
          value={result}
          options={RECHECK_RESULTS.map((value) => ({ value, label: RECHECK_LABELS[value] }))}
          onChange={(chosen) => setResult(chosen)}
        />
      </Field>
      <Field label="还要记什么?(可以不写)" error={recheck.fields.words}>
        <TextArea
          label="还要记什么"
          value={words}
          max={SURVEY_LIMITS.words}
          placeholder="不要写他怎么选的"
          onChange={setWords}
        />
      </Field>
      <Button disabled={result === undefined} loading={recheck.busy} onTap={() => void send()}>
        记下来
      </Button>
    </>
  )
}
