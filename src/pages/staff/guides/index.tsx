import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import type { GuideRow } from '@domain/guides/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { Tabs } from '@/components/Tabs'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStore, useStores } from '@/stores/root'
import { StaffGuidesStore } from '@/stores/StaffGuidesStore'
import { placeOf, placeTabs, staffGuidesText, type PlaceTab } from '@/text/staffGuides'
import { InviteSheet } from './InviteSheet'
import { Place } from './Place'
import styles from './index.module.scss'

/** Places are drawn so many at a time: a chain of stores may have hundreds. */
const PAGE = 20

/** 导购, for who runs the shop: who works, who was invited, and inviting somebody. */
export default observer(function GuidesPage() {
  const staff = useStore(StaffGuidesStore)
  const { catalog } = useStores()
  const visible = useVisible()
  const [tab, setTab] = useState<PlaceTab>('working')
  const [inviting, setInviting] = useState(false)
  const { guides } = staff
  const retry = () => void staff.load()
  useEffect(() => {
    if (visible) void staff.load()
    // Who comes here first, e.g. after a reload, knows no stores yet.
    if (!catalog.home.value) void catalog.loadHome()
  }, [visible, staff, catalog])
  usePullToRefresh(() => staff.load())
  if (!guides.value) return <Missing loaded={guides} shape="list" onRetry={retry} />
  return (
    <View className={styles.page}>
      <Stale loaded={guides} onRetry={retry} />
      <Tabs names={staffGuidesText.tabs} tabs={placeTabs} chosen={tab} onChoose={setTab} />
      <Places key={tab} tab={tab} />
      <BottomBar>
        <View className={styles.main}>
          <Button
            id="invite"
            onTap={() => {
              setInviting(true)
            }}
          >
            {staffGuidesText.invite}
          </Button>
        </View>
      </BottomBar>
      <InviteSheet
        open={inviting}
        stores={catalog.home.value?.stores ?? []}
        onClose={() => {
          setInviting(false)
        }}
        onInvited={() => {
          setInviting(false)
          setTab('open')
        }}
      />
    </View>
  )
})

/** The places under one tab; more of them come near the end of the page. */
const Places = observer(function Places({ tab }: { readonly tab: PlaceTab }) {
  const { guides } = useStore(StaffGuidesStore)
  const [shown, setShown] = useState(PAGE)
  const places = placesOf(guides.value ?? [], tab)
  useEndOfPage(() => {
    if (shown < places.length) setShown(shown + PAGE)
  })
  if (places.length === 0) return <Empty {...staffGuidesText.none[tab]} />
  return (
    <View>
      {places.slice(0, shown).map((guide) => (
        <Place key={guide.id} guide={guide} />
      ))}
    </View>
  )
})

/** The places under a tab; those whose code waits to be passed on come first. */
function placesOf(guides: readonly GuideRow[], tab: PlaceTab): readonly GuideRow[] {
  const places = guides.filter((guide) => placeOf(guide) === tab)
  const hasCode = ({ invitation }: GuideRow) => invitation !== null
  return [...places.filter(hasCode), ...places.filter((guide) => !hasCode(guide))]
}
