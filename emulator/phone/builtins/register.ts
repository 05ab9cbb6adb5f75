/** Makes the built-in components known to WeChat's component framework, once for all phones. */
import jComponent, { type Instance, type Property } from 'j-component'
import exparser from 'miniprogram-exparser'
import { button } from './button'
import { checkbox, checkboxGroup, label, radio, radioGroup, toggle } from './choices'
import { form } from './form'
import { type BuiltIn, Host, hostOf } from './host'
import { navigator } from './navigator'
import { picker, slider } from './pickers'
import { canvas, coverImage, image, progress, richText } from './pictures'
import { scrollView } from './scrolling'
import { swiper } from './swiper'
import { input, textarea } from './text-field'
import { installTreeDiff } from '../tree-diff'

const active = [
  ...[button, canvas, checkbox, checkboxGroup, coverImage, form, image, input, label, navigator],
  ...[picker, progress, radio, radioGroup, richText, scrollView, slider, swiper, textarea, toggle],
]

/** Boxes that only hold what is inside them; media that need a real phone stay empty. */
const boxes = (
  'view text cover-view movable-area movable-view root-portal page-container page-meta ' +
  'navigation-bar block icon picker-view picker-view-column video map web-view open-data ' +
  'share-element sticky-header sticky-section grid-view list-view match-media ad editor camera ' +
  'live-player live-pusher official-account keyboard-accessory channel-live channel-video'
).split(' ')

function properties(builtIn: BuiltIn): Readonly<Record<string, Property>> {
  return Object.fromEntries(
    builtIn.properties.map((name) => [
      name,
      {
        type: null,
        observer(this: Instance, value: unknown) {
          hostOf(this._exparserNode)?.reactions.changed?.[name]?.(value)
        },
      },
    ]),
  )
}

function register(builtIn: BuiltIn): void {
  jComponent.register({
    id: builtIn.tag,
    tagName: `wx-${builtIn.tag}`,
    template: '<slot/>',
    properties: properties(builtIn),
    lifetimes: {
      created(this: Instance) {
        const host = new Host(this._exparserNode)
        host.reactions = builtIn.make?.(host) ?? {}
      },
      attached(this: Instance) {
        hostOf(this._exparserNode)?.reactions.attached?.()
      },
    },
  })
}

/**
 * Writes ids into the DOM too: the framework keeps them to itself, but `#id` should find the
 * element
 * for a test in a browser as well.
 */
function writeIds(): void {
  const { prototype } = exparser.Element
  const original = Object.getOwnPropertyDescriptor(prototype, 'id')
  Object.defineProperty(prototype, 'id', {
    ...original,
    set(this: typeof prototype, id: string) {
      original?.set?.call(this, id)
      this.$$?.setAttribute('id', id)
    },
  })
}

let isDone = false

/** Registers everything; phones after the first find it done. */
export function registerBuiltIns(): void {
  if (isDone) return
  isDone = true
  writeIds()
  installTreeDiff()
  for (const tag of boxes) register({ tag, properties: ['name', 'hoverClass', 'hoverStayTime'] })
  register({ tag: 'swiper-item', properties: ['itemId', 'skipHiddenItemLayout'] })
  for (const builtIn of active) register(builtIn)
}
