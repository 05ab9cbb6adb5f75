import { View } from '@tarojs/components'
import type { BroughtFigures, ReviewFigures } from '@domain/live/review'
import { Card } from '@/components/Card'
import { money } from '@/text/money'
import { reviewText } from '@/text/review'
import { Bar } from './Bar'
import styles from './Rows.module.scss'

/** What guides and stores brought. */
export function Brought({ figures: { guides, stores } }: { readonly figures: ReviewFigures }) {
  return (
    <View>
      <Table
        id="guides"
        title={reviewText.guides}
        none={reviewText.noGuides}
        rows={guides.map((guide) => ({ ...guide, id: guide.guideId }))}
      />
      <Table
        id="stores"
        title={reviewText.stores}
        none={reviewText.noStores}
        rows={stores.map((store) => ({ ...store, id: store.storeId }))}
      />
    </View>
  )
}

interface TableProps {
  readonly id: string
  readonly title: string
  readonly none: string
  readonly rows: readonly (BroughtFigures & { readonly id: string; readonly name: string })[]
}

function Table({ id, title, none, rows }: TableProps) {
  const most = Math.max(0, ...rows.map(({ paidFen }) => paidFen))
  return (
    <Card title={title} id={id}>
      <View>{rows.length === 0 && <View className={styles.none}>{none}</View>}</View>
      {rows.map((row) => (
        <View key={row.id} className={styles.row} id={`brought-${row.id}`}>
          <View className={styles.head}>
            <View className={styles.name}>{row.name}</View>
            <View className={styles.figure}>{money(row.paidFen)}</View>
          </View>
          <Bar is={row.paidFen} most={most} />
          <View className={styles.note}>{reviewText.brought(row)}</View>
        </View>
      ))}
    </Card>
  )
}
