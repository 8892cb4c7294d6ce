import { useState } from 'react'
import { usePagedList } from '@/hooks'
import { Button, Card, Field, PageState, Row, TextInput } from '@/ui'
import { residentLine } from './view'

interface Props {
  userId: string
  onChoose(residentId: string): void
}

/** People in the ledger of the member's grid whom nobody in the program is yet. */
export function Candidates({ userId, onChoose }: Props) {
  const [words, setWords] = useState('')
  const searched = words.trim() === '' ? {} : { words: words.trim() }
  const people = usePagedList('membership.candidates', { userId, ...searched })
  return (
    <>
      <Field label="按门牌或名字找">
        <TextInput label="门牌或名字" value={words} max={20} placeholder="比如 18号" onChange={setWords} />
      </Field>
      <PageState
        query={people}
        isEmpty={people.items.length === 0}
        empty={{
          icon: 'group',
          title: words === '' ? '台账里的人都对上了' : '没有找到',
          line: words === '' ? '新搬来的人,先登进台账' : '换个门牌或名字试试',
        }}
      >
        <Card>
          {people.items.map((resident) => (
            <Row key={resident.id} label={residentLine(resident)} onTap={() => onChoose(resident.id)} />
          ))}
        </Card>
        {people.more && (
          <Button kind="ghost" size="middle" onTap={people.loadMore}>
            再看一些
          </Button>
        )}
      </PageState>
    </>
  )
}
