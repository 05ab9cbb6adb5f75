import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { PricedLine, PriceStep, Receipt, Skipped } from '@domain/orders/receipt'
import { mallPoints } from '@domain/orders/savings'
import { goodsFenOf, storyOf, wholeKinds } from '@domain/orders/story'
import { now } from '@/platform/clock'
import { money } from '@/text/money'
import { receiptText, skippedText, stepText } from '@/text/receipt'
import { classes } from './classes'
import { Price } from './Price'
import styles from './ReceiptStory.module.scss'

/** A receipt and what its last line is called: 应付 before paying, 实付 afterwards. */
export interface ReceiptStoryProps {
  readonly receipt: Receipt
  readonly total: string
  /** Whether what was not used can still be reached. */
  readonly open: boolean
  /** As long as nobody knows how the goods get home: tells what they come to without freight. */
  readonly goodsOnly?: boolean
}

/** The receipt as a story: from the price on the shelf to what is paid, each line with its why. */
export function ReceiptStory({ receipt, total, open, goodsOnly = false }: ReceiptStoryProps) {
  const { lines, whole } = storyOf(receipt)
  const isTold = ({ kind }: { readonly kind: PriceStep['kind'] }) =>
    !goodsOnly || kind !== 'freight'
  const skipped = receipt.skipped.filter(isTold)
  const isMany = lines.length > 1
  const points = mallPoints(receipt)
  return (
    <View>
      {lines.map(({ line, steps }) => (
        <View key={line.sku.id} className={styles.line}>
          {isMany && <View className={styles.name}>{nameOf(line)}</View>}
          {steps.map((step) => (
            <Step
              key={step.kind}
              id={`step-${step.kind}${isMany ? `-${line.sku.id}` : ''}`}
              step={step}
              unit={line.product.unit}
            />
          ))}
        </View>
      ))}
      <View className={styles.line}>
        {isMany && whole.some(isTold) && (
          <View className={styles.name}>{receiptText.wholeOrder}</View>
        )}
        {/* Each kind has a place of its own, or what comes and goes would send all again. */}
        {wholeKinds.map((kind) => {
          const steps = whole.filter((step) => step.kind === kind && isTold(step))
          if (goodsOnly && steps.length === 0) return null
          return (
            <View key={kind} className={styles.kind}>
              {steps.map((step) => (
                <Step key={nameOfStep(step)} id={`step-${nameOfStep(step)}`} step={step} unit="" />
              ))}
            </View>
          )
        })}
      </View>
      <View className={styles.total} id="payable">
        <View className={styles.totalLabel}>{total}</View>
        <View>
          <Price fen={goodsOnly ? goodsFenOf(receipt) : receipt.payableFen} size="title" />
          {points > 0 && <Text className={styles.points}>{receiptText.andPoints(points)}</Text>}
        </View>
      </View>
      <View>{open && skipped.length > 0 && <SkippedSteps skipped={skipped} lines={lines} />}</View>
    </View>
  )
}

/** A product without variants has one that is called like its unit, which says nothing. */
const nameOf = ({ product, sku }: PricedLine): string =>
  sku.name === product.unit ? product.name : `${product.name} · ${sku.name}`

/** Of its kind there may be several, each with an id; one coupon takes the place of another. */
const nameOfStep = ({ kind, id }: PriceStep): string =>
  kind === 'spend-and-save' && id !== null ? id : kind

interface StepProps {
  readonly id: string
  readonly step: PriceStep
  readonly unit: string
}

function Step({ id, step, unit }: StepProps) {
  const { label, why } = stepText(step, unit)
  const saves = step.amountFen < 0
  return (
    <View className={styles.step} id={id}>
      <View className={classes(styles.dot, saves && styles.saving)} />
      <View className={styles.words}>
        <View>{label}</View>
        <View className={styles.why}>{why}</View>
      </View>
      <View className={classes(styles.sum, saves && styles.saved)}>{money(step.amountFen)}</View>
    </View>
  )
}

interface SkippedStepsProps {
  readonly skipped: readonly Skipped[]
  readonly lines: readonly { readonly line: PricedLine }[]
}

/** What did not make it cheaper, folded; each with its reason. */
function SkippedSteps({ skipped, lines }: SkippedStepsProps) {
  const [unfolded, setUnfolded] = useState(false)
  const about = ({ skuId }: Skipped): string => {
    const line = lines.find((one) => one.line.sku.id === skuId)?.line
    return line && lines.length > 1 ? `${line.product.name}：` : ''
  }
  return (
    <View className={styles.skipped}>
      <View
        className={styles.fold}
        id="skipped"
        ariaRole="button"
        onClick={() => {
          setUnfolded(!unfolded)
        }}
      >
        {receiptText.skipped(skipped.length)}
        <View className={classes(styles.arrow, unfolded && styles.up)} />
      </View>
      {/* They lie ready: unfolding sends the view no more than a class. */}
      <View className={unfolded ? '' : styles.folded}>
        {skipped.map((one, index) => (
          <View key={index} className={styles.why} id={`skipped-${index}`}>
            {`${about(one)}${skippedText(one, now())}`}
          </View>
        ))}
      </View>
    </View>
  )
}
