import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import type { DealId } from '@domain/ids'
import { showState } from '@domain/live/runOfShow'
import { Button } from '@/components/Button'
import { Price } from '@/components/Price'
import { Sheet } from '@/components/Sheet'
import { CockpitStore } from '@/stores/CockpitStore'
import { useStore } from '@/stores/root'
import { priceText, showText, stockText } from '@/text/cockpit'
import type { BoardProps } from './Board'
import { changeRests, explainRests, skipRests, soldIn, type Sold } from './goods'
import styles from './GoodsSheet.module.scss'
import { PriceForm } from './PriceForm'
import { StockForm } from './StockForm'
import { useAct } from './useAct'

/** A cockpit, and the product of it that is looked at. */
export interface GoodsSheetProps extends BoardProps {
  readonly dealId: DealId | undefined
  readonly onClose: () => void
}

/**
 * All that can be done to a product; its price and its stock are changed on a form of their own.
 */
export function GoodsSheet({ cockpit, dealId, onClose }: GoodsSheetProps) {
  const product = soldIn(cockpit).find((one) => one.dealId === dealId)
  if (!product) return null
  return <Opened key={dealId} cockpit={cockpit} product={product} onClose={onClose} />
}

/** A product of a cockpit on its sheet. */
export interface ProductProps extends BoardProps {
  readonly product: Sold
  readonly onClose: () => void
}

function Opened({ cockpit, product, onClose }: ProductProps) {
  const [form, setForm] = useState<'price' | 'stock'>()
  const { name } = product
  const title =
    form === 'price' ? priceText.title(name) : form === 'stock' ? stockText.title(name) : name
  return (
    <Sheet title={title} open onClose={onClose}>
      {form === 'price' && <PriceForm {...{ cockpit, product, onClose }} />}
      {form === 'stock' && <StockForm {...{ cockpit, product, onClose }} />}
      {form === undefined && (
        <View>
          <Facts product={product} />
          <Ways {...{ cockpit, product, onClose }} />
          <View className={styles.ways}>
            {(['price', 'stock'] as const).map((change) => (
              <Way
                key={change}
                id={change}
                words={showText[change]}
                rests={changeRests(cockpit.room.status)}
                onTap={() => {
                  setForm(change)
                }}
              />
            ))}
          </View>
        </View>
      )}
    </Sheet>
  )
}

/** Price, stock and script. */
function Facts({ product: { goods, basePriceFen, sold, held, script } }: { product: Sold }) {
  return (
    <View>
      <View className={styles.figures}>
        <Price fen={goods.priceFen} size="title" />
        <Price fen={basePriceFen} struck />
        <View className={styles.note}>{showText.figures(goods.left, sold)}</View>
        <View className={styles.note}>{held > 0 ? showText.held(held) : ''}</View>
      </View>
      <View className={styles.script}>{script === '' ? showText.noScript : script}</View>
    </View>
  )
}

/** Explaining, skipping, and taking on or off the shelf. */
const Ways = observer(function Ways({ cockpit, product, onClose }: ProductProps) {
  const store = useStore(CockpitStore)
  const { session, room } = cockpit
  const act = useAct(session._id)
  const { dealId, name, role, goods } = product
  const isFresh = showState(dealId, room) === 'waiting' && role === 'backup'
  const isAgain = showState(dealId, room) === 'explained'
  const { isOffered } = goods
  const explain = async () => {
    if (await act('explain', { dealId }, showText.explainedOne(name))) onClose()
  }
  return (
    <View className={styles.ways}>
      <Way
        id="explain"
        kind="primary"
        words={isFresh ? showText.bringIn : isAgain ? showText.explainAgain : showText.explain}
        rests={explainRests(dealId, room)}
        busy={store.isUnderWay(`explain ${dealId}`)}
        onTap={() => void explain()}
      />
      <Way
        id="skip"
        words={showText.skip}
        rests={skipRests(product, room)}
        busy={store.isUnderWay(`skip ${dealId}`)}
        onTap={() => void act('skip', { dealId }, showText.skippedOne(name))}
      />
      <Way
        id="shelve"
        words={isOffered ? showText.offShelf : showText.onShelf}
        rests={changeRests(room.status)}
        busy={store.isUnderWay(`shelve ${dealId}`)}
        onTap={() =>
          void act(
            'shelve',
            { dealId, isOffered: !isOffered },
            isOffered ? showText.unshelved : showText.shelved,
          )
        }
      />
    </View>
  )
})

interface WayProps {
  readonly id: string
  readonly words: string
  readonly kind?: 'primary' | 'plain'
  /** Why it can't be done now. */
  readonly rests: string | undefined
  readonly busy?: boolean
  readonly onTap: () => void
}

/** A button with, where it rests, the reason below it. */
function Way({ id, words, kind = 'plain', rests, busy = false, onTap }: WayProps) {
  return (
    <View className={styles.way}>
      <Button id={id} kind={kind} disabled={rests !== undefined} busy={busy} onTap={onTap}>
        {words}
      </Button>
      <View className={styles.rests}>{rests ?? ''}</View>
    </View>
  )
}
