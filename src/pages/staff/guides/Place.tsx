import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { hasFailed } from '@domain/failure'
import type { GuideRow } from '@domain/guides/contract'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { GuideName } from '@/components/GuideName'
import { now } from '@/platform/clock'
import { copy } from '@/platform/copy'
import { toast } from '@/platform/notice'
import { useStore, useStores } from '@/stores/root'
import { StaffGuidesStore } from '@/stores/StaffGuidesStore'
import { explain } from '@/text/failures'
import { reasonText, staffGuidesText } from '@/text/staffGuides'
import { ReasonSheet } from '../ReasonSheet'
import styles from './Place.module.scss'

/** Characters of a reason. */
const LEAST = 2
const MOST = 100

/** One place: whose it is, its code while nobody took it, and ending or resuming the work. */
export const Place = observer(function Place({ guide }: { readonly guide: GuideRow }) {
  const { catalog } = useStores()
  const staff = useStore(StaffGuidesStore)
  const { name, kind, storeId, joinedAt, invitedBy } = guide
  const inviter = staff.guides.value?.find(({ id }) => id === invitedBy)
  const store = catalog.home.value?.stores.find(({ id }) => id === storeId)
  return (
    <Card id={`guide-${guide.id}`}>
      <GuideName id={`name-${guide.id}`} name={name} kind={kind} store={store?.name ?? ''} />
      {joinedAt === null ? (
        <Code guide={guide} />
      ) : (
        <View className={styles.note}>{staffGuidesText.joined(joinedAt, now())}</View>
      )}
      {inviter && <View className={styles.note}>{staffGuidesText.invitedBy(inviter.name)}</View>}
      {joinedAt !== null && <Activation guide={guide} />}
    </Card>
  )
})

/** The code of a place that nobody took up yet, or a new one. */
const Code = observer(function Code({ guide }: { readonly guide: GuideRow }) {
  const staff = useStore(StaffGuidesStore)
  const { id, name, kind, storeId, invitation } = guide
  const isGood = invitation !== null && invitation.until > now()
  const renew = async () => {
    const invited = await staff.invite({ guideId: id, name, kind, storeId })
    if (hasFailed(invited)) toast(explain(invited))
  }
  if (!isGood) {
    return (
      <View>
        <View className={styles.note}>
          {invitation ? staffGuidesText.codeOver : staffGuidesText.noCode}
        </View>
        <Button kind="plain" id={`renew-${id}`} busy={staff.inviting} onTap={() => void renew()}>
          {invitation ? staffGuidesText.newCode : staffGuidesText.sendCode}
        </Button>
      </View>
    )
  }
  const { code, until } = invitation
  return (
    <View>
      <View className={styles.code} id={`code-${id}`}>
        {code}
      </View>
      <View className={styles.note}>{staffGuidesText.codeUntil(until, now())}</View>
      <Button
        kind="plain"
        id={`copy-${id}`}
        onTap={() => {
          copy(staffGuidesText.codeWords(name, code))
        }}
      >
        {staffGuidesText.copyCode}
      </Button>
    </View>
  )
})

/** Ends a guide's work or resumes it; either is done with a reason. */
const Activation = observer(function Activation({ guide }: { readonly guide: GuideRow }) {
  const staff = useStore(StaffGuidesStore)
  const [asks, setAsks] = useState(false)
  const { id, name, isActive } = guide
  const turn = async (reason: string) => {
    setAsks(false)
    const refusal = await staff.activate(id, !isActive, reason)
    const done = isActive ? staffGuidesText.ended : staffGuidesText.resumed
    toast(refusal ? explain(refusal) : done)
  }
  const words = {
    title: isActive ? staffGuidesText.endTitle(name) : staffGuidesText.resumeTitle(name),
    hint: isActive ? staffGuidesText.endHint : staffGuidesText.resumeHint,
    placeholder: staffGuidesText.reasonPlaceholder,
    ...reasonText,
  }
  return (
    <View className={styles.action}>
      <View className={styles.side}>
        <Button
          kind={isActive ? 'quiet' : 'plain'}
          id={`turn-${id}`}
          busy={staff.busyWith === id}
          onTap={() => {
            setAsks(true)
          }}
        >
          {isActive ? staffGuidesText.end : staffGuidesText.resume}
        </Button>
      </View>
      <ReasonSheet
        id="reason"
        open={asks}
        words={words}
        least={LEAST}
        most={MOST}
        onClose={() => {
          setAsks(false)
        }}
        onSay={(reason) => void turn(reason)}
      />
    </View>
  )
})
