import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PricedLine, PriceStep, Receipt } from '@domain/orders/receipt'
import { Price } from '@/components/Price'
import { money } from '@/text/money'
import { checkoutText, skippedText, stepText } from '@/text/orders'
import styles from './ReceiptStory.module.scss'

/** A receipt and what its last line is called: 应付 before paying, 实付 afterwards. */
export interface ReceiptStoryProps {
  readonly receipt: Receipt
  readonly total: string
  /** Whether what is not reached yet can still be reached. */
  readonly open: boolean
}

/** The receipt as a story: from the price on the shelf to what is paid, each line with its why. */
export function ReceiptStory({ receipt, total, open }: ReceiptStoryProps) {
  return (
    <View>
      {receipt.lines.map((line) => (
        <LineStory key={line.sku.id} line={line} named={receipt.lines.length > 1} />
      ))}
      <View className={styles.total} id="payable">
        <View className={styles.totalLabel}>{total}</View>
        <Price fen={receipt.payableFen} size="title" />
      </View>
      <View>{open && <SkippedSteps receipt={receipt} />}</View>
    </View>
  )
}

function LineStory({ line, named }: { readonly line: PricedLine; readonly named: boolean }) {
  return (
    <View className={styles.line}>
      {named && <View className={styles.name}>{line.product.name}</View>}
      {line.steps.map((step) => (
        <Step key={step.kind} step={step} unit={line.product.unit} />
      ))}
    </View>
  )
}

function Step({ step, unit }: { readonly step: PriceStep; readonly unit: string }) {
  const { label, why } = stepText(step, unit)
  const saves = step.amountFen < 0
  return (
    <View className={styles.step} id={`step-${step.kind}`}>
      <View className={`${styles.dot} ${saves ? styles.saving : ''}`} />
      <View className={styles.words}>
        <View>{label}</View>
        <View className={styles.why}>{why}</View>
      </View>
      <View className={`${styles.sum} ${saves ? styles.saved : ''}`}>{money(step.amountFen)}</View>
    </View>
  )
}

function SkippedSteps({ receipt }: { readonly receipt: Receipt }) {
  const [unfolded, setUnfolded] = useState(false)
  const { skipped } = receipt
  if (skipped.length === 0) return null
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
        {checkoutText.skipped(skipped.length)}
        <View className={`${styles.arrow} ${unfolded ? styles.up : ''}`} />
      </View>
      {unfolded &&
        skipped.map((one) => (
          <View key={`${one.kind} ${one.why.unitFen}`} className={styles.why}>
            {skippedText(one)}
          </View>
        ))}
    </View>
  )
}
