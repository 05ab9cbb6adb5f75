import { Textarea, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useRef, useState } from 'react'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Sheet } from '@/components/Sheet'
import { now } from '@/platform/clock'
import { toast } from '@/platform/notice'
import { CockpitStore } from '@/stores/CockpitStore'
import { useStore } from '@/stores/root'
import { announceText } from '@/text/cockpit'
import { when } from '@/text/when'
import styles from './Announcements.module.scss'
import type { BoardProps } from './Board'
import { changeRests } from './goods'
import { useAct } from './useAct'

/** Announcements that are shown here; viewers see all of them. */
const SHOWN = 3

/** Characters of an announcement. */
const MOST = 60

/** 公告: what was told to the room, and telling it something. */
export function Announcements({ cockpit }: BoardProps) {
  const [writing, setWriting] = useState(false)
  const { announcements, status } = cockpit.room
  const rests = changeRests(status)
  return (
    <Card title={announceText.title} id="announcements">
      <View>
        {announcements.length === 0 && <View className={styles.none}>{announceText.none}</View>}
      </View>
      {announcements.slice(0, SHOWN).map(({ words, at }) => (
        <View key={at} className={styles.told}>
          <View className={styles.words}>{words}</View>
          <View className={styles.at}>{when(at, now())}</View>
        </View>
      ))}
      <View className={styles.way}>
        <Button
          kind="plain"
          id="announce"
          disabled={rests !== undefined}
          onTap={() => {
            setWriting(true)
          }}
        >
          {announceText.write}
        </Button>
        <View className={styles.rests}>{rests ?? ''}</View>
      </View>
      <View>
        {writing && (
          <Writing
            cockpit={cockpit}
            onClose={() => {
              setWriting(false)
            }}
          />
        )}
      </View>
    </Card>
  )
}

/** Where an announcement is written; a usual one is filled in by a tap. */
const Writing = observer(function Writing({
  cockpit: { session },
  onClose,
}: BoardProps & { readonly onClose: () => void }) {
  const store = useStore(CockpitStore)
  const act = useAct(session._id)
  const typed = useRef('')
  // Words that are filled in are put into a field of their own making.
  const [filled, setFilled] = useState('')
  const fill = (words: string) => {
    typed.current = words
    setFilled(words)
  }
  const send = async () => {
    const words = typed.current.replace(/\s+/g, ' ').trim()
    if (words === '') toast(announceText.missing)
    else if (await act('announce', { words }, announceText.sent)) onClose()
  }
  return (
    <Sheet title={announceText.write} open onClose={onClose}>
      <View className={styles.hint}>{announceText.hint}</View>
      <Textarea
        key={filled}
        id="announcement"
        className={styles.field}
        maxlength={MOST}
        value={filled}
        placeholder={announceText.placeholder}
        onInput={(event) => {
          typed.current = event.detail.value
        }}
      />
      {announceText.templates.map((words, index) => (
        <View
          key={words}
          id={`template-${index}`}
          className={styles.template}
          ariaRole="button"
          onClick={() => {
            fill(words)
          }}
        >
          {words}
        </View>
      ))}
      <View className={styles.way}>
        <Button id="send" busy={store.isUnderWay('announce')} onTap={() => void send()}>
          {announceText.send}
        </Button>
      </View>
    </Sheet>
  )
})
