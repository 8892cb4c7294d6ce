import { useEffect } from 'react'
import { POINTS_TEXT } from '~/types/points'
import { useAction, useCall, useDraft, useParams } from '@/hooks'
import { goBack } from '@/navigate'
import { ActionBar, Button, Field, Notice, Page, SwitchRow, TextInput } from '@/ui'

const EMPTY = { name: '', price: '', add: '', shown: true, touched: false }

/** A number as it was typed; what is no number is refused by the server at its field. */
const typed = (text: string) => (text.trim() === '' ? 0 : Number(text))

/** Goods for the shelf, new or changed. Pieces are added or taken, since neighbours redeem meanwhile. */
export default function OfferGoods() {
  const { id } = useParams()
  const shelf = useCall('points.goods', {})
  const known = shelf.data?.items.find((goods) => goods.id === id)
  const [draft, change, clear] = useDraft(`points.offer.${id ?? 'new'}`, EMPTY)
  const offer = useAction('points.offer', { done: '摆好了' })
  const errors = offer.fields

  useEffect(() => {
    if (known !== undefined && !draft.touched) {
      change({ name: known.name, price: String(known.price), shown: known.shown })
    }
  }, [known?.version])
  const set = (part: Partial<typeof EMPTY>) => change({ ...part, touched: true })

  async function send() {
    const { name, price, add, shown } = draft
    const which = known === undefined ? {} : { id: known.id, version: known.version }
    const input = { ...which, name, price: typed(price), add: typed(add), shown }
    if ((await offer.run(input)) !== undefined) {
      clear()
      goBack()
    }
  }

  return (
    <Page
      title={id === undefined ? '添一样东西' : '改一改'}
      state={shelf}
      foot={
        <ActionBar>
          <Button loading={offer.busy} onTap={() => void send()}>
            存下来
          </Button>
        </ActionBar>
      }
    >
      {offer.failure !== undefined && <Notice tone="red">{offer.failure.message}</Notice>}
      {id !== undefined && known === undefined ? (
        <Notice tone="gold">这样东西找不到了,请回到货架看看。</Notice>
      ) : (
        <>
          <Field label="叫什么?" error={errors.name}>
            <TextInput
              label="叫什么"
              value={draft.name}
              max={POINTS_TEXT.goods}
              placeholder="比如:洗衣液一瓶"
              onChange={(name) => set({ name })}
            />
          </Field>
          <Field label="几分换一件?" hint="照市价,一分大约顶一块钱" error={errors.price}>
            <TextInput
              label="几分换一件"
              type="number"
              max={4}
              value={draft.price}
              onChange={(price) => set({ price })}
            />
          </Field>
          <Field
            label={known === undefined ? '有几件?' : '加几件?(往外拿写负数)'}
            {...(known !== undefined && { hint: `现在货架上还有${known.stock}件` })}
            error={errors.add}
          >
            <TextInput
              label="件数"
              max={5}
              value={draft.add}
              placeholder="0"
              onChange={(add) => set({ add })}
            />
          </Field>
          <Field label="另外">
            <SwitchRow
              label="摆出来让大家兑"
              hint="不摆出来,只有村里看得到"
              on={draft.shown}
              onChange={(shown) => set({ shown })}
            />
          </Field>
        </>
      )}
    </Page>
  )
}
