import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import type { Material } from '@domain/guides/contract'
import { Empty } from '@/components/Empty'
import { Stale } from '@/components/Stale'
import { Tabs } from '@/components/Tabs'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { GuidesStore } from '@/stores/GuidesStore'
import { useStore, useStores } from '@/stores/root'
import { materialTabs, materialText, type MaterialTab } from '@/text/material'
import { GuideMissing } from '@/components/GuideMissing'
import { Item } from './Item'
import { ShareSheet } from './ShareSheet'
import styles from './index.module.scss'

/** Things are drawn so many at a time: a shop may have a hundred. */
const PAGE = 10

/**
 * 分享素材: what is worth sharing, with what it brings. What was tapped last is what the page shares:
 * WeChat knows one thing a page.
 */
export default observer(function MaterialPage() {
  const guides = useStore(GuidesStore)
  const { attribution } = useStores()
  const visible = useVisible()
  const [tab, setTab] = useState<MaterialTab>('all')
  const [chosen, choose] = useState<Material>()
  const [isOpen, setOpen] = useState(false)
  const { material } = guides
  const retry = () => void guides.loadMaterial()
  useEffect(() => {
    if (visible) void guides.loadMaterial()
  }, [visible, guides])
  usePullToRefresh(() => guides.loadMaterial())
  const share = (item: Material) => {
    // WeChat waits three seconds for a link: it is on its way while the words are read.
    void attribution.prepare(item.target)
    choose(item)
    setOpen(true)
  }
  if (!material.value) return <GuideMissing loaded={material} shape="goods" onRetry={retry} />
  const kinds = new Set(material.value.map(({ kind }) => kind))
  const tabs = materialTabs.filter((one) => one === 'all' || kinds.has(one))
  return (
    <View className={styles.page}>
      <Stale loaded={material} onRetry={retry} />
      <Tabs names={materialText.tabs} tabs={tabs} chosen={tab} onChoose={setTab} />
      <Items key={tab} material={material.value} tab={tab} onShare={share} />
      <ShareSheet
        item={chosen}
        open={isOpen}
        onClose={() => {
          setOpen(false)
        }}
      />
    </View>
  )
})

interface ItemsProps {
  readonly material: readonly Material[]
  readonly tab: MaterialTab
  readonly onShare: (item: Material) => void
}

function Items({ material, tab, onShare }: ItemsProps) {
  const [count, setCount] = useState(PAGE)
  const items = material.filter(({ kind }) => tab === 'all' || kind === tab)
  useEndOfPage(() => {
    if (count < items.length) setCount(count + PAGE)
  })
  if (items.length === 0) {
    return (
      <Empty
        title={tab === 'all' ? materialText.none : materialText.noneOfKind(tab)}
        hint={materialText.noneHint}
      />
    )
  }
  return (
    <View>
      {items.slice(0, count).map((item) => (
        <Item key={keyOf(item)} id={`share-${keyOf(item)}`} item={item} onShare={onShare} />
      ))}
    </View>
  )
}

const keyOf = ({ target }: Material): string => ('id' in target ? target.id : target.kind)
